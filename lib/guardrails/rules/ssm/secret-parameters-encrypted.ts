import { secretNameOf } from '../../../aws/secret-parameters';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

/** Parameters that hold secrets as secrets. */
export const RULE: ResourceRule = {
  id: 'SSM-004',
  name: 'secret-parameters-encrypted',
  title: 'A parameter with the name of a secret is a SecureString',
  severity: 'medium',
  claims: ['3.1.1.j'],
  rationale:
    'A parameter of type String is kept unencrypted, and anyone who may read parameters reads it. A SecureString is encrypted with a KMS key, so that its readers need a right on the key too. What is a secret is told by the last part of the name: password, client-secret, api_key.',
  fix: 'Set `type` to SecureString, name a key of yours by `key_id`, and hand the value over by `value_wo`. Where the parameter only holds the name or the ARN of a secret, let its name say so: /orders/db-secret-arn.',
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html',
  ],
  types: ['aws_ssm_parameter'],
  check: (parameter) => {
    const name = secretNameOf(parameter);
    if (name === undefined) return undefined;
    const type = parameter.get('type');
    if (isUnknown(type)) return undetermined(`type is ${type.text}, which only a plan can tell`);
    if (type === 'SecureString') return MET;
    return violated(`type is ${describe(type)}, and the name ${name} is that of a secret`, { type: 'SecureString' });
  },
};
