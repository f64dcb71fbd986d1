import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'no tag moves',
      terraform: { resource: { aws_ecr_repository: { shop: { image_tag_mutability: 'IMMUTABLE' } } } },
    },
    {
      title: 'only those that are excepted do',
      terraform: {
        resource: {
          aws_ecr_repository: { shop: { count: 2, image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION' } },
          aws_ecr_repository_creation_template: { cache: { image_tag_mutability: 'IMMUTABLE' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'tags move',
      terraform: { resource: { aws_ecr_repository: { shop: { image_tag_mutability: 'MUTABLE' } } } },
      addresses: ['aws_ecr_repository.shop'],
    },
    {
      title: 'tags move, by default',
      terraform: {
        resource: { aws_ecr_repository: { shop: {} }, aws_ecr_repository_creation_template: { cache: {} } },
      },
      addresses: ['aws_ecr_repository.shop', 'aws_ecr_repository_creation_template.cache'],
    },
  ],
  undetermined: [
    {
      title: 'a variable says it',
      terraform: {
        variable: { tags: {} },
        resource: { aws_ecr_repository: { shop: { image_tag_mutability: '${var.tags}' } } },
      },
      addresses: ['aws_ecr_repository.shop'],
    },
  ],
};
