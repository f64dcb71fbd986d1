import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { isFalse, isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';

const ENFORCED = 'configuration.enforce_workgroup_configuration';
const OPTION = 'configuration.result_configuration.encryption_configuration.encryption_option';
const MANAGED = 'configuration.managed_query_results_configuration.enabled';

/** Results of queries that are encrypted as the data is. */
export const ATHENA_001: ResourceRule = {
  id: 'ATHENA-001',
  title: 'A workgroup that queries personal data encrypts its results with KMS, and clients cannot switch that off',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Results of queries are a copy of the data, in whichever bucket they go to. Where the workgroup does not say how they are encrypted, that bucket decides, and where the workgroup is not enforced, each client does. Results that Athena keeps itself (managed query results) are always encrypted.',
  fix: 'Set `configuration.result_configuration.encryption_configuration.encryption_option` to SSE_KMS with `kms_key_arn`, and leave `enforce_workgroup_configuration` true; or use managed query results.',
  sources: [
    'https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html',
    'https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html',
    'https://docs.aws.amazon.com/athena/latest/ug/managed-results.html',
  ],
  types: ['aws_athena_workgroup'],
  check: (workgroup) => (workgroup.isPersonal ? verdictOn(workgroup) : undefined),
  examples: {
    pass: [
      {
        title: 'KMS, for each of several workgroups',
        terraform: {
          resource: {
            aws_athena_workgroup: {
              reports: {
                count: 2,
                configuration: {
                  result_configuration: {
                    output_location: 's3://results/',
                    encryption_configuration: { encryption_option: 'SSE_KMS', kms_key_arn: 'arn' },
                  },
                },
              },
            },
          },
        },
      },
      {
        title: 'results that Athena keeps, and public data, blocks as lists',
        terraform: {
          resource: [
            {
              aws_athena_workgroup: [
                { reports: [{ configuration: [{ managed_query_results_configuration: [{ enabled: true }] }] }] },
                { prices: [{ tags: { 'tom:data-class': 'public' } }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'nothing said, and keys of S3',
        terraform: {
          resource: {
            aws_athena_workgroup: {
              reports: { configuration: { result_configuration: { output_location: 's3://results/' } } },
              trends: {
                configuration: {
                  result_configuration: { encryption_configuration: { encryption_option: 'SSE_S3' } },
                },
              },
            },
          },
        },
        addresses: ['aws_athena_workgroup.reports', 'aws_athena_workgroup.trends'],
      },
      {
        title: 'clients may choose, blocks as lists',
        terraform: {
          resource: [
            {
              aws_athena_workgroup: [
                {
                  reports: [
                    {
                      configuration: [
                        {
                          enforce_workgroup_configuration: false,
                          result_configuration: [
                            { encryption_configuration: [{ encryption_option: 'CSE_KMS', kms_key_arn: 'arn' }] },
                          ],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        addresses: ['aws_athena_workgroup.reports'],
      },
      {
        title: 'nothing said within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.reports',
                  resources: [
                    {
                      address: 'module.reports.aws_athena_workgroup.reports',
                      mode: 'managed',
                      type: 'aws_athena_workgroup',
                      name: 'reports',
                      values: { configuration: [{ enforce_workgroup_configuration: true, result_configuration: [] }] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.reports.aws_athena_workgroup.reports'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { option: {} },
          resource: {
            aws_athena_workgroup: {
              reports: {
                configuration: {
                  result_configuration: { encryption_configuration: { encryption_option: '${var.option}' } },
                },
              },
            },
          },
        },
        addresses: ['aws_athena_workgroup.reports'],
      },
    ],
  },
};

function verdictOn(workgroup: Resource): Verdict {
  const managed = configured(workgroup, MANAGED);
  if (isTrue(managed)) return MET;
  const enforced = configured(workgroup, ENFORCED);
  if (isFalse(enforced)) {
    return violated(`${ENFORCED} is ${describe(enforced)}: each client says how its results are encrypted`);
  }
  const option = configured(workgroup, OPTION);
  if (!isUnknown(option) && option !== 'SSE_KMS' && option !== 'CSE_KMS') {
    if (isUnknown(managed)) return unknownAttribute(MANAGED, managed);
    return violated(`${OPTION} is ${describe(option)}: results are not encrypted with a key of yours`);
  }
  if (isUnknown(enforced)) return unknownAttribute(ENFORCED, enforced);
  return isUnknown(option) ? unknownAttribute(OPTION, option) : MET;
}
