import { isPlainText } from '../../terraform/json-attribute';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { Policy, PolicyReading } from './policy';

/** A policy that was read, around the ARN of the resource that it is for. */
interface Pattern {
  readonly parts: readonly string[];
  readonly policy: Policy;
  /** The resources of each statement, around that ARN. */
  readonly resources: readonly (readonly (readonly string[])[])[];
}

/** By the type of the resource. */
const PATTERNS = new Memo<Map<string, Pattern[]>>();

/** How many are kept of a type: to compare with many takes longer than to read. */
const MOST_PATTERNS = 8;

const ARN = /\$\{(aws_\w+)\.[\w-]+\.arn\}/;

/** Reads a policy. Those of thousands of resources often differ only in the resource that they are for: one is read, and the others are made of it. */
export function readAlike(model: Model, text: string, read: () => PolicyReading): PolicyReading {
  const [arn, type] = ARN.exec(text) ?? [];
  if (arn === undefined) return read();
  const patterns = PATTERNS.of(model, () => new Map<string, Pattern[]>());
  const known = patterns.get(type) ?? [];
  const alike = known.find(({ parts }) => parts.join(arn) === text);
  if (alike) return withArn(alike, arn);
  const policy = read();
  const pattern = known.length < MOST_PATTERNS ? patternOf(text, arn, policy) : undefined;
  if (pattern) patterns.set(type, [...known, pattern]);
  return policy;
}

/** What is read the same wherever it stands, and names the resource in no other place than as the resource of its statements. */
function patternOf(text: string, arn: string, policy: PolicyReading): Pattern | undefined {
  if (!policy || !('statements' in policy) || !isPlainText(text)) return undefined;
  const { statements } = policy;
  const others = { ...policy, statements: statements.map((statement) => ({ ...statement, resources: [] })) };
  if (JSON.stringify(others).includes(arn)) return undefined;
  const resources = statements.map((statement) => statement.resources.map((resource) => resource.split(arn)));
  return { parts: text.split(arn), policy, resources };
}

function withArn({ policy, resources }: Pattern, arn: string): Policy {
  const statements = policy.statements.map((statement, at) => {
    return { ...statement, resources: resources[at].map((parts) => parts.join(arn)) };
  });
  return { ...policy, statements };
}
