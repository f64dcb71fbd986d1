import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { isJsonObject, isUnknown } from '../../../terraform/value';
import { ResourceRule } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

const VARIABLES = 'environment.variables';

/** Environments of functions under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'LAMBDA-004',
  name: 'function-environment-encrypted-with-own-key',
  title: 'The environment of a function that handles personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  claims: ['1.2.1.e'],
  rationale:
    'Environment variables say where the data lies and how to get there. Under the key that AWS manages anyone who may read the configuration of the function sees them unencrypted; with a key of yours the reader needs a right on the key, too. Functions without variables have nothing to encrypt.',
  fix: 'Set `kms_key_arn` to a customer managed key, such as that of a `RotatedKey`. Where the function handles nothing personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html'],
  types: ['aws_lambda_function'],
  check: (lambda, model) => {
    if (!holdsPersonalData(lambda)) return undefined;
    const variables = configured(lambda, VARIABLES);
    if (!isUnknown(variables) && !(isJsonObject(variables) && Object.keys(variables).length > 0)) return undefined;
    const key = requireKey(model, lambda, 'kms_key_arn', 'variables are encrypted with a key that AWS manages');
    return key.outcome === 'violated' && isUnknown(variables) ? unknownAttribute(VARIABLES, variables) : key;
  },
};
