import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'SFTP by default',
      terraform: { resource: { aws_transfer_server: { orders: { count: 2 } } } },
    },
    {
      title: 'SFTP and FTPS, in lists',
      terraform: { resource: [{ aws_transfer_server: [{ orders: [{ protocols: ['SFTP', 'FTPS'] }] }] }] },
    },
  ],
  fail: [
    {
      title: 'FTP beside SFTP',
      terraform: { resource: { aws_transfer_server: { orders: { protocols: ['SFTP', 'FTP'] } } } },
      addresses: ['aws_transfer_server.orders'],
    },
    {
      title: 'FTP within a module of a plan',
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
                    values: { protocols: ['FTP'] },
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
      title: 'variables name the protocols, or one of them',
      terraform: {
        variable: { protocol: {}, protocols: {} },
        resource: {
          aws_transfer_server: {
            all: { protocols: '${var.protocols}' },
            one: { protocols: ['SFTP', '${var.protocol}'] },
          },
        },
      },
      addresses: ['aws_transfer_server.all', 'aws_transfer_server.one'],
    },
  ],
};
