import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { ResourceRule, Verdict } from '../../rule';
import { keyVerdict } from '../../verdicts/encryption-key';

const ATTRIBUTE: { readonly [type: string]: string } = {
  aws_sagemaker_domain: 'kms_key_id',
  aws_sagemaker_endpoint_configuration: 'kms_key_arn',
  aws_sagemaker_notebook_instance: 'kms_key_id',
};

/** The volumes of notebooks and models under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'SAGEMAKER-001',
  name: 'sagemaker-encrypted-with-own-key',
  title: 'Notebooks, domains and endpoints for personal data are encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'What people load into a notebook, and what a model is asked, lies on volumes that SageMaker encrypts with a key of its own unless one is named: no policy says who may read them, and there is nothing to take away. Instances with a disk of their own (NVMe) encrypt that with a key in hardware, and refuse one of KMS for an endpoint: that is a waiver.',
  fix: 'Set `kms_key_id` (`kms_key_arn` of an endpoint configuration) to a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
  types: Object.keys(ATTRIBUTE),
  check: (resource, model) => (holdsPersonalData(resource) ? verdictOn(model, resource) : undefined),
};

function verdictOn(model: Model, resource: Resource): Verdict {
  const attribute = ATTRIBUTE[resource.type];
  const absent = 'volumes are encrypted with a key that AWS manages';
  return keyVerdict(model, resource, attribute, configured(resource, attribute), absent);
}
