import { ResourceRule } from '../../rule';
import { settingVerdict } from '../../verdicts/setting';

/** Repositories in which a tag stays with its image. */
export const RULE: ResourceRule = {
  id: 'ECR-002',
  name: 'tags-immutable',
  title: 'A tag of an image repository stays with its image',
  severity: 'medium',
  claims: ['3.2.3.d', '3.2.3.e'],
  rationale:
    'Where tags can move, anyone who may push replaces what every task and node pulls next, under the name that was reviewed and scanned. By default tags move. Tags that are meant to, such as latest, can be excepted one by one.',
  fix: 'Set `image_tag_mutability` to IMMUTABLE, or to IMMUTABLE_WITH_EXCLUSION with the tags that may move.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
    'AWS Security Hub ECR.2',
  ],
  types: ['aws_ecr_repository', 'aws_ecr_repository_creation_template'],
  check: (repository) =>
    settingVerdict(repository, {
      attribute: 'image_tag_mutability',
      is: ['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION'],
      default: 'MUTABLE',
      otherwise: 'what a tag names can be replaced',
    }),
};
