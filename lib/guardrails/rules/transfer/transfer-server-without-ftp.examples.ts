import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'SFTP by default',
      terraform: { resource: { aws_transfer_server: { orders: { count: 2 } } } },
    },
    {
      title: 'SFTP and FTPS',
      terraform: { resource: { aws_transfer_server: { orders: { protocols: ['SFTP', 'FTPS'] } } } },
    },
  ],
  fail: [
    {
      title: 'FTP beside SFTP',
      terraform: { resource: { aws_transfer_server: { orders: { protocols: ['SFTP', 'FTP'] } } } },
      addresses: ['aws_transfer_server.orders'],
    },
    {
      title: 'FTP',
      terraform: { resource: { aws_transfer_server: { orders: { protocols: ['FTP'] } } } },
      addresses: ['aws_transfer_server.orders'],
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
