import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { hasUnknown, isUnknown } from '../../value';
import { allOf, unknownAttribute } from '../checks';

/** The year and month of the oldest policy that AWS itself attaches to a server made in its console. */
const SINCE = '2024-01';

/** Servers for files whose connections are encrypted, and strongly. */
export const TRANSFER_001: ResourceRule = {
  id: 'TRANSFER-001',
  title: `A Transfer Family server speaks no FTP, and names a security policy of ${SINCE} or newer`,
  severity: 'high',
  measures: ['1.1.1', '1.1.2', '3.2.4'],
  rationale:
    'FTP passes names, passwords and files in the clear. For SFTP and FTPS the security policy decides the ciphers, and a server that names none gets TransferSecurityPolicy-2018-11, the oldest, from the provider. AWS itself attaches TransferSecurityPolicy-2024-01 to what its console makes. The date of a policy is in its name.',
  fix: 'Set `protocols` to SFTP, or to FTPS with a certificate, and `security_policy_name` to "TransferSecurityPolicy-2025-03".',
  sources: [
    'https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html',
    'AWS Security Hub Transfer.2',
  ],
  types: ['aws_transfer_server'],
  check: (server) => allOf([protocolsVerdict(server), policyVerdict(server)]),
  examples: {
    pass: [
      {
        title: 'SFTP by default',
        terraform: {
          resource: {
            aws_transfer_server: { orders: { count: 2, security_policy_name: 'TransferSecurityPolicy-2025-03' } },
          },
        },
      },
      {
        title: 'SFTP and FTPS under a restricted and a FIPS policy, in lists',
        terraform: {
          resource: [
            {
              aws_transfer_server: [
                {
                  orders: [
                    {
                      protocols: ['SFTP', 'FTPS'],
                      security_policy_name: 'TransferSecurityPolicy-Restricted-2024-06',
                    },
                  ],
                },
                { returns: [{ security_policy_name: 'TransferSecurityPolicy-FIPS-2024-01' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'FTP',
        terraform: {
          resource: {
            aws_transfer_server: {
              orders: { protocols: ['SFTP', 'FTP'], security_policy_name: 'TransferSecurityPolicy-2025-03' },
            },
          },
        },
        addresses: ['aws_transfer_server.orders'],
      },
      {
        title: 'no policy, and an old one',
        terraform: {
          resource: {
            aws_transfer_server: {
              orders: { protocols: ['SFTP'] },
              returns: { security_policy_name: 'TransferSecurityPolicy-PQ-SSH-Experimental-2023-04' },
            },
          },
        },
        addresses: ['aws_transfer_server.orders', 'aws_transfer_server.returns'],
      },
      {
        title: 'the oldest policy within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_transfer_server.orders',
                      mode: 'managed',
                      type: 'aws_transfer_server',
                      name: 'orders',
                      values: { protocols: ['SFTP'], security_policy_name: 'TransferSecurityPolicy-2018-11' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_transfer_server.orders'],
      },
    ],
    undetermined: [
      {
        title: 'variables name the protocols and the policy',
        terraform: {
          variable: { policy: {}, protocol: {}, protocols: {} },
          resource: {
            aws_transfer_server: {
              all: { protocols: '${var.protocols}', security_policy_name: 'TransferSecurityPolicy-2024-01' },
              one: { protocols: ['SFTP', '${var.protocol}'], security_policy_name: 'TransferSecurityPolicy-2024-01' },
              policy: { security_policy_name: '${var.policy}' },
            },
          },
        },
        addresses: ['aws_transfer_server.all', 'aws_transfer_server.one', 'aws_transfer_server.policy'],
      },
    ],
  },
};

function protocolsVerdict(server: Resource): Verdict {
  const protocols = server.get('protocols');
  if (Array.isArray(protocols) && protocols.includes('FTP')) {
    return violated(`protocols is ${describe(protocols)}: FTP passes passwords and files in the clear`);
  }
  if (!hasUnknown(protocols)) return MET;
  return unknownAttribute('protocols', Array.isArray(protocols) ? protocols.find(isUnknown) : protocols);
}

function policyVerdict(server: Resource): Verdict {
  const policy = server.get('security_policy_name');
  if (isUnknown(policy)) return unknownAttribute('security_policy_name', policy);
  const date = typeof policy === 'string' ? /-(\d{4}-\d{2})$/.exec(policy)?.[1] : undefined;
  if (date !== undefined && date >= SINCE) return MET;
  const means = policy === undefined ? ', which means TransferSecurityPolicy-2018-11' : `, older than ${SINCE}`;
  return violated(`security_policy_name is ${describe(policy)}${means}`, {
    security_policy_name: 'TransferSecurityPolicy-2025-03',
  });
}
