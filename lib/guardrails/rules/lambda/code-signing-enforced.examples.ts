import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function config(policies: JsonObject): JsonObject {
  return { resource: { aws_lambda_code_signing_config: { app: policies } } };
}

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a configuration that refuses code of other publishers',
      terraform: config({
        allowed_publishers: { signing_profile_version_arns: ['${aws_signer_signing_profile.app.version_arn}'] },
        policies: { untrusted_artifact_on_deployment: 'Enforce' },
      }),
    },
    {
      title: 'a configuration that refuses',
      terraform: config({ policies: { untrusted_artifact_on_deployment: 'Enforce' } }),
    },
  ],
  fail: [
    { title: 'the default', terraform: config({}), addresses: ['aws_lambda_code_signing_config.app'] },
    {
      title: 'a configuration that warns',
      terraform: config({ policies: { untrusted_artifact_on_deployment: 'Warn' } }),
      addresses: ['aws_lambda_code_signing_config.app'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides what happens',
      terraform: {
        ...config({ policies: { untrusted_artifact_on_deployment: '${var.open}' } }),
        variable: { open: {} },
      },
      addresses: ['aws_lambda_code_signing_config.app'],
    },
  ],
};
