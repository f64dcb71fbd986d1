import { SessionInputs, sessionInputs } from '../../../aws/ssm/session-document';
import { isVariable } from '../../../terraform/is-variable';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

/** Sessions on machines that are logged and encrypted. */
export const RULE: ResourceRule = {
  id: 'SSM-002',
  name: 'session-logs-encrypted',
  title: 'A session document logs the sessions that name it, encrypted under a key',
  severity: 'medium',
  claims: ['1.1.3.a', '6.4.a', '6.4.c'],
  rationale:
    'The session document decides whether anybody can read later what an administrator did. By default Session Manager logs nothing, and encrypts with TLS only. A log destination without its encryption flag takes the log also where nothing encrypts it. Documents for port forwarding and for single commands hold no such preferences and are not judged. The content of a document is read as JSON.',
  fix: 'In `inputs` of the document set `cloudWatchLogGroupName` with `cloudWatchEncryptionEnabled` true, or `s3BucketName` with `s3EncryptionEnabled` true; and `kmsKeyId`.',
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html',
  ],
  types: ['aws_ssm_document'],
  check: (document) => {
    const read = sessionInputs(document);
    if (read === undefined) return undefined;
    if ('open' in read) return undetermined(read.open);
    return allOf([logged(read.inputs), keyed(read.inputs)]);
  },
};

const DESTINATIONS = [
  ['cloudWatchLogGroupName', 'cloudWatchEncryptionEnabled'],
  ['s3BucketName', 's3EncryptionEnabled'],
] as const;

/** Every destination that is named must be encrypted, and one must be. */
function logged(inputs: SessionInputs): Verdict {
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

function keyed({ kmsKeyId: value }: SessionInputs): Verdict {
  if (value === undefined || value === '') return violated(`kmsKeyId is ${describe(value)}`);
  return isVariable(value) ? unknownAttribute('kmsKeyId', value) : MET;
}
