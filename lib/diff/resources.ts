import { ALL_RULE_TYPES, GROUPS } from '../aws/ec2/security-group-rules';
import { Severity } from '../guardrails/rule';
import { Memo } from '../terraform/memo';
import { Resource, Stack } from '../terraform/stack';
import { Json, JsonObject, asBlocks, isJsonObject } from '../terraform/value';
import { Direction, Subject } from './change';
import { Difference, Form, differencesOf, formOf, idOf, isObject, isPolicy, leavesOf } from './differences';
import { ResourcePair } from './pairs';
import { comparePolicies, policyOfDocument } from './policies';
import { roleOf, subjectOfRole } from './roles';
import { judgeSetting } from './settings';

/** What is otherwise about one resource, before it has a place in a diff. */
export interface Finding {
  readonly direction: Direction;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly before?: string;
  readonly after?: string;
  readonly message: string;
  /** What a rule would name that finds the same. */
  readonly names?: string;
  /** Set where only tags differ that nothing hangs on. */
  readonly isTag?: true;
}

const DOCUMENT = 'aws_iam_policy_document';

/** What changed of a resource, is new, or is gone. */
export function findingsOf(pair: ResourcePair, inAddressesOfNow: ((text: string) => string) | undefined): Finding[] {
  const { before, after } = pair;
  const resource = (after ?? before)!;
  if (resource.mode === 'data' && resource.type !== DOCUMENT) return [];
  // What security groups let through is compared as a whole.
  if (ALL_RULE_TYPES.includes(resource.type)) return [];
  if (before && after) return changed(before, after, pair.stack.hasSameInputs, inAddressesOfNow);
  return resource.mode === 'data' ? [] : appeared(resource, after !== undefined);
}

function changed(
  before: Resource,
  after: Resource,
  hasSameInputs: boolean,
  inAddressesOfNow: ((text: string) => string) | undefined
): Finding[] {
  const former = inAddressesOfNow
    ? (JSON.parse(inAddressesOfNow(JSON.stringify(before.body))) as JsonObject)
    : before.body;
  if (hasSameInputs && isSame(former, after.body)) return [];
  const was = documentOr(
    before,
    formOf(former, (written) => before.evaluate(written))
  );
  const is = documentOr(
    after,
    formOf(after.body, (written) => after.evaluate(written))
  );
  return differencesOf(was, is)
    .filter((difference) => !isFilledIn(before, after, difference))
    .flatMap((difference) => ofDifference(after.type, difference));
}

/** Whether JSON is written the same, but for the order of keys and the comments to Terraform. */
function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, at) => isSame(item, other[at]));
  }
  for (const key in one) if (key !== '//' && !isSame(one[key], other[key])) return false;
  for (const key in other) if (key !== '//' && !(key in one)) return false;
  return true;
}

function documentOr(resource: Resource, form: Form): Form {
  return resource.mode === 'data' ? policyOfDocument(form) : form;
}

/** Whether only AWS says what stands there: a plan that changes a resource does not know what AWS fills in. */
function isFilledIn(before: Resource, after: Resource, { path, after: now }: Difference): boolean {
  return before.stack.kind === 'plan' && after.stack.kind === 'plan' && now === undefined && isUnknownIn(after, path);
}

const UNKNOWN = new Memo<ReadonlyMap<string, Json | undefined>>();

/** What a plan does not know of each resource, by address. */
function unknownIn(stack: Stack): ReadonlyMap<string, Json | undefined> {
  return UNKNOWN.of(
    stack,
    () =>
      new Map(
        asBlocks(stack.json?.resource_changes).flatMap(({ address, change }): [string, Json | undefined][] =>
          typeof address === 'string' && isJsonObject(change) ? [[address, change.after_unknown]] : []
        )
      )
  );
}

function isUnknownIn({ stack, address }: Resource, path: readonly string[]): boolean {
  let at: readonly (Json | undefined)[] = [unknownIn(stack).get(address)];
  for (const name of path) {
    if (at.includes(true)) return true;
    at = at.flatMap((item) => (isJsonObject(item) ? item[name] : []));
  }
  return at.includes(true);
}

function ofDifference(type: string, difference: Difference): Finding[] {
  const { path, before, after } = difference;
  const place = path.join('.') || 'document';
  if (isPolicy(before) || isPolicy(after)) return policyFindings(place, before, after);
  if (GROUPS.includes(type) && /^(?:ingress|egress)$/.test(path[0])) return [];
  // A text that nobody can read may be a policy as well.
  if (/polic(?:y|ies)/.test(path[path.length - 1] ?? '') && [before, after].some(isOpenText)) {
    const message = `${place}: only a plan can tell what it lets`;
    return [{ direction: 'undetermined', severity: 'medium', subject: 'access', ...shown(before, after), message }];
  }
  const { direction, subject, severity } = judgeSetting(type, difference);
  const isTag = direction === 'neutral' && /^tags(?:_all)?$/.test(path[0]) ? true : undefined;
  return [
    { direction, severity, subject, ...shown(before, after), message: told(place, before, after), names: place, isTag },
  ];
}

function isOpenText(form: Form): boolean {
  return typeof form === 'string' && form.includes('${');
}

