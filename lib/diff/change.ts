import { Severity } from '../guardrails/rule';

/**
 * What a change does to security. `widens`: more is let in, seen, kept for less long, lost or unprotected. `narrows` is the other way round, `neutral` neither.
 * Of what is `undetermined` nobody can tell before the plan, or without knowing the program.
 */
export const DIRECTIONS = ['widens', 'undetermined', 'narrows', 'neutral'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/** What a change is about. */
export type Subject =
  | 'access'
  | 'backup'
  | 'classification'
  | 'encryption'
  | 'exposure'
  | 'hardening'
  | 'logging'
  | 'protection'
  | 'retention'
  | 'rule'
  | 'store'
  | 'transport'
  | 'waiver'
  | 'other';

/** One thing that is otherwise than before. */
export interface Change {
  readonly direction: Direction;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly stack: string;
  /** The Terraform address, as it is now, or was where it is gone. */
  readonly address: string;
  readonly constructPath?: string;
  /** The file that it stands in, or stood. */
  readonly file?: string;
  readonly measures: readonly string[];
  readonly claims: readonly string[];
  /** What stood there, and what stands there now, for people. `undefined` where there is nothing. */
  readonly before?: string;
  readonly after?: string;
  readonly message: string;
  /** What the change is, in 16 hexadecimal digits: an approval names it. */
  readonly id: string;
  readonly approval?: Approval;
}

/** A widening that somebody has reviewed. */
export interface Approval {
  /** The `id` of the change. */
  readonly change: string;
  readonly approver: string;
  readonly reason: string;
  /** The day on which it was given. Evidence of the approval needs it. */
  readonly date?: string;
  /** The last day on which it holds, `2027-03-31`. */
  readonly expires: string;
  readonly ticket?: string;
}

/** A flow of the network that is new, or closed. */
export interface FlowChange {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly isNew: boolean;
}

/** How many other things a workload reaches, at last, if somebody takes it over. */
export interface Reach {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** A claim or measure whose state, or count, is otherwise than before. */
export interface StateChange {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** Two states of a system, compared by what they mean. It is plain data. */
export interface Diff {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The most dangerous first. */
  readonly changes: readonly Change[];
  /** How many resources changed only in tags that nothing hangs on. */
  readonly tagsOnly: number;
  /** How many resources are the same under another address. */
  readonly moved: number;
  readonly flows: readonly FlowChange[];
  readonly reach: readonly Reach[];
  readonly measures: readonly StateChange[];
  readonly claims: readonly StateChange[];
}

/** How many changes there are of each direction. */
export interface DiffSummary {
  readonly widened: number;
  readonly narrowed: number;
  readonly neutral: number;
  readonly undetermined: number;
  /** How many of those that widen are approved. */
  readonly approved: number;
}

export function summaryOf({ changes }: Diff): DiffSummary {
  const count = (of: Direction): number => changes.filter(({ direction }) => direction === of).length;
  return {
    widened: count('widens'),
    narrowed: count('narrows'),
    neutral: count('neutral'),
    undetermined: count('undetermined'),
    approved: changes.filter(({ direction, approval }) => direction === 'widens' && approval).length,
  };
}

/** Whether a change must be approved, and is not. */
export function isOpen({ direction, approval }: Change): boolean {
  return direction === 'widens' && approval === undefined;
}
