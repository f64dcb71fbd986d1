import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

const TYPE = 'encryption_configuration.encryption_type';
const KEY = 'encryption_configuration.kms_key';

/** Images under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'ECR-001',
  name: 'repository-encrypted-with-own-key',
  title: 'A repository of images for personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Images carry configuration, and now and then data. ECR encrypts them with keys of S3 unless it is told otherwise: whoever may pull may read, and there is no key to take away. The choice is made once: changing it replaces the repository.',
  fix: 'Set `encryption_configuration.encryption_type` to KMS and `encryption_configuration.kms_key` to a customer managed key, such as that of a `RotatedKey`. Where the images see no personal data, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html'],
  types: ['aws_ecr_repository'],
  check: (repository, model) => (holdsPersonalData(repository) ? verdictOn(model, repository) : undefined),
};

function verdictOn(model: Model, repository: Resource): Verdict {
  const type = configured(repository, TYPE);
  if (isUnknown(type)) return unknownAttribute(TYPE, type);
  if (type !== 'KMS' && type !== 'KMS_DSSE') {
    return violated(`${TYPE} is ${describe(type)}: images are encrypted with a key of S3`);
  }
  // A plan calls the key unknown that AWS fills in where nobody names one.
  const key = configured(repository, KEY);
  if (key === undefined || key === '') {
    return violated(`${KEY} is ${describe(key)}: images are encrypted with aws/ecr, whose policy nobody can change`);
  }
  return requireKey(model, repository, KEY, '');
}
