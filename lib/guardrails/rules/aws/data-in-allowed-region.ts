import { isDataPlace } from '../../../aws/data-places';
import { holdsPersonalData, postureOf, residencyOf } from '../../../aws/declared';
import { isOfGlobalLogs } from '../../../aws/global-logs';
import { isGlobal } from '../../../aws/global-services';
import { providerAddress } from '../../../aws/provider-address';
import { Place, copiesOf, mayCopy, sourceOf } from '../../../aws/regions-of';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { describe } from '../../../terraform/value';
import { GLOBAL_SERVICE_REGION } from '../../../toms/regions';
import { MET, Result, StackRule, Verdict, metByDeclaration, undetermined, violated } from '../../rule';

/** A copy that takes no tags, and lies in the region of its own. */
const UNTAGGED_COPIES = ['aws_db_instance_automated_backups_replication'];

/** Personal data that stays where it may lie. */
export const RULE: StackRule = {
  id: 'AWS-001',
  name: 'data-in-allowed-region',
  title: 'Personal data, its copies and its keys lie in an allowed region',
  severity: 'high',
  claims: ['4.2.c', '7.1.a'],
  rationale:
    'GDPR chapter V lets personal data leave the European Union on conditions only, and a replica or a backup copy is such a transfer. The allowed regions are those of the posture, else the ones within the Union: London and Zurich are not. A resource lies where its `region` says, else where its provider does; a provider that leaves the region to the environment is reported once. Global services and what CloudFront needs in us-east-1 are left out, but not their logs: WAF logs requests to CloudFront, and Route 53 queries of public zones, to log groups in us-east-1 only. There they may lie where the posture says why (`globalServiceLogs`); the evidence repeats it, and no other store is covered.',
  fix: "Move the resource or its copy to an allowed region, write the region into the provider, or widen the posture: `Posture.set(app, { residency: ['eu-central-1', 'eu-central-2'] })`. For logs of CloudFront's web ACLs and of Route 53 say why they may lie in us-east-1: `Posture.set(app, { globalServiceLogs: '…' })`.",
  sources: [
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (GDPR Art. 44)',
    'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support',
    'https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html',
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html',
  ],
  checkStack: (stack, model) => {
    const results: Result[] = [];
    const providers = new Map<string, Resource>();
    for (const resource of stack.resources) {
      if (resource.isOfAws && !isGlobal(resource)) {
        const verdict = judge(model, resource, providers);
        const again = (): Verdict | undefined => judge(model, resource, new Map());
        if (verdict) results.push({ subject: resource, verdict, again });
      }
    }
    for (const [address, user] of providers) {
      const again = (): Verdict => judgeProvider(user);
      results.push({ subject: { stack, address }, verdict: again(), again });
    }
    return results;
  },
};

/** The verdict on a resource. Adds the provider that leaves open where its personal data lies, with the first that it leaves it open for. */
function judge(model: Model, resource: Resource, providers: Map<string, Resource>): Verdict | undefined {
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
      if (typeof region === 'string') places.push({ attribute: `${address}.region`, region });
      else if (!providers.has(address)) providers.set(address, resource);
    }
  }

  const outside = places.filter(({ region }) => typeof region === 'string' && !isAllowed(resource, region));
  if (outside.length > 0) {
    const declared = lies ? declaredGlobal(model, resource, outside) : undefined;
    if (declared) return declared;
    const where = outside.map(({ attribute, region }) => `${region as string} (${attribute})`).join(', ');
    return violated(`personal data lies in ${where}, and may lie in ${residencyOf(resource).join(', ')} only`);
  }
  for (const { region } of places) {
    if (typeof region !== 'string') {
      return undetermined(`${region.unknown}: only a plan can tell the region`);
    }
  }
  return places.length > 0 ? MET : undefined;
}

/** The verdict on what lies outside of the residency as the log of a global service, and may, since the posture says why. */
function declaredGlobal(model: Model, resource: Resource, outside: readonly Place[]): Verdict | undefined {
  const reason = postureOf(resource)?.globalServiceLogs;
  if (reason === undefined || !outside.every(({ region }) => region === GLOBAL_SERVICE_REGION)) return undefined;
  const isOfLogs = isOfGlobalLogs(model, resource);
  if (isOfLogs === 'open') {
    return undetermined(
      `it lies in ${GLOBAL_SERVICE_REGION}, and only a plan can tell whether a global service logs to it`
    );
  }
  return isOfLogs
    ? metByDeclaration(`part of the logs of a global service, in ${GLOBAL_SERVICE_REGION}: ${reason}`)
    : undefined;
}

function judgeProvider(user: Resource): Verdict {
  const region = user.provider?.get('region');
  const problem = user.stack.providers.problemOf(user.providerName);
  if (problem !== undefined) return undetermined(`${problem}, so its region is open`);
  return undetermined(
    region === undefined
      ? 'region is not set, so the environment of the run decides where personal data lies'
      : `region is ${describe(region)}, so only a plan can tell where personal data lies`
  );
}

function isAllowed(resource: Resource, region: string): boolean {
  return residencyOf(resource).includes(region);
}
