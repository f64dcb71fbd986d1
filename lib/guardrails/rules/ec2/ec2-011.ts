import { Model, Resource, Stack } from '../../model';
import { Result, StackRule } from '../../rule';
import { configured } from '../configured';
import { isUnknown } from '../../value';
import { providerAddress } from '../aws/provider-address';
import { regionOf } from '../aws/regions-of';
import { stackPath } from '../tf/stack-path';
import { defaultEncryption } from './default-encryption';
import { VOLUME_TYPES, volumesOf } from './volumes';

const NODES = 'aws_eks_node_group';

/** What makes volumes. Groups and fleets make theirs from a launch template, which is looked at itself. */
const TYPES: ReadonlySet<string> = new Set([...VOLUME_TYPES, NODES]);

/** Regions in which no volume can be made without encryption. */
export const EC2_011: StackRule = {
  id: 'EC2-011',
  title: 'A region whose volumes do not all ask for encryption encrypts them by default',
  severity: 'medium',
  measures: ['1.2.1', '9.1'],
  rationale:
    'A volume that somebody makes by hand, or that a service makes from an image, asks for no encryption by itself. The setting of the account encrypts it nevertheless, and nobody can make one without. It is off until somebody turns it on, in each region alone. There is one finding for each region in which a stack makes a volume that asks for no encryption itself, or instances that will; a stack whose volumes all ask for it leaves the setting to whoever sets up the account.',
  fix: 'Add an `aws_ebs_encryption_by_default` to one stack of the account, with `region` set for each further region. Where another program sets it, waive the rule on the stack and name that program.',
  sources: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
    'CIS AWS Foundations Benchmark 3.0.0, 2.2.1',
    'AWS Security Hub EC2.7',
  ],
  checkStack: (stack, model) => {
    const constructPath = stackPath(stack);
    return [...places(stack, model)].map(([address, resource]): Result => ({
      subject: { stack, address, constructPath },
      verdict: defaultEncryption(model, resource),
    }));
  },
  examples: {
    pass: [
      {
        title: 'both regions encrypt by default',
        terraform: {
          provider: { aws: { region: 'eu-central-1' } },
          resource: {
            aws_ebs_encryption_by_default: { here: {}, far: { region: 'eu-west-1', enabled: true } },
            aws_ebs_volume: { a: { count: 2 }, b: { region: 'eu-west-1' } },
          },
        },
      },
      {
        title: 'the region is left to the environment, blocks as lists',
        terraform: {
          resource: [
            { aws_ebs_encryption_by_default: [{ here: [{ enabled: true }] }] },
            { aws_instance: [{ app: [{ ami: 'ami-1' }] }] },
          ],
        },
      },
      {
        title: 'every volume asks for it, and nodes are made from a launch template',
        terraform: {
          provider: { aws: { region: 'eu-central-1' } },
          resource: {
            aws_ebs_volume: { a: { encrypted: true } },
            aws_instance: { app: { root_block_device: [{ encrypted: true }] } },
            aws_eks_node_group: { app: { launch_template: [{ id: 'lt-1', version: '1' }] } },
          },
        },
      },
      { title: 'no volumes', terraform: { resource: { aws_s3_bucket: { invoices: {} } } } },
    ],
    fail: [
      {
        title: 'one finding a region, however many volumes it has',
        terraform: {
          provider: [{ aws: [{ region: 'eu-central-1' }] }],
          resource: {
            aws_ebs_volume: { a: { encrypted: true }, b: {}, c: { region: 'eu-west-1' } },
            aws_eks_node_group: { app: {} },
          },
        },
        addresses: ['eu-central-1', 'eu-west-1'],
      },
      {
        title: 'turned off, in a plan',
        terraform: {
          format_version: '1.2',
          configuration: {
            provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-central-1' } } } },
          },
          planned_values: {
            root_module: {
              resources: [
                {
                  address: 'aws_ebs_encryption_by_default.here',
                  mode: 'managed',
                  type: 'aws_ebs_encryption_by_default',
                  name: 'here',
                  values: { enabled: false },
                },
              ],
              child_modules: [
                {
                  address: 'module.app',
                  resources: [
                    {
                      address: 'module.app.aws_launch_template.app',
                      mode: 'managed',
                      type: 'aws_launch_template',
                      name: 'app',
                      values: { region: 'eu-central-1' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['eu-central-1'],
      },
      {
        title: 'nothing set, and no region named',
        terraform: { resource: { aws_launch_template: { app: {} } } },
        addresses: ['provider.aws'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides the region of a volume',
        terraform: {
          variable: { region: {} },
          provider: { aws: { region: 'eu-central-1' } },
          resource: {
            aws_ebs_encryption_by_default: { here: {} },
            aws_ebs_volume: { data: { region: '${var.region}' } },
          },
        },
        addresses: ['${var.region}'],
      },
    ],
  },
};

/** The regions in which a stack leaves the encryption of volumes to the account, each with the first resource there. */
function places(stack: Stack, model: Model): Map<string, Resource> {
  const found = new Map<string, Resource>();
  for (const resource of stack.resources) {
    if (resource.mode !== 'managed' || !TYPES.has(resource.type) || asksForEncryption(model, resource)) continue;
    const own = configured(resource, 'region');
    const place = isUnknown(own) ? own.text : (regionOf(resource) ?? providerAddress(resource));
    if (!found.has(place)) found.set(place, resource);
  }
  return found;
}

/** Nodes without a launch template of their own get the volume that EKS gives them. */
function asksForEncryption(model: Model, resource: Resource): boolean {
  if (resource.type === NODES) return resource.blocks('launch_template').length > 0;
  return volumesOf(model, resource).every(({ encrypted }) => encrypted === 'yes');
}
