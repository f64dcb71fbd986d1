import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'on push',
      terraform: {
        resource: { aws_ecr_repository: { shop: { image_scanning_configuration: { scan_on_push: true } } } },
      },
    },
    {
      title: 'by the registry, all the time',
      terraform: {
        resource: {
          aws_ecr_repository: { shop: { name: 'shop' } },
          aws_ecr_registry_scanning_configuration: {
            all: {
              scan_type: 'ENHANCED',
              rule: [
                {
                  scan_frequency: 'CONTINUOUS_SCAN',
                  repository_filter: [{ filter: '*', filter_type: 'WILDCARD' }],
                },
              ],
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'not scanned',
      terraform: {
        resource: { aws_ecr_repository: { shop: { image_scanning_configuration: { scan_on_push: false } } } },
      },
      addresses: ['aws_ecr_repository.shop'],
    },
    {
      title: 'not scanned, by default',
      terraform: { resource: { aws_ecr_repository: { shop: { count: 2 } } } },
      addresses: ['aws_ecr_repository.shop'],
    },
  ],
  undetermined: [
    {
      title: 'a variable says it',
      terraform: {
        variable: { scan: {} },
        resource: { aws_ecr_repository: { shop: { image_scanning_configuration: { scan_on_push: '${var.scan}' } } } },
      },
      addresses: ['aws_ecr_repository.shop'],
    },
    {
      title: 'the registry scans some',
      terraform: {
        resource: {
          aws_ecr_repository: { shop: { name: 'shop' } },
          aws_ecr_registry_scanning_configuration: {
            some: {
              scan_type: 'BASIC',
              rule: [
                { scan_frequency: 'SCAN_ON_PUSH', repository_filter: [{ filter: 'sh', filter_type: 'WILDCARD' }] },
              ],
            },
          },
        },
      },
      addresses: ['aws_ecr_repository.shop'],
    },
  ],
};
