import { ClaimEvidence } from '../../evidence/claims';
import { Evidence, RuleEvidence } from '../../evidence/evidence';
import { Waiver, scopeOf } from '../../guardrails/finding';
import { ruleIn } from '../../guardrails/rule-text';
import { basisOf } from './basis';
import { endOf } from './document';
import { property, ruleProperty } from './parts';
import { markup, name, prose } from './text';
import { ORIGINS } from './tool';
import { uuid } from './uuid';

/** How many addresses a risk names: the observation of its rule has all of them. */
const NAMED = 10;

/** What is not as a rule wants it, or what somebody accepts for now. */
export interface Risk {
  readonly rule: string;
  readonly uuid: string;
  readonly title: string;
  /** The risk as OSCAL has it, without what it refers to. */
  readonly body: object;
}

/** The risks of a run: one for each rule that is violated, and one for each waiver. */
export class Risks {
  private readonly violated = new Map<string, Risk>();
  private readonly waived = new Map<string, Map<string, Risk>>();

  constructor(private readonly evidence: Evidence) {
    const covered = new Set(evidence.rules.filter(({ waived }) => waived.length > 0).map(({ rule }) => rule));
    for (const rule of evidence.rules) if (rule.violated.length > 0) this.violated.set(rule.rule, violation(rule, evidence));
    for (const waiver of evidence.waivers) {
      const risk = acceptance(waiver, covered.has(waiver.rule), evidence);
      const known = this.waived.get(waiver.rule);
      // The same waiver in two files is one risk.
      if (known) known.set(risk.uuid, risk);
      else this.waived.set(waiver.rule, new Map([[risk.uuid, risk]]));
    }
  }

  public get all(): readonly Risk[] {
    return [...this.violated.values(), ...[...this.waived.values()].flatMap((byId) => [...byId.values()])];
  }

  /** The risks behind a claim that is violated or waived. */
  public of(claim: ClaimEvidence): readonly Risk[] {
    const { count } = claim;
    if (!count) return [];
    return basisOf(claim, this.evidence).rules.flatMap((rule) => [
      ...(count.violated > 0 ? [this.violated.get(rule) ?? []].flat() : []),
      ...(count.waived > 0 ? (this.waived.get(rule)?.values() ?? []) : []),
    ]);
  }
}

function violation({ rule, title, violated }: RuleEvidence, evidence: Evidence): Risk {
  const text = ruleIn(evidence, rule);
  const more = violated.length - NAMED;
  const named = violated.slice(0, NAMED).map(name).join(', ');
  const id = uuid('risk', 'violated', rule);
  const heading = `${markup(rule)} is violated: ${prose(title)}`;
  return riskOf(rule, id, heading, {
      description: `Violated at ${named}${more > 0 ? `, and ${more} more` : ''}.`,
      statement: prose(text?.rationale ?? title),
      props: [ruleProperty('Rule_Id', rule), ...(text ? [property('severity', text.severity)] : [])],
      status: 'open',
      origins: ORIGINS,
      remediations: text && [
        {
          uuid: uuid('response', rule),
          lifecycle: 'recommendation',
          title: `Fix what violates ${markup(rule)}`,
          description: prose(text.fix),
        },
      ],
  });
}

function acceptance(waiver: Waiver, covers: boolean, evidence: Evidence): Risk {
  const { rule, reason, approver, expires, ticket, stack } = waiver;
  const text = ruleIn(evidence, rule);
  const id = uuid('risk', 'waiver', JSON.stringify(waiver));
  const heading = `${markup(rule)} is waived at ${name(scopeOf(waiver))}`;
  const of = stack === undefined ? '' : ` in stack ${markup(stack)}`;
  const tracked = ticket === undefined ? '' : `, ticket ${markup(ticket)}`;
  return riskOf(rule, id, heading, {
      description: `${markup(reason)} (${markup(approver)}, until ${markup(expires)}${tracked})${of}.${covers ? '' : ' It covers nothing in this run.'}`,
      statement: prose(text?.rationale ?? rule),
      props: [
        ruleProperty('Rule_Id', rule),
        property('scope', scopeOf(waiver)),
        property('approver', approver),
        property('expires', expires),
        ...(ticket === undefined ? [] : [property('ticket', ticket)]),
      ],
      status: 'deviation-approved',
      origins: ORIGINS,
      deadline: endOf(expires),
  });
}

/** A risk, with what OSCAL wants of it beside its name. */
function riskOf(rule: string, id: string, title: string, others: object): Risk {
  return { rule, uuid: id, title, body: { uuid: id, title, ...others } };
}
