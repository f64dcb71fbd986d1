import { Examples } from '../../rule';

/** What a document of examples holds where it demands all. */
const INPUTS = {
  cloudWatchLogGroupName: '/aws/ssm/sessions',
  cloudWatchEncryptionEnabled: true,
  kmsKeyId: '${aws_kms_key.sessions.arn}',
};

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'logged to CloudWatch, under a key',
      terraform: {
        resource: {
          aws_ssm_document: {
            sessions: { count: 1, document_type: 'Session', content: content(INPUTS) },
          },
        },
      },
    },
    {
      title: 'logged to S3 too, by an expression, and a document for port forwarding',
      terraform: {
        resource: {
          aws_ssm_document: {
            sessions: {
              document_type: 'Session',
              content:
                '${jsonencode({ sessionType = "Standard_Stream", inputs = { s3BucketName = aws_s3_bucket.sessions.id, s3EncryptionEnabled = true, kmsKeyId = aws_kms_key.sessions.arn } })}',
            },
            ports: {
              document_type: 'Session',
              content: '{"schemaVersion":"1.0","sessionType":"Port","properties":{"portNumber":"443"}}',
            },
            command: { document_type: 'Command', content: 'schemaVersion: "2.2"' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'unset',
      terraform: {
        resource: {
          aws_ssm_document: {
            sessions: {
              document_type: 'Session',
              content: content({ s3BucketName: '', cloudWatchLogGroupName: '' }),
            },
          },
        },
      },
      addresses: ['aws_ssm_document.sessions'],
    },
    {
      title: 'one thing missing: encryption of a log, or the key',
      terraform: {
        resource: {
          aws_ssm_document: {
            clear: {
              document_type: 'Session',
              content: content({ ...INPUTS, s3BucketName: 'sessions', s3EncryptionEnabled: false }),
            },
            keyless: { document_type: 'Session', content: content({ ...INPUTS, kmsKeyId: '' }) },
          },
        },
      },
      addresses: ['aws_ssm_document.clear', 'aws_ssm_document.keyless'],
    },
    {
      title: 'no key',
      terraform: {
        resource: {
          aws_ssm_document: {
            sessions: { document_type: 'Session', content: content({ ...INPUTS, kmsKeyId: undefined }) },
          },
        },
      },
      addresses: ['aws_ssm_document.sessions'],
    },
  ],
  undetermined: [
    {
      title: 'a variable or a file holds the content or a part of it, or it is YAML',
      except: { plan: 'a plan holds what the file says' },
      terraform: {
        variable: { content: {}, key: {} },
        resource: {
          aws_ssm_document: {
            file: { document_type: 'Session', content: '${file("sessions.json")}' },
            key: { document_type: 'Session', content: content({ ...INPUTS, kmsKeyId: '${var.key}' }) },
            variable: { document_type: 'Session', content: '${var.content}' },
            yaml: { document_type: 'Session', document_format: 'YAML', content: 'sessionType: Standard_Stream' },
          },
        },
      },
      addresses: [
        'aws_ssm_document.file',
        'aws_ssm_document.key',
        'aws_ssm_document.variable',
        'aws_ssm_document.yaml',
      ],
    },
  ],
};

/** The content of a document with these inputs. */
function content(inputs: { readonly [name: string]: string | number | boolean | undefined }): string {
  return JSON.stringify({ schemaVersion: '1.0', sessionType: 'Standard_Stream', inputs });
}
