import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the newest policy',
      terraform: {
        resource: {
          aws_transfer_server: { orders: { count: 2, security_policy_name: 'TransferSecurityPolicy-2025-03' } },
        },
      },
    },
    {
      title: 'a restricted and a FIPS policy',
      terraform: {
        resource: {
          aws_transfer_server: {
            orders: { security_policy_name: 'TransferSecurityPolicy-Restricted-2024-06' },
            returns: { security_policy_name: 'TransferSecurityPolicy-FIPS-2024-01' },
          },
        },
      },
    },
  ],
  fail: [
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
      title: 'the oldest policy',
      terraform: {
        resource: { aws_transfer_server: { orders: { security_policy_name: 'TransferSecurityPolicy-2018-11' } } },
      },
      addresses: ['aws_transfer_server.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the policy',
      terraform: {
        variable: { policy: {} },
        resource: { aws_transfer_server: { orders: { security_policy_name: '${var.policy}' } } },
      },
      addresses: ['aws_transfer_server.orders'],
    },
  ],
};
