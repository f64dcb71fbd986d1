import { regionOf } from '../../../aws/regions-of';
import { configured } from '../../../terraform/configured';
import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { requireAttribute } from '../../verdicts/checks';

const OPTIONS = 'aws_vpc_block_public_access_options';
const EXCLUSION = 'aws_vpc_block_public_access_exclusion';

/** What blocks internet gateways. `off` does not. */
const MODES = ['block-bidirectional', 'block-ingress'];

/** Accounts whose networks are closed to the internet but for the subnets that say so. */
export const RULE: ResourceRule = {
  id: 'EC2-007',
  name: 'internet-gateways-blocked',
  title: 'Internet gateways are blocked, but for subnets that are excluded by name',
  severity: 'medium',
  claims: ['3.3.4.m'],
  rationale:
    'VPC Block Public Access overrules routes, security groups and network ACLs for all VPCs of an account in a region: a gateway or a route that somebody adds later opens nothing. A public tier needs an exclusion for each of its subnets, which shows in one place what faces the internet: the subnets of internet-facing load balancers, and, where the block holds in both directions, those of NAT gateways. An exclusion for a whole VPC also opens what is added to it later. The options may stand in any stack that is checked together, for the same region; accounts are not told apart.',
  fix: `Add \`${OPTIONS}\` with \`internet_gateway_block_mode\` block-bidirectional or block-ingress once for each account and region, and an \`${EXCLUSION}\` with \`subnet_id\` for each subnet of the public tier. Where a landing zone sets the mode of the account, waive this with a pointer to it.`,
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html',
    'AWS Security Hub EC2.172',
  ],
  types: ['aws_vpc', OPTIONS, EXCLUSION],
  check: (resource, model) => {
    if (resource.type === OPTIONS) {
      return requireAttribute(resource, 'internet_gateway_block_mode', (mode) => MODES.includes(mode as string), {
        internet_gateway_block_mode: 'block-bidirectional',
      });
    }
    return resource.type === EXCLUSION ? exclusionVerdict(resource) : vpcVerdict(model, resource);
  },
};

/** The verdict on a VPC: options for its region are judged themselves, so that they are there is enough. */
function vpcVerdict(model: Model, vpc: Resource): Verdict | undefined {
  const { all, byRegion, open } = OPTIONS_OF.of(model, () => readOptions(model));
  if (all.length === 0) {
    return violated(`no ${OPTIONS} stands beside the VPC, so any route to an internet gateway opens it`);
  }
  const region = regionOf(vpc);
  const own = region === undefined ? all : (byRegion.get(region) ?? []);
  if (own.some(isBlocking)) return MET;
  if (own.length > 0) return undefined;
  if (open !== undefined) return undetermined(`the region of ${open.address} is only known to a plan`);
  return violated(`no ${OPTIONS} is for ${region}, so any route to an internet gateway opens the VPC`);
}

function isBlocking(options: Resource): boolean {
  return MODES.includes(options.get('internet_gateway_block_mode') as string);
}

interface Options {
  readonly all: readonly Resource[];
  readonly byRegion: ReadonlyMap<string, readonly Resource[]>;
  /** One whose region is open, where there is one. */
  readonly open: Resource | undefined;
}

const OPTIONS_OF = new Memo<Options>();

function readOptions(model: Model): Options {
  const all = model.present(OPTIONS);
  const byRegion = new Map<string, Resource[]>();
  for (const options of all) {
    const region = regionOf(options);
    if (region === undefined) continue;
    const same = byRegion.get(region);
    if (same) same.push(options);
    else byRegion.set(region, [options]);
  }
  return { all, byRegion, open: all.find((options) => regionOf(options) === undefined) };
}

function exclusionVerdict(exclusion: Resource): Verdict {
  const vpc = configured(exclusion, 'vpc_id');
  if (vpc !== undefined && vpc !== '') {
    return violated(`vpc_id is ${describe(vpc)}: all of that VPC is excluded, with what is added to it later`);
  }
  const mode = exclusion.get('internet_gateway_exclusion_mode');
  if (isUnknown(mode)) return undetermined(`internet_gateway_exclusion_mode is ${describe(mode)}`);
  if (mode === undefined)
    return violated('internet_gateway_exclusion_mode is not set, so it does not say what it allows');
  return configured(exclusion, 'subnet_id') === undefined
    ? undetermined('neither subnet_id nor vpc_id is set, so what it excludes is not known')
    : MET;
}
