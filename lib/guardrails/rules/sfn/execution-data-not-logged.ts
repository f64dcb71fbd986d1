import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const LEVEL = 'logging_configuration.level';
const DATA = 'logging_configuration.include_execution_data';

/** Logs of a state machine without its data. */
export const RULE: ResourceRule = {
  id: 'SFN-002',
  name: 'execution-data-not-logged',
  title: 'A state machine that handles personal data leaves execution data out of its logs',
  severity: 'medium',
  claims: ['2.1.b'],
  rationale:
    'With execution data the log holds the input and output of every state, personal data included, for every reader of the log and as long as the log is kept. The history of an execution shows the same to who may see it.',
  fix: 'Leave `logging_configuration.include_execution_data` false.',
  sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html'],
  types: ['aws_sfn_state_machine'],
  check: (machine) => {
    if (!holdsPersonalData(machine)) return undefined;
    const data = configured(machine, DATA);
    if (isUnknown(data)) return unknownAttribute(DATA, data);
    if (!isTrue(data)) return MET;
    const level = configured(machine, LEVEL);
    if (isUnknown(level)) return unknownAttribute(LEVEL, level);
    if (level === undefined || level === 'OFF') return MET;
    return violated(`${DATA} is ${describe(data)}: the log holds the input and output of every state`, {
      [DATA]: false,
    });
  },
};
