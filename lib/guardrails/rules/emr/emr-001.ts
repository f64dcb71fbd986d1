import { describe } from '../../model';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { Value, isJsonObject, isTrue, isUnknown } from '../../value';
import { readJsonText } from '../json-text';

const FLAGS = ['EnableAtRestEncryption', 'EnableInTransitEncryption'];

/** Clusters that encrypt their disks and what they say to one another. */
export const EMR_001: ResourceRule = {
  id: 'EMR-001',
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
    const reading = readJsonText(configuration, 'configuration');
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
  examples: {
    pass: [
      {
        title: 'both, as text',
        terraform: {
          resource: {
            aws_emr_security_configuration: {
              main: {
                count: 2,
                configuration: JSON.stringify({
                  EncryptionConfiguration: {
                    EnableAtRestEncryption: true,
                    EnableInTransitEncryption: true,
                    AtRestEncryptionConfiguration: {
                      LocalDiskEncryptionConfiguration: {
                        EncryptionKeyProviderType: 'AwsKms',
                        AwsKmsKey: '${aws_kms_key.main.arn}',
                      },
                    },
                  },
                }),
              },
            },
          },
        },
      },
      {
        title: 'both, by jsonencode, blocks as lists',
        terraform: {
          resource: [
            {
              aws_emr_security_configuration: [
                {
                  main: [
                    {
                      configuration:
                        '${jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = true, EnableInTransitEncryption = true } })}',
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'nothing in transit',
        terraform: {
          resource: {
            aws_emr_security_configuration: {
              main: {
                configuration:
                  '{"EncryptionConfiguration":{"EnableAtRestEncryption":true,"EnableInTransitEncryption":false}}',
              },
            },
          },
        },
        addresses: ['aws_emr_security_configuration.main'],
      },
      {
        title: 'nothing at all, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.emr',
                  resources: [
                    {
                      address: 'module.emr.aws_emr_security_configuration.main',
                      mode: 'managed',
                      type: 'aws_emr_security_configuration',
                      name: 'main',
                      values: { configuration: '{"AuthenticationConfiguration":{}}' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.emr.aws_emr_security_configuration.main'],
      },
    ],
    undetermined: [
      {
        title: 'a variable holds the configuration, or a flag',
        terraform: {
          variable: { configuration: {}, rest: {} },
          resource: {
            aws_emr_security_configuration: {
              any: { configuration: '${var.configuration}' },
              some: {
                configuration:
                  '${jsonencode({ EncryptionConfiguration = { EnableAtRestEncryption = var.rest, EnableInTransitEncryption = true } })}',
              },
            },
          },
        },
        addresses: ['aws_emr_security_configuration.any', 'aws_emr_security_configuration.some'],
      },
    ],
  },
};

function entry(json: Value, name: string): Value {
  if (isUnknown(json)) return json;
  return isJsonObject(json) ? (json as { [key: string]: Value })[name] : undefined;
}
