import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { Value, isFalse, isTrue, isUnknown } from '../../value';
import { allOf, requireAttribute, unknownAttribute } from '../checks';

const CLIENTS = 'encryption_info.encryption_in_transit.client_broker';
const BROKERS = 'encryption_info.encryption_in_transit.in_cluster';
const AUTHENTICATION = 'client_authentication';
const UNAUTHENTICATED = `${AUTHENTICATION}.unauthenticated`;
const AUTHORITIES = `${AUTHENTICATION}.tls.certificate_authority_arns`;
const CONNECTOR = 'kafka_cluster_encryption_in_transit.encryption_type';
const PLAIN = 'messages pass in the clear';

/** Kafka that nobody listens to, and nobody joins unasked. */
export const MSK_001: ResourceRule = {
  id: 'MSK-001',
  title: 'A Kafka cluster takes TLS alone, encrypts between brokers, and asks clients who they are',
  severity: 'high',
  measures: ['1.1.2', '3.1.1'],
  rationale:
    'Whoever sees the network between clients and brokers reads every message that is not encrypted, and a broker that asks nobody who they are gives every topic to whoever reaches it. MSK encrypts unless it is told not to; TLS_PLAINTEXT takes both kinds of client. It asks nobody unless IAM, SCRAM or client certificates are named. A connector of MSK Connect talks in the clear unless it is told to use TLS.',
  fix: 'Leave out `encryption_info.encryption_in_transit`, or set `client_broker` to TLS and `in_cluster` to true. Set `client_authentication.sasl.iam` to true and leave out `unauthenticated`. For a connector set `kafka_cluster_encryption_in_transit.encryption_type` to TLS.',
  sources: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    'https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html',
    'AWS Security Hub MSK.1, MSK.3, MSK.6',
  ],
  types: ['aws_msk_cluster', 'aws_mskconnect_connector'],
  check: (resource) => {
    if (resource.type === 'aws_mskconnect_connector') {
      return requireAttribute(resource, CONNECTOR, (value) => value === 'TLS', { [CONNECTOR]: 'TLS' }, PLAIN);
    }
    return allOf([
      requireAttribute(
        resource,
        CLIENTS,
        (value) => value === undefined || value === 'TLS',
        { [CLIENTS]: 'TLS' },
        PLAIN
      ),
      requireAttribute(resource, BROKERS, (value) => value === undefined || isTrue(value), { [BROKERS]: true }, PLAIN),
      authenticationVerdict(resource),
    ]);
  },
  examples: {
    pass: [
      {
        title: 'IAM, and TLS by default',
        terraform: {
          resource: { aws_msk_cluster: { events: { count: 2, client_authentication: { sasl: { iam: true } } } } },
        },
      },
      {
        title: 'TLS with client certificates, and a connector, blocks as lists',
        terraform: {
          resource: [
            {
              aws_msk_cluster: [
                {
                  events: [
                    {
                      client_authentication: [
                        {
                          tls: [{ certificate_authority_arns: ['${aws_acmpca_certificate_authority.main.arn}'] }],
                          unauthenticated: false,
                        },
                      ],
                      encryption_info: [{ encryption_in_transit: [{ client_broker: 'TLS', in_cluster: 'true' }] }],
                    },
                  ],
                },
              ],
            },
            {
              aws_mskconnect_connector: [
                { orders: [{ kafka_cluster_encryption_in_transit: [{ encryption_type: 'TLS' }] }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'clients in the clear, brokers in the clear, and a connector that does not say',
        terraform: {
          resource: {
            aws_msk_cluster: {
              both: {
                client_authentication: { sasl: { iam: true } },
                encryption_info: { encryption_in_transit: { client_broker: 'TLS_PLAINTEXT' } },
              },
              brokers: {
                client_authentication: { sasl: { iam: true } },
                encryption_info: { encryption_in_transit: { in_cluster: false } },
              },
            },
            aws_mskconnect_connector: { orders: { name: 'orders' } },
          },
        },
        addresses: ['aws_msk_cluster.both', 'aws_msk_cluster.brokers', 'aws_mskconnect_connector.orders'],
      },
      {
        title: 'nobody is asked, or whoever does not say',
        terraform: {
          resource: {
            aws_msk_cluster: {
              anybody: { client_authentication: { sasl: [{ scram: true }], unauthenticated: true } },
              silent: { cluster_name: 'silent' },
            },
          },
        },
        addresses: ['aws_msk_cluster.anybody', 'aws_msk_cluster.silent'],
      },
      {
        title: 'plaintext within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_msk_cluster.events',
                      mode: 'managed',
                      type: 'aws_msk_cluster',
                      name: 'events',
                      values: {
                        client_authentication: [
                          { sasl: [{ iam: true, scram: false }], tls: [], unauthenticated: null },
                        ],
                        encryption_info: [
                          { encryption_in_transit: [{ client_broker: 'PLAINTEXT', in_cluster: true }] },
                        ],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_msk_cluster.events'],
      },
    ],
    undetermined: [
      {
        title: 'variables decide',
        terraform: {
          variable: { auth: {}, iam: {}, open: {}, protocol: {} },
          resource: {
            aws_msk_cluster: {
              all: { client_authentication: '${var.auth}' },
              clients: {
                client_authentication: { sasl: { iam: true } },
                encryption_info: { encryption_in_transit: { client_broker: '${var.protocol}' } },
              },
              iam: { client_authentication: { sasl: { iam: '${var.iam}' } } },
              open: { client_authentication: { sasl: { iam: true }, unauthenticated: '${var.open}' } },
            },
          },
        },
        addresses: ['aws_msk_cluster.all', 'aws_msk_cluster.clients', 'aws_msk_cluster.iam', 'aws_msk_cluster.open'],
      },
    ],
  },
};

function authenticationVerdict(cluster: Resource): Verdict {
  const unauthenticated = cluster.get(UNAUTHENTICATED);
  if (isUnknown(unauthenticated)) return unknownAttribute(UNAUTHENTICATED, unauthenticated);
  if (unauthenticated !== undefined && !isFalse(unauthenticated)) {
    const message = `${UNAUTHENTICATED} is ${describe(unauthenticated)}: clients are let in unasked`;
    return violated(message, { [UNAUTHENTICATED]: false });
  }
  const ways: [attribute: string, value: Value][] = ['sasl.iam', 'sasl.scram'].map((way) => [
    `${AUTHENTICATION}.${way}`,
    cluster.get(`${AUTHENTICATION}.${way}`),
  ]);
  const authorities = cluster.get(AUTHORITIES);
  if (ways.some(([, value]) => isTrue(value))) return MET;
  if (Array.isArray(authorities) && authorities.length > 0) return MET;
  const open = [...ways, [AUTHORITIES, authorities] as const].find(([, value]) => isUnknown(value));
  if (open) return unknownAttribute(open[0], open[1]);
  return violated(`${AUTHENTICATION} names neither IAM nor SCRAM nor client certificates: clients are let in unasked`, {
    [`${AUTHENTICATION}.sasl.iam`]: true,
  });
}
