import { Block, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { Value, isUnknown } from '../../value';
import { unknownAttribute, worst } from '../checks';
import { configured } from '../configured';

/** Where a type names the key pair of its instances: an attribute, and the blocks that it stands in. */
const KEYS: { readonly [type: string]: readonly [blocks: string, attribute: string] } = {
  aws_eks_node_group: ['remote_access', 'ec2_ssh_key'],
  aws_instance: ['', 'key_name'],
  aws_launch_configuration: ['', 'key_name'],
  aws_launch_template: ['', 'key_name'],
  aws_spot_fleet_request: ['launch_specification', 'key_name'],
  aws_spot_instance_request: ['', 'key_name'],
};

/** Instances that are reached through Session Manager alone. */
export const EC2_013: ResourceRule = {
  id: 'EC2-013',
  title: 'No SSH key opens an instance',
  severity: 'medium',
  measures: ['6.4'],
  rationale:
    'A private key is copied and shared, belongs to nobody in particular, and works until somebody removes it from the instance: SSH with it passes by identity management, approval and the log of sessions. Session Manager asks IAM for each session and records it. Keys of SFTP users (`aws_transfer_ssh_key`) open no shell and are left alone.',
  fix: "Leave out `key_name`, `remote_access` and `aws_key_pair`, and give the instance's role what Session Manager needs (AmazonSSMManagedInstanceCore).",
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html',
    'https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html',
  ],
  types: ['aws_key_pair', ...Object.keys(KEYS)],
  check: (resource) =>
    resource.type === 'aws_key_pair'
      ? violated('the key pair lets whoever holds its private key log in by SSH, unknown to identity management')
      : (worst(holders(resource).map(({ block, attribute, name }) => judge(name, configured(block, attribute)))) ??
        MET),
  examples: {
    pass: [
      {
        title: 'no key anywhere',
        terraform: {
          resource: {
            aws_instance: { app: { count: 2, ami: 'ami-1' } },
            aws_launch_template: { app: { key_name: '' } },
            aws_eks_node_group: { app: { node_group_name: 'app' } },
          },
        },
      },
      {
        title: 'the key of an SFTP user, blocks as lists',
        terraform: {
          resource: [
            { aws_transfer_ssh_key: [{ partner: [{ user_name: 'partner' }] }] },
            { aws_spot_fleet_request: [{ app: [{ launch_specification: [{ ami: 'ami-1' }] }] }] },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'a key pair, and the instance that wears it',
        terraform: {
          resource: {
            aws_key_pair: { admin: { public_key: 'ssh-ed25519 AAAA' } },
            aws_instance: { app: { key_name: '${aws_key_pair.admin.key_name}' } },
          },
        },
        addresses: ['aws_instance.app', 'aws_key_pair.admin'],
      },
      {
        title: 'by name, in templates, node groups and fleets, blocks as lists',
        terraform: {
          resource: [
            { aws_launch_template: [{ app: [{ key_name: 'admin' }] }] },
            { aws_launch_configuration: { app: { key_name: 'admin' } } },
            { aws_eks_node_group: [{ app: [{ remote_access: [{ ec2_ssh_key: 'admin' }] }] }] },
            { aws_spot_fleet_request: { app: { launch_specification: [{ ami: 'ami-1' }, { key_name: 'admin' }] } } },
          ],
        },
        addresses: [
          'aws_eks_node_group.app',
          'aws_launch_configuration.app',
          'aws_launch_template.app',
          'aws_spot_fleet_request.app',
        ],
      },
      {
        title: 'an instance within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.app',
                  resources: [
                    {
                      address: 'module.app.aws_instance.app',
                      mode: 'managed',
                      type: 'aws_instance',
                      name: 'app',
                      values: { key_name: 'admin' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.app.aws_instance.app'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the key, or nothing',
        terraform: {
          variable: { key: {}, access: {} },
          resource: {
            aws_instance: { app: { key_name: '${var.key}' } },
            aws_eks_node_group: { app: { remote_access: '${var.access}' } },
          },
        },
        addresses: ['aws_eks_node_group.app', 'aws_instance.app'],
      },
    ],
  },
};

interface Holder {
  readonly block: Block;
  readonly attribute: string;
  readonly name: string;
}

function holders(resource: Resource): Holder[] {
  const [path, attribute] = KEYS[resource.type];
  const blocks = path === '' ? [resource] : resource.blocks(path);
  // Blocks that only a plan can tell are judged as one attribute.
  if (blocks.length === 0) return [{ block: resource, attribute: path, name: path }];
  return blocks.map((block) => ({ block, attribute, name: path === '' ? attribute : `${path}.${attribute}` }));
}

function judge(name: string, value: Value): Verdict {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return MET;
  // A reference to a key pair names one, whatever it is called.
  const isKey = isUnknown(value) && value.references.some((reference) => /^(?:data\.)?aws_key_pair\./.test(reference));
  if (isUnknown(value) && !isKey) return unknownAttribute(name, value);
  return violated(`${name} is ${describe(value)}: whoever holds its private key logs in by SSH`);
}
