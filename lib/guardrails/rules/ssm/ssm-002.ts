import { readJson } from '../../json-text';
import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Value, asNumber, isJsonObject, isTrue, isUnknown } from '../../value';
import { allOf, unknownAttribute } from '../checks';
import { isInput } from '../input';

const MAX_IDLE_MINUTES = 15;
const MAX_SESSION_MINUTES = 60;

/** What a document of examples holds where it demands all. */
const INPUTS = {
  cloudWatchLogGroupName: '/aws/ssm/sessions',
  cloudWatchEncryptionEnabled: true,
  kmsKeyId: '${aws_kms_key.sessions.arn}',
  idleSessionTimeout: '15',
  maxSessionDuration: '60',
};

/** The content of a document with these inputs. */
function content(inputs: { readonly [name: string]: string | number | boolean | undefined }): string {
  return JSON.stringify({ schemaVersion: '1.0', sessionType: 'Standard_Stream', inputs });
}

/** Sessions on machines that are logged, encrypted and short. */
export const SSM_002: ResourceRule = {
  id: 'SSM-002',
  title: 'Session Manager logs sessions encrypted, under a key, and ends them in time',
  severity: 'medium',
  measures: ['6.4'],
  rationale:
    'The session document decides whether anybody can read later what an administrator did. By default Session Manager logs nothing, encrypts with TLS alone, ends a session after 20 idle minutes, and never one that is in use. A log destination without its encryption flag takes the log also where nothing encrypts it. Documents for port forwarding and for single commands hold no such preferences and are left alone. The content of a document is read as JSON.',
  fix: 'In `inputs` of the document set `cloudWatchLogGroupName` with `cloudWatchEncryptionEnabled` true, or `s3BucketName` with `s3EncryptionEnabled` true; `kmsKeyId`; `idleSessionTimeout` to 15 or less; `maxSessionDuration` to 60 or less.',
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
    if (isUnknown(reading.json)) return undetermined(`content is ${reading.json.text}, which only a plan can tell`);
    const { sessionType, inputs } = isJsonObject(reading.json) ? (reading.json as { [key: string]: Value }) : {};
    if (sessionType !== 'Standard_Stream') return undefined;
    if (isUnknown(inputs)) return undetermined(`inputs is ${inputs.text}, which only a plan can tell`);
    return judge(
      Object.fromEntries(
        Object.entries(isJsonObject(inputs) ? (inputs as { [name: string]: Value }) : {}).map(([name, value]) => [
          name,
          // Plain references in JSON stand there as they are written.
          typeof value === 'string' ? document.evaluate(value) : value,
        ])
      )
    );
  },
  examples: {
    pass: [
      {
        title: 'logged to CloudWatch, under a key, short',
        terraform: {
          resource: {
            aws_ssm_document: {
              sessions: { count: 1, document_type: 'Session', content: content(INPUTS) },
            },
          },
        },
      },
      {
        title: 'logged to S3 too, by an expression, and a document for port forwarding, blocks as lists',
        terraform: {
          resource: [
            {
              aws_ssm_document: [
                {
                  sessions: [
                    {
                      document_type: 'Session',
                      content:
                        '${jsonencode({ sessionType = "Standard_Stream", inputs = { s3BucketName = aws_s3_bucket.sessions.id, s3EncryptionEnabled = true, kmsKeyId = aws_kms_key.sessions.arn, idleSessionTimeout = 10, maxSessionDuration = 30 } })}',
                    },
                  ],
                },
                {
                  ports: {
                    document_type: 'Session',
                    content: '{"schemaVersion":"1.0","sessionType":"Port","properties":{"portNumber":"443"}}',
                  },
                },
                { command: [{ document_type: 'Command', content: 'schemaVersion: "2.2"' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'nothing set',
        terraform: {
          resource: {
            aws_ssm_document: {
              sessions: {
                document_type: 'Session',
                content: content({ s3BucketName: '', cloudWatchLogGroupName: '', idleSessionTimeout: '20' }),
              },
            },
          },
        },
        addresses: ['aws_ssm_document.sessions'],
      },
      {
        title: 'one thing missing: encryption of a log, the key, the end of idle or of long sessions',
        terraform: {
          resource: {
            aws_ssm_document: {
              clear: {
                document_type: 'Session',
                content: content({ ...INPUTS, s3BucketName: 'sessions', s3EncryptionEnabled: false }),
              },
              endless: { document_type: 'Session', content: content({ ...INPUTS, maxSessionDuration: '' }) },
              idle: { document_type: 'Session', content: content({ ...INPUTS, idleSessionTimeout: undefined }) },
              keyless: { document_type: 'Session', content: content({ ...INPUTS, kmsKeyId: '' }) },
            },
          },
        },
        addresses: [
          'aws_ssm_document.clear',
          'aws_ssm_document.endless',
          'aws_ssm_document.idle',
          'aws_ssm_document.keyless',
        ],
      },
      {
        title: 'a day long, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.access',
                  resources: [
                    {
                      address: 'module.access.aws_ssm_document.sessions',
                      mode: 'managed',
                      type: 'aws_ssm_document',
                      name: 'sessions',
                      values: {
                        document_type: 'Session',
                        content: content({ ...INPUTS, kmsKeyId: 'alias/sessions', maxSessionDuration: '1440' }),
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.access.aws_ssm_document.sessions'],
      },
    ],
    undetermined: [
      {
        title: 'a variable or a file holds the content or a part of it, or it is YAML',
        terraform: {
          variable: { content: {}, key: {}, minutes: {} },
          resource: {
            aws_ssm_document: {
              file: { document_type: 'Session', content: '${file("sessions.json")}' },
              key: { document_type: 'Session', content: content({ ...INPUTS, kmsKeyId: '${var.key}' }) },
              minutes: {
                document_type: 'Session',
                content: content({ ...INPUTS, maxSessionDuration: '${var.minutes}' }),
              },
              variable: { document_type: 'Session', content: '${var.content}' },
              yaml: { document_type: 'Session', document_format: 'YAML', content: 'sessionType: Standard_Stream' },
            },
          },
        },
        addresses: [
          'aws_ssm_document.file',
          'aws_ssm_document.key',
          'aws_ssm_document.minutes',
          'aws_ssm_document.variable',
          'aws_ssm_document.yaml',
        ],
      },
    ],
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
    atMost(inputs, 'idleSessionTimeout', MAX_IDLE_MINUTES),
    atMost(inputs, 'maxSessionDuration', MAX_SESSION_MINUTES),
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
      return isInput(inputs[name]) && named.length === 1 ? unknownAttribute(name, inputs[name]) : MET;
    })
  );
}

function filled(inputs: Inputs, name: string): Verdict {
  const value = inputs[name];
  if (value === undefined || value === '') return violated(`${name} is ${describe(value)}`);
  return isInput(value) ? unknownAttribute(name, value) : MET;
}

function atMost(inputs: Inputs, name: string, minutes: number): Verdict {
  const value = inputs[name];
  if (isUnknown(value)) return unknownAttribute(name, value);
  const found = asNumber(value);
  if (found !== undefined && found > 0 && found <= minutes) return MET;
  return violated(`${name} is ${describe(value)}, and may be ${minutes} minutes at most`);
}
