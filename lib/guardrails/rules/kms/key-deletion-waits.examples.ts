import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the default of 30 days',
      terraform: { resource: { aws_kms_key: { main: { enable_key_rotation: true } } } },
    },
    {
      title: '14 days',
      terraform: { resource: { aws_kms_external_key: { main: { deletion_window_in_days: 14 } } } },
    },
    {
      title: 'a plan of the default',
      terraform: { resource: { aws_kms_key: { main: { deletion_window_in_days: null } } } },
    },
  ],
  fail: [
    {
      title: 'a certificate authority that is gone in a week',
      terraform: {
        resource: { aws_acmpca_certificate_authority: { root: { permanent_deletion_time_in_days: 7 } } },
      },
      addresses: ['aws_acmpca_certificate_authority.root'],
    },
    {
      title: 'a week, in a counted key',
      terraform: {
        resource: {
          aws_kms_key: { main: { count: 2, deletion_window_in_days: 7 } },
        },
      },
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'ten days',
      terraform: { resource: { aws_kms_replica_key: { west: { deletion_window_in_days: 10 } } } },
      addresses: ['aws_kms_replica_key.west'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides on the days',
      terraform: {
        variable: { days: {} },
        resource: {
          aws_kms_key: { main: { deletion_window_in_days: '${var.days}' } },
        },
      },
      addresses: ['aws_kms_key.main'],
    },
  ],
};
