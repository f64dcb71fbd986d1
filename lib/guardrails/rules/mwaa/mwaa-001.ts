import { Model, Resource } from '../../model';
import { ResourceRule, Verdict } from '../../rule';
import { configured } from '../configured';
import { keyVerdict } from '../encryption-key';

/** What an Airflow environment holds, under a key of one's own. */
export const MWAA_001: ResourceRule = {
  id: 'MWAA-001',
  title: 'An Airflow environment for personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Airflow keeps its variables, its connections with their passwords, and what tasks hand to one another in a database of the environment; tasks wait in a queue, and log what they do. Unless a key is named, AWS encrypts all this with a key that it owns, which nobody else can see, log or withdraw. The key is chosen when the environment is made: another one makes it anew.',
  fix: 'Set `kms_key` to a customer managed key of the same region, such as that of a `RotatedKey`, whose policy also lets CloudWatch Logs use it. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/mwaa/latest/userguide/encryption-at-rest.html',
    'https://docs.aws.amazon.com/mwaa/latest/userguide/custom-keys-certs.html',
  ],
  types: ['aws_mwaa_environment'],
  check: (environment, model) => (environment.isPersonal ? verdictOn(model, environment) : undefined),
  examples: {
    pass: [
      {
        title: 'a key of the stack, for each of several environments',
        terraform: {
          resource: {
            aws_kms_key: { main: {} },
            aws_mwaa_environment: { loads: { count: 2, kms_key: '${aws_kms_key.main.arn}' } },
          },
        },
      },
      {
        title: 'internal data, blocks as lists',
        terraform: {
          resource: [{ aws_mwaa_environment: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }] }],
        },
      },
    ],
    fail: [
      {
        title: 'no key, and one of AWS, blocks as lists',
        terraform: {
          resource: [
            {
              aws_mwaa_environment: [
                { loads: [{ name: 'loads', kms_key: 'alias/aws/airflow' }] },
                { reports: [{ name: 'reports' }] },
              ],
            },
          ],
        },
        addresses: ['aws_mwaa_environment.loads', 'aws_mwaa_environment.reports'],
      },
      {
        title: 'no key within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.loads',
                  resources: [
                    {
                      address: 'module.loads.aws_mwaa_environment.main',
                      mode: 'managed',
                      type: 'aws_mwaa_environment',
                      name: 'main',
                      values: { name: 'main', kms_key: null },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.loads.aws_mwaa_environment.main'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the key',
        terraform: {
          variable: { key: {} },
          resource: { aws_mwaa_environment: { loads: { kms_key: '${var.key}' } } },
        },
        addresses: ['aws_mwaa_environment.loads'],
      },
    ],
  },
};

function verdictOn(model: Model, environment: Resource): Verdict {
  const absent = 'AWS encrypts with a key that it owns';
  return keyVerdict(model, environment, 'kms_key', configured(environment, 'kms_key'), absent);
}
