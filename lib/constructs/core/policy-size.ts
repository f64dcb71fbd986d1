import { IConstruct } from 'constructs';
import { resolved } from './resolved';

/**
 * How long a policy is once Terraform has filled in what it knows. Each of these is taken to be as long as such texts are at most, or usually where that differs
 * by far: `aws`, twelve digits, `ap-southeast-2`, `amazonaws.com`, the ARN of a key (75) or of a bucket with a long name (76), and else a UUID.
 */
export function estimatedSize(scope: IConstruct, text: string): number {
  const written = resolved(scope, text);
  return written.replace(INTERPOLATION, (expression) => 'x'.repeat(lengthOf(expression))).replace(/\$\$\{/g, '${')
    .length;
}

/** What Terraform fills in. `$${…}` is a variable of IAM, which stays. */
const INTERPOLATION = /(?<!\$)\$\{[^}]*\}/g;

const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/aws_partition\.\w+\.partition\}/, 'aws'.length],
  [/aws_partition\.\w+\.dns_suffix\}/, 'amazonaws.com'.length],
  [/aws_caller_identity\.\w+\.account_id\}/, 12],
  [/aws_region\.\w+\.(?:id|name|region)\}/, 'ap-southeast-2'.length],
  [/arn["'\]]*\}/, 76],
];

const UUID = 36;

function lengthOf(expression: string): number {
  return LENGTHS.find(([pattern]) => pattern.test(expression))?.[1] ?? UUID;
}
