import { holdsPersonalData } from '../../../aws/declared';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { keyKind, requireKey } from '../../verdicts/encryption-key';

const AWS_KEY = 'Secrets Manager encrypts with aws/secretsmanager, whose policy nobody can change';

/** Secrets under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'SECRETSMANAGER-002',
  name: 'secret-encrypted-with-own-key',
  title: 'A secret that opens personal data is encrypted with a customer managed KMS key, and so are its replicas',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Under aws/secretsmanager whoever may read the secret in the account can decrypt it, no other account ever can, and there is no key to take away from either. A secret whose class nobody declares counts as one of personal data.',
  fix: 'Set `kms_key_id`, and that of every `replica`, to a customer managed key of its region, such as that of a `RotatedKey`. Where the secret opens no personal data, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html'],
  types: ['aws_secretsmanager_secret'],
  check: (secret, model) => {
    if (!holdsPersonalData(secret)) return undefined;
    return worst([requireKey(model, secret, 'kms_key_id', AWS_KEY), replicaVerdict(model, secret)]);
  },
};

function replicaVerdict(model: Model, secret: Resource): Verdict | undefined {
  return worst(
    secret.blocks('replica').map((replica) => {
      const key = replica.get('kms_key_id');
      const where = `kms_key_id of the replica in ${describe(replica.get('region'))} is ${describe(key)}`;
      switch (keyKind(model, secret, key)) {
        case 'customer':
          return MET;
        case 'open':
          return undetermined(`${where}, and only a plan can tell whose key that is`);
        default:
          return violated(`${where}: ${AWS_KEY}`);
      }
    })
  );
}
