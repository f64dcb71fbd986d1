import { templateNamed } from '../../../aws/ec2/launch-template';
import { regionalSettings } from '../../../aws/ec2/regional-settings';
import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { Value, asNumber, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

const MAX_HOPS = 2;

/** Instances whose metadata, and with it the credentials of their role, asks for a token. */
export const RULE: ResourceRule = {
  id: 'EC2-012',
  name: 'metadata-requires-token',
  title: 'The metadata of an instance asks for a token, and goes two hops at most',
  severity: 'high',
  claims: ['9.1.c'],
  rationale:
    'The metadata service hands the credentials of the role to anyone who asks from the instance. Version 1 answers a plain GET, which an application that fetches URLs for others can be made to send; version 2 asks for a token first. With a hop limit of more than 2 the answer goes further than one container network. The instance decides, else its launch template, else the default of the account, else the image: some images ask for a token by themselves, which the configuration does not show. EC2 Auto Scaling takes version 1 for a launch configuration that says nothing.',
  fix: 'Set `metadata_options` with `http_endpoint` to enabled, `http_tokens` to required and `http_put_response_hop_limit` to 1, or 2 where containers ask for it. Or set the defaults of the account by an `aws_ec2_instance_metadata_defaults`.',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
    'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMetadataOptions.html',
    'CIS AWS Foundations Benchmark 3.0.0, 5.6',
    'AWS Security Hub EC2.8, EC2.170, AutoScaling.3',
  ],
  types: ['aws_instance', 'aws_launch_configuration', 'aws_launch_template', 'aws_spot_instance_request'],
  check: (resource, model) => {
    const levels = levelsOf(model, resource);
    const endpoint = first(levels, 'http_endpoint');
    if (endpoint.value === 'disabled') return MET;
    return allOf([
      judge(
        first(levels, 'http_tokens'),
        (value) => value === 'required',
        { 'metadata_options.http_tokens': 'required' },
        absentTokens(resource)
      ),
      judge(first(levels, 'http_put_response_hop_limit'), (value) => (asNumber(value) ?? 1) <= MAX_HOPS, {
        'metadata_options.http_put_response_hop_limit': 1,
      }),
    ]);
  },
};

/** One of the places that may set an option. */
interface Level {
  /** Whose options they are, for a message. Of those that nobody can tell: why. */
  readonly of: string;
  /** Nothing where nobody can tell what it says, or whether it holds. */
  readonly options: Block | undefined;
}

interface Option {
  readonly name: string;
  readonly value: Value;
  /** Why nobody can tell it. */
  readonly open?: string;
}

/** Who decides about the options of an instance: the first that sets an option. */
function levelsOf(model: Model, resource: Resource): Level[] {
  const own = optionsIn(resource, '');
  // A launch configuration that says nothing is optional to EC2 Auto Scaling, before the account is asked.
  if (resource.type === 'aws_launch_configuration') return own;
  const { here, perhaps } = regionalSettings(model, resource, 'aws_ec2_instance_metadata_defaults');
  return [
    ...own,
    ...resource.blocks('launch_template').flatMap((block) => optionsOfTemplate(templateNamed(model, resource, block))),
    ...here.map((setting) => ({ of: ` of ${setting.address}`, options: setting })),
    ...perhaps.map((setting) => ({
      of: `only a plan can tell whether ${setting.qualifiedAddress} is of this account and region`,
      options: undefined,
    })),
  ];
}

function optionsOfTemplate(template: Resource | undefined): Level[] {
  if (template) return optionsIn(template, ` of ${template.address}`);
  return [{ of: 'the launch template is not among what is checked', options: undefined }];
}

function optionsIn(resource: Resource, of: string): Level[] {
  const blocks = resource.blocks('metadata_options');
  const whole = blocks.length === 0 ? configured(resource, 'metadata_options') : undefined;
  if (isUnknown(whole)) {
    return [{ of: `metadata_options${of} is ${whole.text}, which only a plan can tell`, options: undefined }];
  }
  return blocks.map((options) => ({ of, options }));
}

function first(levels: readonly Level[], option: string): Option {
  for (const { of, options } of levels) {
    if (!options) return { name: option, value: undefined, open: of };
    const value = configured(options, option);
    if (value !== undefined && value !== 'no-preference' && asNumber(value) !== -1) {
      return { name: `${option}${of}`, value };
    }
  }
  return { name: option, value: undefined };
}

function judge(
  { name, value, open }: Option,
  holds: (value: Value) => boolean,
  set: { readonly [attribute: string]: string | number },
  absent = ''
): Verdict {
  if (open !== undefined) return undetermined(open);
  if (isUnknown(value)) return unknownAttribute(name, value);
  return holds(value) ? MET : violated(`${name} is ${describe(value)}${value === undefined ? absent : ''}`, set);
}

function absentTokens(resource: Resource): string {
  const answers = ': the metadata service answers without a token too';
  return resource.type === 'aws_launch_configuration' ? answers : `${answers}, unless the image asks for one`;
}
