import { readJson } from '../../terraform/json-attribute';
import { Resource } from '../../terraform/stack';
import { Value, describe, isJsonObject, isTrue, isUnknown } from '../../terraform/value';
import { MET, Verdict, undetermined, violated } from '../rule';

const ENCRYPTION = 'EncryptionConfiguration';

/** The verdict on a flag that must be true in the JSON of a security configuration of EMR. */
export function emrFlagVerdict(configuration: Resource, flag: string, otherwise: string): Verdict {
  const reading = readJson(configuration, 'configuration');
  if (reading === undefined || 'broken' in reading) return undetermined('configuration cannot be read: it is no JSON');
  if ('unknown' in reading) return undetermined(`configuration is ${reading.unknown}, which only a plan can tell`);
  const encryption = entry(reading.json, ENCRYPTION);
  if (isUnknown(encryption)) return undetermined(`${ENCRYPTION} is ${encryption.text}, which only a plan can tell`);
  const value = entry(encryption, flag);
  if (isUnknown(value)) return undetermined(`${flag} is ${describe(value)}, which only a plan can tell`);
  return isTrue(value) ? MET : violated(`${flag} is ${describe(value)}: ${otherwise}`);
}

function entry(json: Value, name: string): Value {
  if (isUnknown(json)) return json;
  return isJsonObject(json) ? (json as { [key: string]: Value })[name] : undefined;
}
