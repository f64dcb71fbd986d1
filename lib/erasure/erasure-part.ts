import { Resource } from '../terraform/stack';
import { Span } from './days';

/** Where data lives on that was deleted from a store. */
export type Place =
  | 'live data'
  | 'noncurrent versions'
  | 'Object Lock'
  | 'replica'
  | 'point-in-time recovery'
  | 'automated backups'
  | 'snapshot'
  | 'backup'
  | 'vault lock'
  | 'log events';

/** The rule that names a conflict which no other rule names. */
export const ERASURE_RULE = 'AWS-012';

/** One place where deleted data lives on. */
export interface Part {
  readonly place: Place;
  /** From the deletion until nothing of it is left here, with the delays of AWS and what comes before. */
  readonly days: Span;
  /** What the setting says by itself: this is what the declared retention is held against. */
  readonly held: Span;
  /** The resource that decides. */
  readonly of: Resource;
  /** Its attribute that decides, where one does. */
  readonly attribute?: string;
  readonly because: string;
  /** Days that another rule demands here, however short the retention is. */
  readonly demanded?: number;
  /** The rule that names the conflict. By default `ERASURE_RULE`. */
  readonly rule?: string;
}

/** A store from which what is deleted is gone at once. */
export function goneAtOnce(of: Resource, because: string): Part {
  return { place: 'live data', days: 0, held: 0, of, because };
}
