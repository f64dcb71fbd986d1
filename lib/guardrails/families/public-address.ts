import { PublicAddress } from '../../aws/types/resource-type';
import { configured } from '../../terraform/configured';
import { Resource } from '../../terraform/stack';
import { isUnknown } from '../../terraform/value';
import { MET, Verdict, violated } from '../rule';
import { unknownAttribute } from '../verdicts/checks';
import { settingVerdict } from '../verdicts/setting';
import { Family, unique } from './family';
import { article, instruction, settingStep } from './text';

/** Addresses at which the internet reaches a resource (TOM 3.3.4). */
export const PUBLIC_ADDRESS: Family<PublicAddress> = {
  name: 'public-address',
  claims: ['3.3.4.d'],
  facetOf: ({ publicAddress }) => publicAddress,
  title: ({ isWorkload }, noun) =>
    `${article(noun)} has no public address${isWorkload ? ', and no way to the internet past its VPC' : ''}`,
  rationale: (facets) =>
    [
      facets.every(({ isWorkload }) => isWorkload)
        ? 'What has a public address is one password, one unpatched server or one broad rule away from everyone on the internet. Without one, only what is in the network, or let into it, can try.'
        : 'A data store with a public address is one security group rule or one password away from everyone. Without one, only what is in the network, or let into it, can try. Databases, brokers and migration instances have no public address by default, by version 6 of the AWS provider.',
      ...unique(facets.flatMap(({ facts }) => facts ?? [])),
    ].join(' '),
  fix: (facets) =>
    `${instruction(
      facets.map(([type, { setting, vpc }]) => [
        type,
        [...(setting ? [settingStep(setting)] : []), ...(vpc ? [`set \`${vpc}\` with private subnets`] : [])],
      ])
    )} Reach ${facets.every(([, { isWorkload }]) => isWorkload) ? 'it' : 'the store'} through the VPC, a VPN or Session Manager.`,
  check: ({ setting, vpc }, resource) => {
    if (vpc !== undefined) return vpcVerdict(resource, vpc);
    return setting && settingVerdict(resource, { otherwise: 'the internet reaches its address', ...setting });
  },
};

function vpcVerdict(resource: Resource, block: string): Verdict {
  if (resource.blocks(block).length > 0) return MET;
  const whole = configured(resource, block);
  return isUnknown(whole)
    ? unknownAttribute(block, whole)
    : violated(`${block} is not set: the internet reaches its endpoint`);
}
