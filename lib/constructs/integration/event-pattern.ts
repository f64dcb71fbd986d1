import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { jsonObject } from '../core/json-object';

/** Which events a rule passes on, or an archive keeps. */
export interface EventPattern {
  /** Who sent them: `acme.orders`. One or more, so that nothing passes that nobody asked for (TOM 2.1). */
  readonly sources: string[];

  /**
   * What they say has happened: `Order accepted`.
   *
   * @default - anything
   */
  readonly detailTypes?: string[];

  /**
   * What their detail must be like, as the JSON text of the part `detail` of a pattern: `JSON.stringify({ total: [{ numeric: ['>', 1000] }] })`.
   *
   * @default - anything
   */
  readonly detail?: string;
}

/**
 * The text of a pattern. Refuses one that every event matches, and one that is none.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function eventPatternText(scope: IConstruct, { sources, detailTypes, detail }: EventPattern): string {
  requireNamed(scope, 'sources', sources, 'acme.orders');
  if (detailTypes) requireNamed(scope, 'detailTypes', detailTypes, 'Order accepted');
  const pattern: { [name: string]: unknown } = { source: sources };
  if (detailTypes) pattern['detail-type'] = detailTypes;
  if (detail !== undefined) pattern.detail = requireDetail(scope, detail);
  return JSON.stringify(pattern);
}

function requireNamed(scope: IConstruct, prop: string, values: readonly string[], example: string): void {
  const wrong = values.find((value) => !Token.isUnresolved(value) && value.trim() === '');
  if (values.length > 0 && wrong === undefined) return;
  refuse(scope, {
    prop,
    must: 'must name at least one: a pattern without it passes on what nobody asked for',
    value: values,
    measure: '2.1',
    fix: `write ${prop}: ['${example}']`,
  });
}

function requireDetail(scope: IConstruct, detail: string): unknown {
  const found = jsonObject(detail);
  if (found !== undefined && Object.keys(found).length > 0) return found;
  return refuse(scope, {
    prop: 'detail',
    must: 'must be the detail of a pattern as JSON text: an object with at least one field',
    value: detail,
    fix: "write detail: JSON.stringify({ country: ['DE'] })",
  });
}
