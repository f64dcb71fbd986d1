import { App, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../constructs/core/errors';
import { refuseOtherEngine } from '../constructs/core/other-engine';
import { Posture } from '../constructs/core/posture';
import { stackRecord } from '../constructs/core/stack-record';
import { DEMANDS } from '../toms/demands';
import { RULES_BY_ID_AND_NAME, checkWaiver, companyOf } from './engine';

/** A risk that somebody accepts for a while (TOM 10.3). */
export interface WaiverProps {
  /** The id of the rule, `S3-009`, or its name; of a rule of your company the id. The stack and the evidence hold the id. */
  readonly rule: string;
  /** Why the risk is acceptable until then. */
  readonly reason: string;
  /** Who accepts it. */
  readonly approver: string;
  /** The last day on which the waiver holds, as YYYY-MM-DD: at most `maxWaiverDays` of the posture from today, which are 366 by default. */
  readonly expires: string;
  /**
   * The Sids of the statements of a policy that the waiver is for. Another statement that breaks the rule is then a finding.
   *
   * @default - whatever breaks the rule
   */
  readonly statements?: string[];
  /**
   * Where the decision is recorded.
   *
   * @default - none
   */
  readonly ticket?: string;
}

/**
 * Waives a rule for a construct and what lies below it, and nothing else. Every waiver stands in the synthesized stack and in the evidence; one that
 * has expired, or that nothing needs any more, is a finding that nobody can waive.
 *
 * ```ts
 * Waivers.of(bucket).add({
 *   rule: 'S3-009',
 *   reason: 'public price list, read by everybody',
 *   approver: 'CISO',
 *   expires: '2027-03-31',
 * });
 * ```
 */
export class Waivers {
  /**
   * The waivers of a construct.
   *
   * @throws ValidationError on the app: a waiver belongs to one stack at most.
   */
  public static of(scope: IConstruct): Waivers {
    refuseOtherEngine(scope);
    if (App.isApp(scope) || !scope.node.scopes.some((at) => TerraformStack.isStack(at))) {
      refuse(scope, {
        prop: 'Waivers.of',
        must: 'must be called on a stack or on a construct within one',
        measure: '10.3',
        fix: 'call it on the construct that the finding names',
      });
    }
    return new Waivers(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Waives a rule here and below.
   *
   * @throws ValidationError without a reason or an approver, on an unknown rule or one that may not be waived, and on a date that is malformed, past or
   * too far ahead.
   */
  public add(waiver: WaiverProps): void {
    const { rule = '', reason = '', approver = '', expires = '', ticket, statements }: Partial<WaiverProps> = waiver;
    const record = { rule, statements, reason, approver, expires, ticket, path: this.scope.node.path };
    const maxDays = Posture.of(this.scope).maxWaiverDays ?? DEMANDS.waiverDays;
    // The rules of a company are only known to the check, which refuses a waiver of one that is not there.
    const rules = companyOf(rule) === undefined ? RULES_BY_ID_AND_NAME : new Map([[rule, { id: rule }]]);
    const checked = checkWaiver(record, rules, new Date(), maxDays);
    if ('problem' in checked) {
      refuse(this.scope, { ...checked.problem, prop: `waiver.${checked.problem.prop}`, measure: '10.3' });
    }
    const stack = stackRecord(TerraformStack.of(this.scope));
    (stack.waivers ??= []).push(checked.waiver);
  }
}
