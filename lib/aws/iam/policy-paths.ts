import { Memo } from '../../terraform/memo';
import { Resource } from '../../terraform/stack';
import { asBlocks, Json, isJsonObject } from '../../terraform/value';
import { holdsResourcePolicy } from './resource-policies';

const PATHS = new Memo<readonly string[]>();

/** Where a resource of any type holds something that may be a resource policy: the paths of its attributes. */
export function policyPaths(resource: Resource): readonly string[] {
  return PATHS.of(resource, () => pathsIn(resource.body, resource.type));
}

function pathsIn(json: Json, type?: string): readonly string[] {
  const body = Array.isArray(json) ? asBlocks(json)[0] : json;
  if (!isJsonObject(body)) return NONE;
  // Nearly no block has any.
  let paths = NONE;
  for (const name in body) {
    if (name === '//') continue;
    const value = body[name];
    const isNamed = type !== undefined && holdsResourcePolicy(type, name);
    if (isNamed || mayBePolicy(name, value)) paths = [...paths, name];
    else if (typeof value === 'object') {
      const inner = pathsIn(value);
      if (inner.length > 0) paths = [...paths, ...below(name, inner)];
    }
  }
  return paths;
}

function below(name: string, paths: readonly string[]): readonly string[] {
  return paths.map((path) => `${name}.${path}`);
}

const NONE: readonly string[] = [];

/** Text with what every resource policy has, a reference to what may hold such text, or any expression that is called a policy. */
function mayBePolicy(name: string, json: Json): boolean {
  if (isJsonObject(json)) return 'Statement' in json;
  if (typeof json !== 'string') return false;
  if (json.includes('Statement') && json.includes('Principal')) return true;
  if (!json.startsWith('${')) return false;
  return (
    (name.includes('policy') && /policy(?:_json|_document|_text)?$/.test(name)) ||
    /^\$\{(?:local|var|data\.aws_iam_policy_document)\./.test(json)
  );
}
