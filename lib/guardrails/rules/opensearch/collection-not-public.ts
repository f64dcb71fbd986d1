import { configured } from '../../../terraform/configured';
import { readJson } from '../../../terraform/json-attribute';
import { Value, describe, isJsonObject, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

/** Collections of OpenSearch Serverless that the internet does not reach. */
export const RULE: ResourceRule = {
  id: 'OPENSEARCH-009',
  name: 'collection-not-public',
  title: 'A network policy of OpenSearch Serverless lets the public reach no collection',
  severity: 'high',
  claims: ['3.3.4.n'],
  rationale:
    'A network policy decides who reaches the endpoint and the dashboards of its collections: VPC endpoints that it names, or with AllowFromPublic everyone on the internet, who then meets only data access policies.',
  fix: 'Set `AllowFromPublic` to false, and name the VPC endpoints in `SourceVPCEs`.',
  sources: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html'],
  types: ['aws_opensearchserverless_security_policy'],
  check: (policy) => {
    const type = configured(policy, 'type');
    if (type === 'encryption') return undefined;
    const reading = readJson(policy, 'policy');
    if (reading === undefined) return undefined;
    if ('broken' in reading) return undetermined(`policy cannot be read: ${reading.broken}`);
    if ('unknown' in reading) return undetermined(`policy is ${reading.unknown}, which only a plan can tell`);
    const parts = Array.isArray(reading.json) ? reading.json : [reading.json];
    const verdict = allOf(parts.map(partVerdict));
    return verdict.outcome === 'violated' && isUnknown(type) ? unknownAttribute('type', type) : verdict;
  },
};

function partVerdict(part: Value): Verdict {
  if (isUnknown(part)) return unknownAttribute('a part of policy', part);
  if (!isJsonObject(part)) return MET;
  const { AllowFromPublic: isPublic } = part as { readonly [key: string]: Value };
  if (isUnknown(isPublic)) return unknownAttribute('AllowFromPublic', isPublic);
  if (!isTrue(isPublic)) return MET;
  return violated(`AllowFromPublic of policy is ${describe(isPublic)}: everyone reaches the collections`);
}
