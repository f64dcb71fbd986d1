import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function config(policies: JsonObject): JsonObject {
  return { resource: { aws_lambda_code_signing_config: { app: policies } } };
}

const SIGNED = '${aws_lambda_code_signing_config.app.arn}';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a function with a configuration',
      terraform: { resource: { aws_lambda_function: { app: { code_signing_config_arn: SIGNED } } } },
    },
    {
      title: 'a configuration that refuses',
      terraform: config({ policies: { untrusted_artifact_on_deployment: 'Enforce' } }),
    },
    {
      title: 'a function of an image',
      terraform: { resource: { aws_lambda_function: { app: { package_type: 'Image' } } } },
    },
  ],
  fail: [
    {
      title: 'a function without one',
      terraform: { resource: { aws_lambda_function: { app: { package_type: 'Zip' } } } },
      addresses: ['aws_lambda_function.app'],
    },
    { title: 'the default', terraform: config({}), addresses: ['aws_lambda_code_signing_config.app'] },
    {
      title: 'a configuration that warns',
      terraform: config({ policies: { untrusted_artifact_on_deployment: 'Warn' } }),
      addresses: ['aws_lambda_code_signing_config.app'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the configuration',
      terraform: {
        resource: { aws_lambda_function: { app: { code_signing_config_arn: '${var.open}' } } },
        variable: { open: {} },
      },
      addresses: ['aws_lambda_function.app'],
    },
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
