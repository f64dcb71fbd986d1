import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a VPC endpoint',
      terraform: {
        resource: {
          aws_opensearchserverless_security_policy: {
            orders: {
              type: 'network',
              policy: JSON.stringify([
                {
                  Rules: [{ ResourceType: 'collection', Resource: ['collection/orders'] }],
                  AllowFromPublic: false,
                  SourceVPCEs: ['vpce-050f79086ee71ac05'],
                },
              ]),
            },
          },
        },
      },
    },
    {
      title: 'a policy for encryption',
      terraform: {
        resource: {
          aws_opensearchserverless_security_policy: {
            orders: { type: 'encryption', policy: JSON.stringify({ Rules: [], AWSOwnedKey: true }) },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'everyone',
      terraform: {
        resource: {
          aws_opensearchserverless_security_policy: {
            orders: {
              type: 'network',
              policy: JSON.stringify([
                { Rules: [{ ResourceType: 'collection', Resource: ['collection/orders'] }], AllowFromPublic: true },
              ]),
            },
          },
        },
      },
      addresses: ['aws_opensearchserverless_security_policy.orders'],
    },
    {
      title: 'everyone, by one part of two',
      terraform: {
        resource: {
          aws_opensearchserverless_security_policy: {
            orders: {
              type: 'network',
              policy: JSON.stringify([
                { Rules: [], AllowFromPublic: false },
                { Rules: [], AllowFromPublic: true },
              ]),
            },
          },
        },
      },
      addresses: ['aws_opensearchserverless_security_policy.orders'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_opensearchserverless_security_policy: {
            part: { type: 'network', policy: JSON.stringify([{ AllowFromPublic: '${var.open}' }]) },
            type: {
              type: '${var.open}',
              policy: JSON.stringify([
                { Rules: [{ ResourceType: 'collection', Resource: ['collection/orders'] }], AllowFromPublic: true },
              ]),
            },
            whole: { type: 'network', policy: '${var.open}' },
          },
        },
      },
      addresses: [
        'aws_opensearchserverless_security_policy.part',
        'aws_opensearchserverless_security_policy.type',
        'aws_opensearchserverless_security_policy.whole',
      ],
    },
    {
      title: 'what is no JSON',
      terraform: {
        resource: { aws_opensearchserverless_security_policy: { orders: { type: 'network', policy: '[{' } } },
      },
      addresses: ['aws_opensearchserverless_security_policy.orders'],
    },
  ],
};
