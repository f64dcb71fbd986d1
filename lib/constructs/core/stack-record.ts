import { IResolvable, Lazy, TerraformStack } from 'cdktf';
import { RECORD_KEY, WaiverRecord } from '../../toms/record';
import { recordsAbove } from './app-records';

/** What a stack carries in its `//` for the guardrails to read: `"//": { "toms": … }`. Comments change no plan. */
export interface StackRecord {
  readonly version: 1;
  outer?: IResolvable;
  posture?: IResolvable;
  scopes?: IResolvable[];
  schedules?: IResolvable;
  waivers?: WaiverRecord[];
  /** What the program says that people keep, where it says anything. */
  readonly records: IResolvable;
}

const RECORD = Symbol.for('cdktf-aws-toms/StackRecord');

/** The record of a stack, written into its synthesized output. */
export function stackRecord(stack: TerraformStack): StackRecord {
  const holder = stack as TerraformStack & { [RECORD]?: StackRecord };
  if (!holder[RECORD]) {
    const records = Lazy.anyValue({ produce: () => recordsAbove(stack) });
    const record: StackRecord = { version: 1, records };
    Object.defineProperty(stack, RECORD, { value: record });
    stack.addOverride(`//.${RECORD_KEY}`, record);
    return record;
  }
  return holder[RECORD];
}
