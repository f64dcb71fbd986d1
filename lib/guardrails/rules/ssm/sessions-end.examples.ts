import { Examples } from '../../rule';

/** What a document of examples holds where it demands all. */
const INPUTS = {
  idleSessionTimeout: '15',
  maxSessionDuration: '60',
};

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'short sessions',
      terraform: {
        resource: {
          aws_ssm_document: {
            sessions: { count: 1, document_type: 'Session', content: content(INPUTS) },
          },
        },
      },
    },
    {
      title: 'by an expression, and a document for port forwarding',
      terraform: {
        resource: {
          aws_ssm_document: {
            sessions: {
              document_type: 'Session',
              content:
                '${jsonencode({ sessionType = "Standard_Stream", inputs = { idleSessionTimeout = 10, maxSessionDuration = 30 } })}',
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
      title: 'twenty idle minutes, and no end',
      terraform: {
        resource: {
          aws_ssm_document: {
            sessions: {
              document_type: 'Session',
              content: content({ idleSessionTimeout: '20' }),
            },
          },
        },
      },
      addresses: ['aws_ssm_document.sessions'],
    },
    {
      title: 'one thing missing: the end of idle or of long sessions',
      terraform: {
        resource: {
          aws_ssm_document: {
            endless: { document_type: 'Session', content: content({ ...INPUTS, maxSessionDuration: '' }) },
            idle: { document_type: 'Session', content: content({ ...INPUTS, idleSessionTimeout: undefined }) },
          },
        },
      },
      addresses: ['aws_ssm_document.endless', 'aws_ssm_document.idle'],
    },
    {
      title: 'a day long',
      terraform: {
        resource: {
          aws_ssm_document: {
            sessions: { document_type: 'Session', content: content({ ...INPUTS, maxSessionDuration: '1440' }) },
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
        variable: { content: {}, minutes: {} },
        resource: {
          aws_ssm_document: {
            file: { document_type: 'Session', content: '${file("sessions.json")}' },
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
        'aws_ssm_document.minutes',
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