function policyFindings(place: string, before: Form, after: Form): Finding[] {
  const { widened, narrowed, isBroad, open } = comparePolicies(before, after);
  const found: Finding[] = [];
  const severity = isBroad ? 'high' : 'medium';
  const subject = 'access';
  if (widened.length > 0)
    found.push({
      direction: 'widens',
      severity,
      subject,
      after: widened.join('\n'),
      message: `${place}: ${summed(widened)}`,
    });
  if (narrowed.length > 0)
    found.push({
      direction: 'narrows',
      severity: 'low',
      subject,
      before: narrowed.join('\n'),
      message: `${place}: ${summed(narrowed)}`,
    });
  if (open !== undefined)
    found.push({
      direction: 'undetermined',
      severity: 'medium',
      subject,
      message: `${place}: only a plan can tell ${open}`,
    });
  return found;
}

/** How many of several texts a message names. */
const NAMED = 3;

function summed(texts: readonly string[]): string {
  const more = texts.length > NAMED ? `; and ${texts.length - NAMED} more` : '';
  return `${texts.slice(0, NAMED).join('; ')}${more}`;
}

/** A resource that is new, or gone: what its type does by being there, and what the policies in it let. */
function appeared(resource: Resource, isNew: boolean): Finding[] {
  const form = formOf(resource.body, (written) => resource.evaluate(written));
  const policies = policiesIn(form);
  if (policies.length > 0) {
    const inPolicies = policies.flatMap(({ place, policy }) =>
      isNew ? policyFindings(place, undefined, policy) : policyFindings(place, policy, undefined)
    );
    const role = roleOf(resource.type);
    return role === 'store' || role === 'protection' ? [...inPolicies, ofRole(resource, form, isNew)] : inPolicies;
  }
  return [ofRole(resource, form, isNew)];
}

function ofRole(resource: Resource, form: Form, isNew: boolean): Finding {
  const role = roleOfInstance(resource, form);
  const subject = subjectOfRole(resource.type, role);
  const what = `${resource.type} ${isNew ? 'is new' : 'is gone'}`;
  const side = isNew ? { after: resource.address } : { before: resource.address };
  const made = (direction: Direction, severity: Severity, why: string): Finding => ({
    direction,
    severity,
    subject: direction === 'neutral' ? 'other' : subject,
    ...side,
    message: why === '' ? what : `${what}: ${why}`,
  });
  if (role === 'store')
    return isNew ? made('neutral', 'low', '') : made('widens', 'high', 'the data in it are destroyed');
  if (role === 'protection')
    return isNew
      ? made('narrows', 'low', 'it protects')
      : made('widens', 'medium', 'what it protected, or recorded, is so no longer');
  if (role === 'opening')
    return isNew
      ? made('widens', 'medium', 'it lets somebody in, or something out')
      : made('narrows', 'low', 'what it let is let no longer');
  return role === 'neither'
    ? made('neutral', 'low', '')
    : made('undetermined', 'low', 'nobody has said what this type does');
}

/** A rule of a network ACL protects or opens by what it says. */
function roleOfInstance({ type }: Resource, form: Form): ReturnType<typeof roleOf> {
  if (type === 'aws_network_acl_rule' && isObject(form)) return form.rule_action === 'deny' ? 'protection' : 'opening';
  return roleOf(type);
}

function policiesIn(form: Form): { place: string; policy: Form }[] {
  if (!isObject(form)) return [];
  return Object.entries(form).flatMap(([name, value]) => {
    const blocks = Array.isArray(value) ? value : [value];
    return blocks.flatMap((block): { place: string; policy: Form }[] => {
      if (isPolicy(block)) return [{ place: name, policy: block }];
      return policiesIn(block).map(({ place, policy }) => ({ place: `${name}.${place}`, policy }));
    });
  });
}

function shown(before: Form, after: Form): { before?: string; after?: string } {
  return {
    before: before === undefined ? undefined : textOf(before),
    after: after === undefined ? undefined : textOf(after),
  };
}

function told(place: string, before: Form, after: Form): string {
  if (Array.isArray(before) || Array.isArray(after)) {
    const [was, is] = [before, after].map((form) => [form].flat().map(textOf));
    const gone = was.filter((item) => !is.includes(item));
    const added = is.filter((item) => !was.includes(item));
    const parts = [gone.length > 0 ? `without ${summed(gone)}` : '', added.length > 0 ? `with ${summed(added)}` : ''];
    return `${place}: ${parts.filter((part) => part !== '').join(', ')}`;
  }
  const named = (form: Form): string => (form === undefined ? 'not set' : shortened(textOf(form)));
  return `${place}: ${named(before)} -> ${named(after)}`;
}

/** How long a value in a message may be. */
const LENGTH = 100;

function shortened(value: string): string {
  const characters = [...value];
  return characters.length > LENGTH ? `${characters.slice(0, LENGTH).join('')}…` : value;
}

function textOf(form: Form): string {
  if (!isObject(form)) return idOf(form);
  const leaves = leavesOf(form).map(({ path, value }) => `${path.join('.')} ${idOf(value)}`);
  return `{ ${leaves.join(', ')} }`;
}
