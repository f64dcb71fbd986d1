import { isVariable } from '../../../terraform/is-variable';
import { readJson } from '../../../terraform/json-attribute';
import { Resource } from '../../../terraform/stack';
import { Value, asNumber, isJsonObject, isTrue, isUnknown, describe } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

const { sessionIdleMinutes, sessionMinutes } = DEMANDS;

/** Sessions on machines that are logged, encrypted and short. */
export const RULE: ResourceRule = {
  id: 'SSM-002',
  name: 'session-logs-encrypted',
  title: 'Session Manager logs sessions encrypted, under a key, and ends them in time',
  severity: 'medium',
  measures: ['6.4'],
  rationale:
    'The session document decides whether anybody can read later what an administrator did. By default Session Manager logs nothing, encrypts with TLS alone, ends a session after 20 idle minutes, and never one that is in use. A log destination without its encryption flag takes the log also where nothing encrypts it. Documents for port forwarding and for single commands hold no such preferences and are left alone. The content of a document is read as JSON.',
  fix: `In \`inputs\` of the document set \`cloudWatchLogGroupName\` with \`cloudWatchEncryptionEnabled\` true, or \`s3BucketName\` with \`s3EncryptionEnabled\` true; \`kmsKeyId\`; \`idleSessionTimeout\` to ${sessionIdleMinutes} or less; \`maxSessionDuration\` to ${sessionMinutes} or less.`,
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-timeout.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-max-timeout.html',
  ],
  types: ['aws_ssm_document'],
  check: (document) => {
    if (document.get('document_type') !== 'Session') return undefined;
    const reading = readJson(document, 'content');
    if (!reading) return undefined;
    if ('unknown' in reading) return undetermined(`content is ${reading.unknown}, which only a plan can tell`);
    if ('broken' in reading) return undetermined(notRead(document));
    const { sessionType, inputs } = isJsonObject(reading.json) ? (reading.json as { [key: string]: Value }) : {};
    if (sessionType !== 'Standard_Stream') return undefined;
    if (isUnknown(inputs)) return undetermined(`inputs is ${inputs.text}, which only a plan can tell`);
    return judge(isJsonObject(inputs) ? (inputs as { [name: string]: Value }) : {});
  },
};

function notRead(document: Resource): string {
  const format = document.get('document_format');
  return format === 'YAML'
    ? 'content is YAML, which is not read: write it as JSON'
    : 'content cannot be read: it is no JSON';
}

type Inputs = { readonly [name: string]: Value };

function judge(inputs: Inputs): Verdict {
  return allOf([
    logged(inputs),
    filled(inputs, 'kmsKeyId'),
    atMost(inputs, 'idleSessionTimeout', sessionIdleMinutes),
    atMost(inputs, 'maxSessionDuration', sessionMinutes),
  ]);
}

const DESTINATIONS = [
  ['cloudWatchLogGroupName', 'cloudWatchEncryptionEnabled'],
  ['s3BucketName', 's3EncryptionEnabled'],
] as const;

/** Every destination that is named must be encrypted, and one must be. */
function logged(inputs: Inputs): Verdict {
  const named = DESTINATIONS.filter(([name]) => inputs[name] !== undefined && inputs[name] !== '');
  if (named.length === 0) return violated('neither cloudWatchLogGroupName nor s3BucketName is set: nothing is logged');
  return allOf(
    named.map(([name, flag]) => {
      if (isUnknown(inputs[flag])) return unknownAttribute(flag, inputs[flag]);
      if (!isTrue(inputs[flag])) return violated(`${flag} is ${describe(inputs[flag])}`);
      return isVariable(inputs[name]) && named.length === 1 ? unknownAttribute(name, inputs[name]) : MET;
    })
  );
}

function filled(inputs: Inputs, name: string): Verdict {
  const value = inputs[name];
  if (value === undefined || value === '') return violated(`${name} is ${describe(value)}`);
  return isVariable(value) ? unknownAttribute(name, value) : MET;
}

function atMost(inputs: Inputs, name: string, minutes: number): Verdict {
  const value = inputs[name];
  if (isUnknown(value)) return unknownAttribute(name, value);
  const found = asNumber(value);
  if (found !== undefined && found > 0 && found <= minutes) return MET;
  return violated(`${name} is ${describe(value)}, and may be ${minutes} minutes at most`);
}
