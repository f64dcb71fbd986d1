import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { ResourceRule, Verdict } from '../../rule';
import { keyVerdict } from '../../verdicts/encryption-key';

/** What an Airflow environment holds, under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'MWAA-001',
  name: 'airflow-encrypted-with-own-key',
  title: 'An Airflow environment for personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Airflow keeps its variables, its connections with their passwords, and what tasks hand to one another in a database of the environment; tasks wait in a queue, and log what they do. Unless a key is named, AWS encrypts all this with a key that it owns, which nobody else can see, log or withdraw. The key is chosen when the environment is made: another one makes it anew.',
  fix: 'Set `kms_key` to a customer managed key of the same region, such as that of a `RotatedKey`, whose policy also lets CloudWatch Logs use it. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/mwaa/latest/userguide/encryption-at-rest.html',
    'https://docs.aws.amazon.com/mwaa/latest/userguide/custom-keys-certs.html',
  ],
  types: ['aws_mwaa_environment'],
  check: (environment, model) => (holdsPersonalData(environment) ? verdictOn(model, environment) : undefined),
};

function verdictOn(model: Model, environment: Resource): Verdict {
  const absent = 'AWS encrypts with a key that it owns';
  return keyVerdict(model, environment, 'kms_key', configured(environment, 'kms_key'), absent);
}
