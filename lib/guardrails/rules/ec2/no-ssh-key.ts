import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

/** Where a type names the key pair of its instances: an attribute, and the blocks that it stands in. */
const KEYS: { readonly [type: string]: readonly [blocks: string, attribute: string] } = {
  aws_eks_node_group: ['remote_access', 'ec2_ssh_key'],
  aws_instance: ['', 'key_name'],
  aws_launch_configuration: ['', 'key_name'],
  aws_launch_template: ['', 'key_name'],
  aws_spot_fleet_request: ['launch_specification', 'key_name'],
  aws_spot_instance_request: ['', 'key_name'],
};

/** Instances that are reached only through Session Manager. */
export const RULE: ResourceRule = {
  id: 'EC2-013',
  name: 'no-ssh-key',
  title: 'No SSH key opens an instance',
  severity: 'medium',
  claims: ['6.4.b'],
  rationale:
    'A private key is copied and shared, belongs to nobody in particular, and works until somebody removes it from the instance: SSH with it passes by identity management, approval and the log of sessions. Session Manager asks IAM for each session and records it. Keys of SFTP users (`aws_transfer_ssh_key`) open no shell and are left out.',
  fix: "Leave out `key_name`, `remote_access` and `aws_key_pair`, and give the instance's role what Session Manager needs (AmazonSSMManagedInstanceCore).",
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html',
    'https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html',
  ],
  types: ['aws_key_pair', ...Object.keys(KEYS)],
  check: (resource) =>
    resource.type === 'aws_key_pair'
      ? violated('the key pair lets anyone who holds its private key log in by SSH, unknown to identity management')
      : (worst(holders(resource).map(({ block, attribute, name }) => judge(name, configured(block, attribute)))) ??
        MET),
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
  return violated(`${name} is ${describe(value)}: anyone who holds its private key logs in by SSH`);
}
