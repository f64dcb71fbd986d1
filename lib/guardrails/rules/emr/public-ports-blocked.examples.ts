import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'every port is blocked',
      terraform: {
        resource: { aws_emr_block_public_access_configuration: { here: { block_public_security_group_rules: true } } },
      },
    },
    {
      title: 'as text',
      terraform: {
        resource: {
          aws_emr_block_public_access_configuration: { here: { block_public_security_group_rules: 'true' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'the block is off',
      terraform: {
        resource: { aws_emr_block_public_access_configuration: { here: { block_public_security_group_rules: false } } },
      },
      addresses: ['aws_emr_block_public_access_configuration.here'],
    },
    {
      title: 'a port is permitted',
      terraform: {
        resource: {
          aws_emr_block_public_access_configuration: {
            here: {
              block_public_security_group_rules: true,
              permitted_public_security_group_rule_range: { min_range: 22, max_range: 22 },
            },
          },
        },
      },
      addresses: ['aws_emr_block_public_access_configuration.here'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_emr_block_public_access_configuration: {
            block: { block_public_security_group_rules: '${var.open}' },
            ranges: {
              block_public_security_group_rules: true,
              permitted_public_security_group_rule_range: '${var.open}',
            },
          },
        },
      },
      addresses: [
        'aws_emr_block_public_access_configuration.block',
        'aws_emr_block_public_access_configuration.ranges',
      ],
    },
  ],
};
