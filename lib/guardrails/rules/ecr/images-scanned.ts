import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const REGISTRY = 'aws_ecr_registry_scanning_configuration';
const ATTRIBUTE = 'image_scanning_configuration.scan_on_push';

/** Repositories whose images are scanned when they come. */
export const RULE: ResourceRule = {
  id: 'ECR-003',
  name: 'images-scanned',
  title: 'Images of a repository are scanned for vulnerabilities when they are pushed',
  severity: 'medium',
  claims: ['3.2.3.d', '5.1.1.e'],
  rationale:
    'An image carries the defects of everything in it into every task that runs it. A scan on push finds those that are known before it runs. A scanning configuration of the registry, where it is in this app, decides for the repositories that its filters name; of one that is kept elsewhere nothing is seen.',
  fix: `Set \`image_scanning_configuration { scan_on_push = true }\`, or scan every repository by an \`${REGISTRY}\` with the filter \`*\`.`,
  sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html', 'AWS Security Hub ECR.1'],
  types: ['aws_ecr_repository'],
  check: (repository, model) => {
    const scans = configured(repository, ATTRIBUTE);
    if (isTrue(scans) || scansAll(model)) return MET;
    if (isUnknown(scans)) return unknownAttribute(ATTRIBUTE, scans);
    if (model.present(REGISTRY).length > 0) {
      return undetermined(`whether a filter of the ${REGISTRY} names the repository is not told`);
    }
    return violated(`${ATTRIBUTE} is not true`, { [ATTRIBUTE]: true });
  },
};

/** Whether the registry certainly scans every image, by a rule for all repositories. */
function scansAll(model: Model): boolean {
  return model.present(REGISTRY).some((registry) => registry.blocks('rule').some(isForAll));
}

function isForAll(rule: Block): boolean {
  const frequency = rule.get('scan_frequency');
  const isScanned = frequency === 'SCAN_ON_PUSH' || frequency === 'CONTINUOUS_SCAN';
  return isScanned && rule.blocks('repository_filter').some((filter) => filter.get('filter') === '*');
}
