import { demandsOf } from '../../../aws/demanded';
import { SessionInputs, sessionInputs } from '../../../aws/ssm/session-document';
import { asNumber, isUnknown, describe } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

const { sessionIdleMinutes, sessionMinutes } = DEMANDS;

/** Sessions on machines that are short. */
export const RULE: ResourceRule = {
  id: 'SSM-005',
  name: 'sessions-end',
  title: `Session Manager ends sessions after ${sessionIdleMinutes} idle minutes, and after ${sessionMinutes} in any case`,
  severity: 'medium',
  claims: ['6.4.c'],
  rationale:
    'A session that stays open is a way in for anyone at that keyboard. By default Session Manager ends a session after 20 idle minutes, and never one that is in use. Documents for port forwarding and for single commands hold no such preferences and are not judged. The content of a document is read as JSON.',
  fix: `In \`inputs\` of the document set \`idleSessionTimeout\` to ${sessionIdleMinutes} or less, and \`maxSessionDuration\` to ${sessionMinutes} or less.`,
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-timeout.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-max-timeout.html',
  ],
  demands: ['sessionIdleMinutes', 'sessionMinutes'],
  types: ['aws_ssm_document'],
  check: (document) => {
    const read = sessionInputs(document);
    if (read === undefined) return undefined;
    if ('open' in read) return undetermined(read.open);
    const demanded = demandsOf(document.stack);
    return allOf([
      atMost(read.inputs, 'idleSessionTimeout', demanded.sessionIdleMinutes),
      atMost(read.inputs, 'maxSessionDuration', demanded.sessionMinutes),
    ]);
  },
};

function atMost(inputs: SessionInputs, name: string, minutes: number): Verdict {
  const value = inputs[name];
  if (isUnknown(value)) return unknownAttribute(name, value);
  const found = asNumber(value);
  if (found !== undefined && found > 0 && found <= minutes) return MET;
  return violated(`${name} is ${describe(value)}, and may be ${minutes} minutes at most`);
}
