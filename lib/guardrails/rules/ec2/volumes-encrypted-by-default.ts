import { VOLUME_TYPES, volumesOf } from '../../../aws/ec2/volumes';
import { providerAddress } from '../../../aws/provider-address';
import { regionOf } from '../../../aws/regions-of';
import { stackPath } from '../../../aws/stack-path';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource, Stack } from '../../../terraform/stack';
import { isTrue, isUnknown } from '../../../terraform/value';
import { Result, StackRule } from '../../rule';
import { defaultEncryption } from '../../verdicts/default-encryption';

const NODES = 'aws_eks_node_group';
const SETTING = 'aws_ebs_encryption_by_default';
const DEFAULT_KEY = 'aws_ebs_default_kms_key';

/** What makes volumes. Groups and fleets make theirs from a launch template, which is looked at itself. */
const TYPES: ReadonlySet<string> = new Set([...VOLUME_TYPES, NODES]);

/** Regions in which no volume can be made without encryption. */
export const RULE: StackRule = {
  id: 'EC2-011',
  name: 'volumes-encrypted-by-default',
  title: 'A region whose volumes do not all ask for encryption encrypts them by default',
  severity: 'medium',
  claims: ['9.1.e'],
  rationale:
    'A volume that somebody makes by hand, or that a service makes from an image, asks for no encryption by itself. The setting of the account encrypts it nevertheless, and nobody can make one without. It is off until somebody turns it on, in each region separately. There is one finding for each region in which a stack makes a volume that asks for no encryption itself, or instances that will, or sets that none is encrypted by default, or a default key, which switches nothing on; a stack whose volumes all ask for it leaves the setting to those who set up the account.',
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
};

/** The regions in which a stack leaves the encryption of volumes to the account, each with the first resource there. */
function places(stack: Stack, model: Model): Map<string, Resource> {
  const found = new Map<string, Resource>();
  for (const resource of stack.resources) {
    if (resource.mode !== 'managed' || !leavesItOpen(model, resource)) continue;
    const own = configured(resource, 'region');
    const place = isUnknown(own) ? own.text : (regionOf(resource) ?? providerAddress(resource));
    if (!found.has(place)) found.set(place, resource);
  }
  return found;
}

/** Whether a resource makes volumes that ask for no encryption, or switches off that they get it. */
function leavesItOpen(model: Model, resource: Resource): boolean {
  if (resource.type === SETTING) return !isTrue(configured(resource, 'enabled') ?? true);
  // The default key of a region encrypts nothing by itself.
  if (resource.type === DEFAULT_KEY) return true;
  return TYPES.has(resource.type) && !asksForEncryption(model, resource);
}

/** Nodes without a launch template of their own get the volume that EKS gives them. */
function asksForEncryption(model: Model, resource: Resource): boolean {
  if (resource.type === NODES) return resource.blocks('launch_template').length > 0;
  return volumesOf(model, resource).every(({ encrypted }) => encrypted === 'yes');
}
