import { readJson } from '../../terraform/json-attribute';
import { Resource } from '../../terraform/stack';
import { Value, describe, isJsonObject, isTrue, isUnknown } from '../../terraform/value';
import { MET, Verdict, undetermined, violated } from '../rule';

const ENCRYPTION = 'EncryptionConfiguration';

const AT_REST = 'AtRestEncryptionConfiguration';
const DISKS = 'LocalDiskEncryptionConfiguration';

/** The verdict on a flag that must be true in the JSON of a security configuration of EMR. */
export function emrFlagVerdict(configuration: Resource, flag: string, otherwise: string): Verdict {
  const encryption = encryptionOf(configuration);
  return 'outcome' in encryption ? encryption : flagVerdict(encryption.json, flag, otherwise);
}

/** The verdict on the encryption of the disks of nodes, which the flag only announces. */
export function emrDisksVerdict(configuration: Resource): Verdict {
  const encryption = encryptionOf(configuration);
  if ('outcome' in encryption) return encryption;
  const flag = flagVerdict(
    encryption.json,
    'EnableAtRestEncryption',
    'data lies unencrypted on the disks of the nodes'
  );
  if (flag.outcome !== 'met') return flag;
  const disks = entry(entry(encryption.json, AT_REST), DISKS);
  if (isUnknown(disks)) return undetermined(`${DISKS} is ${disks.text}, which only a plan can tell`);
  const provider = entry(disks, PROVIDER);
  if (isUnknown(provider)) return undetermined(`${PROVIDER} is ${provider.text}, which only a plan can tell`);
  if (provider === 'Custom') return MET;
  if (provider !== 'AwsKms') {
    return violated(
      `${PROVIDER} of ${DISKS} is ${describe(provider)}: data lies unencrypted on the disks of the nodes`
    );
  }
  return flagVerdict(disks, 'EnableEbsEncryption', 'the root volumes of the nodes stay unencrypted');
}

const PROVIDER = 'EncryptionKeyProviderType';

function encryptionOf(configuration: Resource): { readonly json: Value } | Verdict {
  const reading = readJson(configuration, 'configuration');
  if (reading === undefined || 'broken' in reading) return undetermined('configuration cannot be read: it is no JSON');
  if ('unknown' in reading) return undetermined(`configuration is ${reading.unknown}, which only a plan can tell`);
  const json = entry(reading.json, ENCRYPTION);
  return isUnknown(json) ? undetermined(`${ENCRYPTION} is ${json.text}, which only a plan can tell`) : { json };
}

function flagVerdict(json: Value, flag: string, otherwise: string): Verdict {
  const value = entry(json, flag);
  if (isUnknown(value)) return undetermined(`${flag} is ${describe(value)}, which only a plan can tell`);
  return isTrue(value) ? MET : violated(`${flag} is ${describe(value)}: ${otherwise}`);
}

function entry(json: Value, name: string): Value {
  if (isUnknown(json)) return json;
  return isJsonObject(json) ? (json as { [key: string]: Value })[name] : undefined;
}
