import { isProduction } from '../../../aws/declared';
import { DOMAINS } from '../../../aws/opensearch/domains';
import { Resource } from '../../../terraform/stack';
import { asNumber, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

const COUNT = 'cluster_config.instance_count';
const AWARE = 'cluster_config.zone_awareness_enabled';
const STANDBY = 'cluster_config.multi_az_with_standby_enabled';

/** Search domains that outlive the loss of a zone. */
export const RULE: ResourceRule = {
  id: 'OPENSEARCH-004',
  name: 'domain-in-two-zones',
  title: 'A search domain in production has data nodes in two Availability Zones or more',
  severity: 'medium',
  claims: ['3.3.1.a'],
  rationale:
    'All nodes of a domain stand in one zone, and are lost with it, unless zone awareness spreads them. It takes two data nodes at least, and replicas of the indices, which the configuration does not show; AWS advises three zones, with standby. A domain whose environment nobody declares counts as production.',
  fix: 'Set `cluster_config.zone_awareness_enabled` to true and `cluster_config.instance_count` to a multiple of the zones, 2 at least; or `cluster_config.multi_az_with_standby_enabled` with three zones. What is no production says so: the posture, or the tag tom:environment.',
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html',
    'AWS Security Hub Opensearch.6, ES.6',
  ],
  types: DOMAINS,
  check: (domain) => (isProduction(domain) ? allOf([awareVerdict(domain), countVerdict(domain)]) : undefined),
};

function awareVerdict(domain: Resource): Verdict {
  const aware = domain.get(AWARE);
  const standby = domain.get(STANDBY);
  if (isTrue(aware) || isTrue(standby)) return MET;
  if (isUnknown(aware)) return unknownAttribute(AWARE, aware);
  if (isUnknown(standby)) return unknownAttribute(STANDBY, standby);
  return violated(`${AWARE} is ${describe(aware)}: all nodes stand in one Availability Zone`, { [AWARE]: true });
}

/** A domain that does not say how many has one data node. */
function countVerdict(domain: Resource): Verdict {
  const count = domain.get(COUNT);
  if (isUnknown(count)) return unknownAttribute(COUNT, count);
  if ((asNumber(count) ?? 1) >= 2) return MET;
  return violated(`${COUNT} is ${describe(count)}: one data node stands in one Availability Zone`, { [COUNT]: 2 });
}
