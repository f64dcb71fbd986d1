import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { asNumber, isTrue, isUnknown } from '../../value';
import { allOf, unknownAttribute } from '../checks';
import { isProduction } from '../environment';
import { DOMAINS } from './domains';

const COUNT = 'cluster_config.instance_count';
const AWARE = 'cluster_config.zone_awareness_enabled';
const STANDBY = 'cluster_config.multi_az_with_standby_enabled';

/** Search domains that outlive the loss of a zone. */
export const OPENSEARCH_004: ResourceRule = {
  id: 'OPENSEARCH-004',
  title: 'A search domain in production has data nodes in two Availability Zones or more',
  severity: 'medium',
  measures: ['3.3.1'],
  rationale:
    'All nodes of a domain stand in one zone, and are lost with it, unless zone awareness spreads them. It takes two data nodes at least, and replicas of the indices, which the configuration does not show; AWS advises three zones, with standby. A domain whose environment nobody declares counts as production.',
  fix: 'Set `cluster_config.zone_awareness_enabled` to true and `cluster_config.instance_count` to a multiple of the zones, 2 at least; or `cluster_config.multi_az_with_standby_enabled` with three zones. What is no production says so: the posture, or the tag tom:environment.',
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html',
    'AWS Security Hub Opensearch.6, ES.6',
  ],
  types: DOMAINS,
  check: (domain) => (isProduction(domain) ? allOf([awareVerdict(domain), countVerdict(domain)]) : undefined),
  examples: {
    pass: [
      {
        title: 'two zones, and three with standby',
        terraform: {
          resource: {
            aws_opensearch_domain: {
              orders: { count: 2, cluster_config: { instance_count: 2, zone_awareness_enabled: true } },
              products: {
                cluster_config: {
                  instance_count: 3,
                  multi_az_with_standby_enabled: true,
                  zone_awareness_config: { availability_zone_count: 3 },
                  zone_awareness_enabled: true,
                },
              },
            },
          },
        },
      },
      {
        title: 'a development environment, and blocks as lists',
        terraform: {
          resource: [
            {
              aws_elasticsearch_domain: [
                { orders: [{ cluster_config: [{ instance_count: '4', zone_awareness_enabled: 'true' }] }] },
                { test: [{ tags: { 'tom:environment': 'development' } }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'nothing is said, one zone, and one node',
        terraform: {
          resource: {
            aws_elasticsearch_domain: { orders: { domain_name: 'orders' } },
            aws_opensearch_domain: {
              node: { cluster_config: { zone_awareness_enabled: true } },
              zone: { cluster_config: { instance_count: 3, zone_awareness_enabled: false } },
            },
          },
        },
        addresses: ['aws_elasticsearch_domain.orders', 'aws_opensearch_domain.node', 'aws_opensearch_domain.zone'],
      },
      {
        title: 'one zone within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_opensearch_domain.products',
                      mode: 'managed',
                      type: 'aws_opensearch_domain',
                      name: 'products',
                      values: { cluster_config: [{ instance_count: 2, zone_awareness_enabled: null }] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_opensearch_domain.products'],
      },
    ],
    undetermined: [
      {
        title: 'variables decide',
        terraform: {
          variable: { cluster: {}, nodes: {}, standby: {}, zones: {} },
          resource: {
            aws_opensearch_domain: {
              all: { cluster_config: '${var.cluster}' },
              nodes: { cluster_config: { instance_count: '${var.nodes}', zone_awareness_enabled: true } },
              standby: { cluster_config: { instance_count: 3, multi_az_with_standby_enabled: '${var.standby}' } },
              zones: { cluster_config: { instance_count: 2, zone_awareness_enabled: '${var.zones}' } },
            },
          },
        },
        addresses: [
          'aws_opensearch_domain.all',
          'aws_opensearch_domain.nodes',
          'aws_opensearch_domain.standby',
          'aws_opensearch_domain.zones',
        ],
      },
    ],
  },
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
