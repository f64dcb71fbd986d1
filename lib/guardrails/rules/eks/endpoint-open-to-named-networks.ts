import { areEverybody } from '../../../aws/ip-ranges';
import { configured } from '../../../terraform/configured';
import { describe, isFalse, isUnknown, items } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const PUBLIC = 'vpc_config.endpoint_public_access';
const RANGES = 'vpc_config.public_access_cidrs';

/** API servers of Kubernetes that not all of the internet reaches. */
export const RULE: ResourceRule = {
  id: 'EKS-003',
  name: 'endpoint-open-to-named-networks',
  title: 'The endpoint of an EKS cluster is closed to the internet, or open to named networks only',
  severity: 'high',
  claims: ['3.3.4.n'],
  rationale:
    'The API server rules over all that runs in the cluster. Its public endpoint is on by default, and open to 0.0.0.0/0: a stolen token, or a flaw in the server, then serves from everywhere. AWS-016 asks for no public endpoint at all; where that is waived, this still holds.',
  fix: `Set \`${PUBLIC}\` to false, or \`${RANGES}\` to the networks that administer the cluster.`,
  sources: [
    'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
    'https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigRequest.html',
    'AWS Security Hub EKS.1',
  ],
  types: ['aws_eks_cluster'],
  check: (cluster) => {
    const isPublic = configured(cluster, PUBLIC);
    if (isFalse(isPublic)) return MET;
    const value = configured(cluster, RANGES);
    const ranges = items(value);
    const known = ranges.filter((range) => typeof range === 'string');
    const isOpen = ranges.length === 0 || areEverybody(known);
    if (!isOpen && known.length === ranges.length) return MET;
    if (!isOpen) return unknownAttribute(RANGES, ranges.find(isUnknown));
    const message = `${RANGES} is ${describe(value)}${ranges.length === 0 ? ', which means 0.0.0.0/0' : ''}: the whole internet reaches the API server`;
    return isUnknown(isPublic) ? undetermined(`${message}, unless ${PUBLIC} is false`) : violated(message);
  },
};
