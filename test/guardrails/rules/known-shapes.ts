import { Shape } from '../../../lib/guardrails/rule';

/** An example that a rule answers wrongly in a shape. */
export interface KnownShape {
  readonly rule: string;
  readonly example: string;
  readonly shape: Shape;
  readonly reason: string;
}

/** A plan of Terraform JSON also has the text, in `constant_value`; one of HCL does not. */
const TEXT =
  'a plan lists what an unknown value refers to, and not the text around it, so that it is read as if it were the reference only';
const DYNAMIC =
  'a plan does not list what `dynamic` blocks refer to, so that an unknown block is read as if it were not set';

/** To be fixed, not added to: a test fails once an entry is no longer needed. */
export const KNOWN_SHAPES: readonly KnownShape[] = [
  {
    rule: 'AWS-005',
    example: 'variables decide whether there is a password, and whether the parameter is a secret',
    shape: 'plan',
    reason: TEXT,
  },
  { rule: 'AWS-008', example: 'plain HTTP, also where the host is filled in', shape: 'plan', reason: TEXT },
  {
    rule: 'RDS-001',
    example: 'variables name the engine, the group, its parameters and a value',
    shape: 'plan',
    reason: DYNAMIC,
  },
];
