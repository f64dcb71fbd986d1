import { readJson } from '../../../terraform/json-attribute';
import { describe, Value, isJsonObject, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const FLAGS = ['EnableAtRestEncryption', 'EnableInTransitEncryption'];

/** Clusters that encrypt their disks and what they say to one another. */
export const RULE: ResourceRule = {
  id: 'EMR-001',
  name: 'security-configuration-encrypts',
  title: 'A security configuration of EMR encrypts at rest and in transit',
  severity: 'medium',
  measures: ['1.1.2', '1.2.1'],
  rationale:
    'A cluster spreads the data over the disks of its nodes, and moves it between them. Both are in the clear unless the security configuration says otherwise, and it cannot be changed once a cluster uses it.',
  fix: 'Set `EncryptionConfiguration.EnableAtRestEncryption` and `EncryptionConfiguration.EnableInTransitEncryption` in `configuration` to true, with a KMS key for the disks and certificates for the nodes.',
  sources: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html',
    'AWS Security Hub EMR.3, EMR.4',
  ],
  types: ['aws_emr_security_configuration'],
  check: (configuration) => {
    const reading = readJson(configuration, 'configuration');
    if (reading === undefined || 'broken' in reading)
      return undetermined('configuration cannot be read: it is no JSON');
    if ('unknown' in reading) return undetermined(`configuration is ${reading.unknown}, which only a plan can tell`);
    const encryption = entry(reading.json, 'EncryptionConfiguration');
    if (isUnknown(encryption)) {
      return undetermined(`EncryptionConfiguration is ${encryption.text}, which only a plan can tell`);
    }
    const flags = FLAGS.map((name): readonly [string, Value] => [name, entry(encryption, name)]);
    const off = flags.filter(([, value]) => !isUnknown(value) && !isTrue(value));
    if (off.length > 0) return violated(off.map(([name, value]) => `${name} is ${describe(value)}`).join(', '));
    const open = flags.find(([, value]) => isUnknown(value));
    return open ? undetermined(`${open[0]} is ${describe(open[1])}, which only a plan can tell`) : MET;
  },
};

function entry(json: Value, name: string): Value {
  return isUnknown(json) ? json : isJsonObject(json) ? (json as { [key: string]: Value })[name] : undefined;
}
