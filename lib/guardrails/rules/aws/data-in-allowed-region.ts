import { isDataPlace } from '../../../aws/data-places';
import { holdsPersonalData, postureOf } from '../../../aws/declared';
import { isGlobal } from '../../../aws/global-services';
import { providerAddress } from '../../../aws/provider-address';
import { copiesOf, mayCopy, sourceOf } from '../../../aws/regions-of';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource, Stack } from '../../../terraform/stack';
import { Value, describe } from '../../../terraform/value';
import { EU_REGIONS } from '../../../toms/regions';
import { MET, Result, StackRule, Subject, undetermined, violated } from '../../rule';

/** A copy that takes no tags, and lies in the region of its own. */
const UNTAGGED_COPIES = ['aws_db_instance_automated_backups_replication'];

/** Personal data that stays where it may lie. */
export const RULE: StackRule = {
  id: 'AWS-001',
  name: 'data-in-allowed-region',
  title: 'Personal data, and every copy of it, lies in an allowed region',
  severity: 'high',
  measures: ['7.1'],
  rationale:
    'GDPR chapter V lets personal data leave the European Union on conditions only, and a replica or a backup copy is such a transfer. The allowed regions are those of the posture, else the ones within the Union: London and Zurich are not. A resource lies where its `region` says, else where its provider does; a provider that leaves the region to the environment is reported once. Global services and what CloudFront needs in us-east-1 are left out.',
  fix: "Move the resource or its copy to an allowed region, write the region into the provider, or widen the posture: `Posture.set(app, { residency: ['eu-central-1', 'eu-central-2'] })`.",
  sources: [
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (GDPR Art. 44)',
    'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support',
  ],
  checkStack: (stack, model) => {
    const results: Result[] = [];
    const providers = new Map<string, ProviderUse>();
    for (const resource of stack.resources) {
      if (resource.mode === 'managed' && resource.type.startsWith('aws_') && !isGlobal(resource)) {
        const result = judge(model, resource, providers);
        if (result) results.push(result);
      }
    }
    for (const [address, use] of providers) results.push(...judgeProvider(stack, address, use));
    return results;
  },
};

/** What a provider's region decides: where the personal data of resources that name none lies. */
interface ProviderUse {
  readonly region: Value;
  readonly isOpen: boolean;
  readonly problem: string | undefined;
}

function judge(model: Model, resource: Resource, providers: Map<string, ProviderUse>): Result | undefined {
  const lies = isDataPlace(resource) || UNTAGGED_COPIES.includes(resource.type);
  if (!lies && !mayCopy(resource.type)) return undefined;
  const places = copiesOf(model, resource);
  if ((!lies && places.length === 0) || !holdsPersonalData(sourceOf(model, resource))) return undefined;

  if (lies) {
    const own = configured(resource, 'region');
    if (typeof own === 'string') places.push({ attribute: 'region', region: own });
    else if (own !== undefined) places.push({ attribute: 'region', region: { unknown: `region is ${describe(own)}` } });
    else {
      const address = providerAddress(resource);
      const region = resource.provider?.get('region');
      if (typeof region === 'string' && !isAllowed(resource, region)) {
        places.push({ attribute: `${address}.region`, region });
      } else if (!providers.has(address)) {
        const problem = resource.stack.providers.problemOf(resource.providerName);
        providers.set(address, { region, isOpen: typeof region !== 'string', problem });
      }
    }
  }

  const outside = places.filter(({ region }) => typeof region === 'string' && !isAllowed(resource, region));
  if (outside.length > 0) {
    const where = outside.map(({ attribute, region }) => `${region as string} (${attribute})`).join(', ');
    return {
      subject: resource,
      verdict: violated(`personal data lies in ${where}, and may lie in ${allowedRegions(resource).join(', ')} only`),
    };
  }
  for (const { region } of places) {
    if (typeof region !== 'string') {
      return { subject: resource, verdict: undetermined(`${region.unknown}: only a plan can tell the region`) };
    }
  }
  return places.length > 0 ? { subject: resource, verdict: MET } : undefined;
}

function judgeProvider(stack: Stack, address: string, { region, isOpen, problem }: ProviderUse): Result[] {
  const subject: Subject = { stack, address };
  if (!isOpen) return [{ subject, verdict: MET }];
  if (problem !== undefined) return [{ subject, verdict: undetermined(`${problem}, so its region is open`) }];
  const why =
    region === undefined
      ? 'region is not set, so the environment of the run decides where personal data lies'
      : `region is ${describe(region)}, so only a plan can tell where personal data lies`;
  return [{ subject, verdict: undetermined(why) }];
}

function allowedRegions(resource: Resource): readonly string[] {
  const residency = postureOf(resource)?.residency ?? [];
  return residency.length > 0 ? residency : EU_REGIONS;
}

function isAllowed(resource: Resource, region: string): boolean {
  return allowedRegions(resource).includes(region);
}
