import { Resource, describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { asNumber, isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';

const MIN_DAYS = 14;
const DEFAULT_DAYS = 30;

/** Keys whose deletion can be noticed and taken back. */
export const KMS_003: ResourceRule = {
  id: 'KMS-003',
  title: `A key waits at least ${MIN_DAYS} days before it is deleted, and Terraform refuses to destroy one of personal data`,
  severity: 'medium',
  measures: ['1.3.1'],
  rationale: `What a deleted key encrypted is lost for good, backups too. The waiting period is the time in which somebody notices. KMS takes ${DEFAULT_DAYS} days where nothing is said, and 7 at least. A plan made without its configuration does not show the lifecycle: only the waiting period is judged then. Environments that live for a test run may destroy their keys.`,
  fix: `Use \`RotatedKey\`, or set \`deletion_window_in_days\` to ${MIN_DAYS} or more and \`lifecycle.prevent_destroy\` to true.`,
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
    'AWS Security Hub KMS.3',
  ],
  types: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'],
  check: (key) => {
    const problems: string[] = [];
    const mend: { [attribute: string]: number | boolean } = {};

    const window = key.get('deletion_window_in_days');
    const days = isUnknown(window) ? DEFAULT_DAYS : (asNumber(window) ?? DEFAULT_DAYS);
    if (days < MIN_DAYS) {
      problems.push(`deletion_window_in_days is ${describe(window)}, less than ${MIN_DAYS}`);
      mend.deletion_window_in_days = DEFAULT_DAYS;
    }

    const prevented = key.get('lifecycle.prevent_destroy');
    if (showsLifecycle(key) && key.isPersonal && !key.isEphemeral && !isTrue(prevented) && !isUnknown(prevented)) {
      problems.push(
        `lifecycle.prevent_destroy is ${describe(prevented)}: one apply may delete the key that personal data needs`
      );
      mend['lifecycle.prevent_destroy'] = true;
    }

    if (problems.length > 0) return violated(problems.join('; '), mend);
    if (isUnknown(window)) return unknownAttribute('deletion_window_in_days', window);
    if (isUnknown(prevented)) return unknownAttribute('lifecycle.prevent_destroy', prevented);
    return MET;
  },
  examples: {
    pass: [
      {
        title: 'the default of 30 days, destruction refused',
        terraform: { resource: { aws_kms_key: { main: { lifecycle: { prevent_destroy: true } } } } },
      },
      {
        title: '14 days, the lifecycle as a list of blocks',
        terraform: {
          resource: [
            {
              aws_kms_external_key: [
                { main: [{ deletion_window_in_days: 14, lifecycle: [{ prevent_destroy: true }] }] },
              ],
            },
          ],
        },
      },
      {
        title: 'a key of no personal data may be destroyed',
        terraform: { resource: { aws_kms_key: { main: { count: 2, tags: { 'tom:data-class': 'internal' } } } } },
      },
      {
        title: 'a key of a test run may be destroyed',
        terraform: {
          resource: {
            aws_kms_key: { main: { deletion_window_in_days: 20, tags: { 'tom:environment': 'ephemeral' } } },
          },
        },
      },
      {
        title: 'a plan shows no lifecycle',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              resources: [
                {
                  address: 'aws_kms_key.main',
                  mode: 'managed',
                  type: 'aws_kms_key',
                  name: 'main',
                  values: { deletion_window_in_days: null },
                },
              ],
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'a week, in a counted key',
        terraform: {
          resource: {
            aws_kms_key: { main: { count: 2, deletion_window_in_days: 7, lifecycle: { prevent_destroy: true } } },
          },
        },
        addresses: ['aws_kms_key.main'],
      },
      {
        title: 'one apply may destroy it',
        terraform: { resource: { aws_kms_key: { main: { deletion_window_in_days: 30 } } } },
        addresses: ['aws_kms_key.main'],
      },
      {
        title: 'ten days within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.keys',
                  resources: [
                    {
                      address: 'module.keys.aws_kms_replica_key.west',
                      mode: 'managed',
                      type: 'aws_kms_replica_key',
                      name: 'west',
                      values: { deletion_window_in_days: 10 },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.keys.aws_kms_replica_key.west'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides on the days',
        terraform: {
          variable: { days: {} },
          resource: {
            aws_kms_key: { main: { deletion_window_in_days: '${var.days}', lifecycle: { prevent_destroy: true } } },
          },
        },
        addresses: ['aws_kms_key.main'],
      },
    ],
  },
};

/** A plan carries the lifecycle only where its configuration was read beside it, which is where construct paths come from. */
function showsLifecycle(key: Resource): boolean {
  return key.stack.kind === 'configuration' || key.constructPath !== undefined || key.has('lifecycle');
}
