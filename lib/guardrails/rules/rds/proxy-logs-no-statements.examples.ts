import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'off, and by default',
      terraform: {
        resource: {
          aws_db_proxy: {
            orders: { name: 'orders', require_tls: true, debug_logging: false },
            reports: { name: 'reports', require_tls: true },
          },
        },
      },
    },
    {
      title: 'internal data',
      terraform: {
        resource: { aws_db_proxy: { builds: { debug_logging: true, tags: { 'tom:data-class': 'internal' } } } },
      },
    },
  ],
  fail: [
    {
      title: 'on',
      terraform: { resource: { aws_db_proxy: { orders: { name: 'orders', require_tls: true, debug_logging: true } } } },
      addresses: ['aws_db_proxy.orders'],
    },
    {
      title: 'on, as text',
      terraform: {
        resource: { aws_db_proxy: { orders: { debug_logging: 'true', tags: { 'tom:data-class': 'personal' } } } },
      },
      addresses: ['aws_db_proxy.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { debug: {} },
        resource: { aws_db_proxy: { orders: { debug_logging: '${var.debug}' } } },
      },
      addresses: ['aws_db_proxy.orders'],
    },
  ],
};
