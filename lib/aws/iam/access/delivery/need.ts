import { Model } from '../../../../terraform/model';
import { Resource } from '../../../../terraform/stack';
import { Decision, Request } from '../../evaluation/evaluate';
import { HeldPolicy } from '../../evaluation/statements';
import { STRANGER, Text, hole, textOf } from '../../evaluation/text';
import { Question, ask } from '../ask';
import { principalOf } from '../holders';
import { partitionOf } from '../symbols';
import { askPrincipal } from '../who-can';

/** Who writes: a service in its own name, an account of AWS, or a role. */
export type Writer =
  | { readonly service: Text; /** False where AWS does not say that it is this name. */ readonly isSure?: false }
  | { readonly account: Text }
  | { readonly role: Resource };

/** A right that a delivery takes. */
export interface Right {
  /** Any of them will do. */
  readonly by: readonly Writer[];
  readonly action: string;
  readonly of: Resource;
  readonly part?: string;
  /** What a request may have under the condition keys: one of these. Where it is not told which, all must be allowed. */
  readonly contexts: readonly NonNullable<Request['context']>[];
  readonly texts?: Question['texts'];
  /** Where nothing allows it, what may. */
  readonly otherwise?: string;
  /** What it hangs on whether it is needed at all. */
  readonly ifNeeded?: string;
  readonly unseen?: readonly HeldPolicy[];
}

/** A fact because of which nothing arrives, or may not. */
export interface Obstacle {
  readonly of: Resource;
  readonly because: string;
  /** What it hangs on. None where it is certain. */
  readonly on?: string;
}

/** What a delivery to one destination takes. */
export interface Route {
  readonly to: Resource;
  readonly rights: readonly Right[];
  readonly obstacles?: readonly Obstacle[];
  /** What holds for it, where that was asked already. */
  readonly settled?: readonly Delivery[];
}

/** The routes of a source, as far as their ends are in the model. */
export type Routes = (model: Model, source: Resource) => readonly Route[];

/** A right that a source of logs or events needs, or what else stands in its way, and whether it can deliver as far as that goes. */
export interface Delivery extends Decision {
  readonly to: Resource;
  readonly of: Resource;
  /** `s3:PutObject`, or nothing where no right decides. */
  readonly action?: string;
  /** Who needs the right: a service, or the address of a role. */
  readonly by?: string;
  /** Why nothing arrives, where no right decides. */
  readonly fact?: string;
}

export function deliver(model: Model, { to, rights, obstacles = [], settled }: Route): readonly Delivery[] {
  return (
    settled ?? [
      ...obstacles.map(({ of, because, on }): Delivery => {
        const decision = on === undefined ? 'deny' : 'depends';
        return { to, of, fact: because, decision, on: on === undefined ? [] : [on], because: [] };
      }),
      ...rights.map((right): Delivery => {
        return { to, of: right.of, action: right.action, by: shown(right.by[0]), ...decide(model, right) };
      }),
    ]
  );
}

function shown(writer: Writer): string {
  if ('role' in writer) return writer.role.address;
  return 'service' in writer ? nameOf(writer.service) : 'the service';
}

/** The name of a service: `logs.<region>.amazonaws.com`, where nobody knows the Region. */
function nameOf(text: Text): string {
  return text.map((token) => (typeof token === 'string' ? token : '<region>')).join('');
}

function decide(model: Model, right: Right): Decision {
  const decisions: Decision[] = [];
  for (const writer of right.by) {
    const one = byWriter(model, right, writer);
    if (one.decision === 'allow') return one;
    decisions.push(one);
  }
  const best = atBest(decisions);
  const { otherwise, ifNeeded } = right;
  if (best.decision !== 'deny') return best;
  const isDenied = best.because.some(({ effect }) => effect === 'Deny');
  const on = [ifNeeded, isDenied ? undefined : otherwise].filter((one) => one !== undefined);
  return on.length > 0 ? { ...best, decision: 'depends', on } : best;
}

/** What holds where none of several is allowed for certain. */
function atBest(decisions: readonly Decision[]): Decision {
  const open = decisions.filter(({ decision }) => decision === 'depends');
  if (open.length === 0) return decisions[0];
  return { ...open[0], on: [...new Set(open.flatMap(({ on }) => on))].sort() };
}

function byWriter(model: Model, { action, of, part, contexts, texts, unseen }: Right, writer: Writer): Decision {
  const decisions = contexts.map((context) => {
    const question: Question = { action, resource: of, part, context: { ...SAFE, ...context }, texts, unseen };
    if ('role' in writer) {
      const sourceless = { ...question, context: { ...question.context, ...SOURCELESS } };
      return askPrincipal(model, sourceless, principalOf(model, writer.role));
    }
    if ('service' in writer) return ask(model, question, { kind: 'service', id: writer.service });
    const { account } = writer;
    return ask(model, { ...question, owner: OF_OTHERS }, { kind: 'root', id: rootOfAccount(of, account), account });
  });
  const whole = inEach(decisions, contexts);
  const isSure = !('service' in writer) || writer.isSure !== false;
  return isSure || whole.decision === 'deny'
    ? whole
    : { ...whole, decision: 'depends', on: ['the name of the service'] };
}

/** A request that names no source, as those of a role are, and those of EventBridge to SNS and KMS. */
export const SOURCELESS: NonNullable<Request['context']> = {
  'aws:SourceAccount': 'absent',
  'aws:SourceArn': 'absent',
  'aws:SourceOrgID': 'absent',
  'aws:SourceOrgPaths': 'absent',
  'aws:SourceOwner': 'absent',
};

/** What AWS sends its requests with. */
const SAFE = { 'aws:SecureTransport': ['true'], 's3:TlsVersion': ['1.2'] };

/** An account of AWS is none of the model. */
const OF_OTHERS: Text = [hole('the account of the resource', ':/', STRANGER)];

function rootOfAccount(of: Resource, account: Text): Text {
  return [...'arn:', ...partitionOf(of), ...':iam::', ...account, ...':root'];
}

/** What holds where it is not told which of several requests is made. */
function inEach(decisions: readonly Decision[], contexts: Right['contexts']): Decision {
  const [first] = decisions;
  if (decisions.every(({ decision }) => decision === first.decision)) return first;
  const keys = [...new Set(contexts.flatMap((context) => Object.keys(context)))];
  const varying = keys.filter((key) => new Set(contexts.map((context) => JSON.stringify(context[key]))).size > 1);
  const on = [...decisions.flatMap((decision) => decision.on), ...varying.map((key) => key.toLowerCase())];
  const because = decisions.find(({ decision }) => decision === 'deny')?.because ?? first.because;
  return { decision: 'depends', on: [...new Set(on)].sort(), because };
}

/** A service by its name. */
export function service(name: string): Writer {
  return { service: textOf(name) };
}
