import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown, items } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

const LOOKUP = 'data.aws_ami';

/** Where a type names its image. */
const ATTRIBUTES: { readonly [type: string]: string } = {
  aws_instance: 'ami',
  aws_launch_configuration: 'image_id',
  aws_launch_template: 'image_id',
  aws_spot_instance_request: 'ami',
};

/** Filters that leave images of one owner, or one image. */
const OWNERS: readonly unknown[] = ['owner-id', 'owner-alias', 'image-id'];

/** Instances of images whose maker is known. */
export const RULE: ResourceRule = {
  id: 'EC2-041',
  name: 'image-of-known-owner',
  title: 'An instance starts from an image of an owner that its configuration names',
  severity: 'high',
  claims: ['9.1.b'],
  rationale:
    'Anyone can publish an image under any name. A search by name that names no owner takes the newest that anyone has published, so that anyone who publishes next decides what the next instance runs, with its role. Images that are named by their id, or by a parameter of AWS, are not searched for, and not judged.',
  fix: 'Set `owners` of the data source: `self`, `amazon`, or the ids of accounts.',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami',
  ],
  types: Object.keys(ATTRIBUTES),
  check: (instance, model) => {
    const value = instance.get(ATTRIBUTES[instance.type]);
    return isUnknown(value) ? worst(imagesOf(model, instance).map(imageVerdict)) : undefined;
  },
};

function imagesOf(model: Model, instance: Resource): readonly Resource[] {
  return targetsOf(model, instance, instance.get(ATTRIBUTES[instance.type]), [LOOKUP], []);
}

function imageVerdict(image: Resource): Verdict {
  const owners = configured(image, 'owners');
  if (isUnknown(owners)) return unknownAttribute(`owners of ${image.address}`, owners);
  if (items(owners).length > 0) return MET;
  const names = image.blocks('filter').map((filter) => filter.get('name'));
  if (names.some((name) => OWNERS.includes(name))) return MET;
  const open = names.find(isUnknown);
  if (open !== undefined) return unknownAttribute(`filter.name of ${image.address}`, open);
  return violated(`${image.address} names no owners: anyone who publishes an image of that name decides what runs`);
}
