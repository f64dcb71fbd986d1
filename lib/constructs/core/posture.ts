import { Lazy, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { DataClass, isBelow } from '../../toms/data-class';
import { DEMANDS } from '../../toms/demands';
import { Environment } from '../../toms/environment';
import { Declaration, PostureRecord } from '../../toms/record';
import { EU_REGIONS, REGIONS } from '../../toms/regions';
import { refuse } from './errors';
import { refuseOtherEngine } from './other-engine';
import { requireDays } from './require';
import { requireRetentionDays } from './retention';
import { schedulesOf, useCategory } from './retention-schedule';
import { stackRecord } from './stack-record';

/** What a subtree of the app is for, and which data it holds. Every value may be set on an outer scope and refined further in. */
export interface PostureProps {
  /**
   * What the stacks are for.
   *
   * @default Environment.PRODUCTION
   */
  readonly environment?: Environment;

  /**
   * The team or person who answers for the resources. It becomes the tag `tom:owner`.
   *
   * @default - no owner tag, which the guardrails report
   */
  readonly owner?: string;

  /**
   * The class of the data that stores hold unless they say otherwise (TOM 3.1.2).
   *
   * @default - that of `dataCategory`, else DataClass.PERSONAL
   */
  readonly dataClass?: DataClass;

  /**
   * The category of the data in the `RetentionSchedule` above, which says how long it is kept and may say its class (TOM 2.2).
   *
   * @default - none
   */
  readonly dataCategory?: string;

  /**
   * The regions in which data may lie (GDPR chapter V).
   *
   * @default - the AWS regions within the European Union; London and Zurich are not among them
   */
  readonly residency?: string[];

  /**
   * Why logs of global services may lie in us-east-1, outside of the residency (GDPR chapter V): WAF logs the requests of CloudFront there, and Route 53 the
   * queries of public zones. It goes into the evidence, and covers these logs and their key, no other store.
   *
   * @default - none: such logs of personal data are refused
   */
  readonly globalServiceLogs?: string;

  /**
   * How many days data is kept before it is deleted (TOM 2.2, GDPR Art. 5(1)(e)). Only the controller can decide it.
   *
   * @default - that of `dataCategory`, else none: a store of personal data refuses to be built until it is set
   */
  readonly retentionDays?: number;

  /**
   * What the names of buckets, keys and log groups begin with. Lower case letters, digits and hyphens.
   *
   * @default - none: names begin with the name of the stack
   */
  readonly namePrefix?: string;

  /**
   * For how many days from today a risk may be accepted, at most (TOM 10.3). A scope further in can only shorten it.
   *
   * @default 366
   */
  readonly maxWaiverDays?: number;
}

const POSTURE = Symbol.for('cdktf-aws-toms/Posture');
const READER = Symbol.for('cdktf-aws-toms/PostureReader');

/**
 * The posture of a scope: environment, owner, class of data, residency, retention and names (TOM 2.2, 3.1.2, 7, 9.4).
 *
 * ```ts
 * Posture.set(app, { owner: 'payments', retentionDays: 3650 });
 * ```
 */
export class Posture {
  /**
   * Sets the posture of a scope and of everything below it, before anything is made there. Values that it leaves open come from the scopes above.
   *
   * @throws ValidationError on an unknown region, an empty residency, a retention or term of waivers that is no positive whole number, a category that no schedule has, a
   * retention longer or a class lower than its category's, a declaration without a reason, a second posture on one scope, or a scope in which a construct has read the
   * posture already.
   */
  public static set(scope: IConstruct, props: PostureProps): void {
    refuseOtherEngine(scope);
    if (POSTURE in scope) {
      refuse(scope, {
        prop: 'Posture.set',
        must: 'must be called once on a scope',
        fix: 'merge the two calls, or set the second on a construct further in',
      });
    }
    requireUnread(scope);
    validate(scope, props);
    Object.defineProperty(scope, POSTURE, { value: { ...ofCategory(scope, props) } });
    const stack = stackOf(scope);
    if (stack && stack !== scope) recordPosture(stack, scope);
  }

  /** The posture that applies to a construct, with the defaults filled in. */
  public static of(scope: IConstruct): Posture {
    const merged: { -readonly [K in keyof PostureProps]: PostureProps[K] } = {};
    for (let at: IConstruct | undefined = scope; at; at = at.node.scope) {
      const own = (at as { [POSTURE]?: PostureProps })[POSTURE];
      if (!own) continue;
      merged.environment ??= own.environment;
      merged.owner ??= own.owner;
      merged.dataClass ??= own.dataClass;
      merged.dataCategory ??= own.dataCategory;
      merged.residency ??= own.residency;
      merged.globalServiceLogs ??= own.globalServiceLogs;
      merged.retentionDays ??= own.retentionDays;
      merged.namePrefix ??= own.namePrefix;
      const days = [merged.maxWaiverDays, own.maxWaiverDays].filter((it) => it !== undefined);
      if (days.length > 0) merged.maxWaiverDays = Math.min(...days);
    }
    return new Posture(merged);
  }

  /** What the scope is for. */
  public readonly environment: Environment;
  /** Who answers for it. */
  public readonly owner?: string;
  /** The class of data that its stores hold. */
  public readonly dataClass: DataClass;
  /** The category of its data in the retention schedule, where anybody said so. */
  public readonly dataCategory?: string;
  /** The regions in which its data may lie. */
  public readonly residency: string[];
  /** Why logs of global services may lie in us-east-1, where anybody said so. */
  public readonly globalServiceLogs?: string;
  /** How many days its data is kept, where anybody said so. */
  public readonly retentionDays?: number;
  /** What its names begin with. */
  public readonly namePrefix?: string;
  /** For how many days from today its risks may be accepted, where anybody said so. */
  public readonly maxWaiverDays?: number;

  private constructor(props: PostureProps) {
    this.environment = props.environment ?? Environment.PRODUCTION;
    this.owner = props.owner;
    this.dataClass = props.dataClass ?? DataClass.PERSONAL;
    this.dataCategory = props.dataCategory;
    this.residency = props.residency ?? [...EU_REGIONS];
    this.globalServiceLogs = props.globalServiceLogs;
    this.retentionDays = props.retentionDays;
    this.namePrefix = props.namePrefix;
    this.maxWaiverDays = props.maxWaiverDays;
  }

  /** Whether data stores may be destroyed with the stack. */
  public get isEphemeral(): boolean {
    return this.environment === Environment.EPHEMERAL;
  }
}

/**
 * Writes the posture of a stack, and of the scopes within it that differ, into the stack's `//`, where the guardrails read it.
 * @internal
 */
export function recordPosture(stack: TerraformStack, inner?: IConstruct): void {
  const record = stackRecord(stack);
  record.posture ??= Lazy.anyValue({ produce: (): PostureRecord => ({ path: stack.node.path, ...Posture.of(stack) }) });
  record.outer ??= Lazy.anyValue({ produce: () => outerDeclaration(stack) });
  record.schedules ??= Lazy.anyValue({ produce: () => schedulesOf(stack) });
  if (inner) {
    record.scopes ??= [];
    record.scopes.push(
      Lazy.anyValue({ produce: (): PostureRecord => ({ path: inner.node.path, ...Posture.of(inner) }) })
    );
  }
}

/** What is declared above a stack that declares something of its own. */
function outerDeclaration(stack: TerraformStack): Declaration | undefined {
  if (!(POSTURE in stack)) return undefined;
  const declared: { -readonly [K in keyof Declaration]: Declaration[K] } = {};
  for (let at = stack.node.scope; at; at = at.node.scope) {
    const own = (at as { [POSTURE]?: PostureProps })[POSTURE];
    declared.environment ??= own?.environment;
    declared.dataClass ??= own?.dataClass;
    declared.residency ??= own?.residency;
    declared.globalServiceLogs ??= own?.globalServiceLogs;
  }
  return Object.values(declared).some((value) => value !== undefined) ? declared : undefined;
}

/**
 * The posture of a construct, refined by what it says of its data, which is recorded where it differs.
 *
 * @param retentionDays the retention of its data, where it says one. How long a service holds messages is none.
 * @internal
 */
export function storePosture(
  scope: IConstruct,
  { dataCategory, dataClass }: Pick<PostureProps, 'dataCategory' | 'dataClass'>,
  retentionDays?: number
): Posture {
  recordPosture(TerraformStack.of(scope));
  const outer = Posture.of(scope);
  const isOwn = dataCategory !== undefined || (retentionDays !== undefined && retentionDays !== outer.retentionDays);
  if (isOwn) Posture.set(scope, { dataCategory, dataClass, retentionDays });
  return readPosture(scope);
}

/**
 * The posture of a construct that is made of it. From then on it cannot be set on a scope around that: the construct would keep the old values.
 * @internal
 */
export function readPosture(reader: IConstruct): Posture {
  for (let at: IConstruct | undefined = reader; at && !(READER in at); at = at.node.scope) {
    Object.defineProperty(at, READER, { value: reader });
  }
  return Posture.of(reader);
}

function requireUnread(scope: IConstruct): void {
  const reader = (scope as { [READER]?: IConstruct })[READER];
  if (!reader) return;
  refuse(scope, {
    prop: 'Posture.set',
    must: `must be called before anything is made in the scope: ${reader.node.path} was made with the posture as it was before, and keeps it`,
    fix: `move the call before ${reader.node.path}, or set the posture on a scope of its own for what comes later`,
  });
}

function stackOf(scope: IConstruct): TerraformStack | undefined {
  return scope.node.scopes.find((at): at is TerraformStack => TerraformStack.isStack(at));
}

/** A posture with what its category says. */
function ofCategory(scope: IConstruct, props: PostureProps): PostureProps {
  const { dataCategory: name, dataClass, retentionDays } = props;
  if (name === undefined) return props;
  const category = useCategory(scope, name);
  if (retentionDays !== undefined && retentionDays > category.retentionDays) {
    refuse(scope, {
      prop: 'retentionDays',
      must: `must not be longer than the ${category.retentionDays} days of the category "${name}" (${category.legalBasis})`,
      value: retentionDays,
      measure: '2.2',
      fix: 'leave it out, or change the schedule',
    });
  }
  if (dataClass !== undefined && category.dataClass !== undefined && isBelow(dataClass, category.dataClass)) {
    refuse(scope, {
      prop: 'dataClass',
      must: `must not be below ${category.dataClass}, which is the class of the category "${name}"`,
      value: dataClass,
      measure: '3.1.2',
      fix: 'leave it out, or change the schedule',
    });
  }
  return {
    ...props,
    dataClass: dataClass ?? category.dataClass,
    retentionDays: retentionDays ?? category.retentionDays,
  };
}

function validate(scope: IConstruct, props: PostureProps): void {
  if (props.retentionDays !== undefined) requireRetentionDays(scope, props.retentionDays);
  if (props.maxWaiverDays !== undefined) {
    requireDays(scope, 'maxWaiverDays', props.maxWaiverDays, { min: 1, measure: '10.3', example: DEMANDS.waiverDays });
  }
  if (props.owner?.trim() === '') {
    refuse(scope, {
      prop: 'owner',
      must: 'must name somebody',
      value: props.owner,
      measure: '10.2',
      fix: "write owner: 'team-name'",
    });
  }
  if (props.residency !== undefined) {
    if (props.residency.length === 0) {
      refuse(scope, {
        prop: 'residency',
        must: 'must name at least one region',
        value: props.residency,
        fix: "write residency: ['eu-central-1']",
      });
    }
    for (const region of props.residency) requireKnownRegion(scope, 'residency', region);
  }
  if (props.globalServiceLogs?.trim() === '') {
    refuse(scope, {
      prop: 'globalServiceLogs',
      must: 'must say why',
      value: props.globalServiceLogs,
      measure: '7.1',
      fix: "write globalServiceLogs: 'requests to CloudFront are logged in us-east-1, under the EU-U.S. Data Privacy Framework'",
    });
  }
  if (props.namePrefix !== undefined && !/^[a-z][a-z0-9-]{0,29}$/.test(props.namePrefix)) {
    refuse(scope, {
      prop: 'namePrefix',
      must: 'must be 1 to 30 lower case letters, digits and hyphens, a letter first',
      value: props.namePrefix,
      fix: "write namePrefix: 'acme-payments'",
    });
  }
}

/** Refuses a region that AWS does not have. */
export function requireKnownRegion(scope: IConstruct, prop: string, region: string): void {
  if (!REGIONS.has(region)) {
    refuse(scope, {
      prop,
      must: 'must be an AWS region',
      value: region,
      measure: '7.1',
      fix: `write one of ${EU_REGIONS.join(', ')}, or another region that AWS lists`,
    });
  }
}
