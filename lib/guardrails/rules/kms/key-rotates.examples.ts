import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'rotation on, once a year by default',
      terraform: { resource: { aws_kms_key: { main: { enable_key_rotation: true } } } },
    },
    {
      title: 'rotation on, every 90 days',
      terraform: { resource: { aws_kms_key: { main: { enable_key_rotation: true, rotation_period_in_days: 90 } } } },
    },
    {
      title: 'an HMAC key cannot rotate',
      terraform: {
        resource: {
          aws_kms_key: { token: { key_usage: 'GENERATE_VERIFY_MAC', customer_master_key_spec: 'HMAC_256' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'rotation unset',
      terraform: { resource: { aws_kms_key: { main: {} } } },
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'rotation every two years, in a counted key',
      terraform: {
        resource: { aws_kms_key: { main: { count: 3, enable_key_rotation: true, rotation_period_in_days: 730 } } },
      },
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'rotation off',
      terraform: { resource: { aws_kms_key: { main: { enable_key_rotation: false } } } },
      addresses: ['aws_kms_key.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { rotate: {} },
        resource: { aws_kms_key: { main: { enable_key_rotation: '${var.rotate}' } } },
      },
      addresses: ['aws_kms_key.main'],
    },
  ],
};
