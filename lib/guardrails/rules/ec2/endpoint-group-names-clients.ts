import { GROUPS, RULE_TYPES, audience, describeRule, rulesOn } from '../../../aws/ec2/security-group-rules';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf, targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

/** Interface endpoints that only named networks and groups reach. */
export const RULE: ResourceRule = {
  id: 'EC2-024',
  name: 'endpoint-group-names-clients',
  title: 'The security groups of an interface endpoint name who may connect',
  severity: 'low',
  claims: ['3.3.4.e'],
  rationale:
    'An interface endpoint has private addresses only. A security group that admits everyone, even on port 443, opens it to whatever network is connected later: a peer, a transit gateway, a VPN, an office. Port 443 for everyone is meant for what faces the internet. Groups that are not among what is checked are not judged, nor are endpoints without a group, which have the default one.',
  fix: 'Let the ingress rules name the security groups of the clients, or the range of the VPC.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  ],
  types: ['aws_vpc_endpoint'],
  check: (endpoint, model) => {
    const groups = targetsOf(model, endpoint, configured(endpoint, 'security_group_ids'), GROUPS);
    if (groups.length === 0) return undefined;
    return worst(groups.flatMap((group) => verdictsOn(model, group))) ?? MET;
  },
};

/** The verdicts on what admits clients to a group: rules within it and of their own. */
function verdictsOn(model: Model, group: Resource): Verdict[] {
  const holders = [
    group,
    ...RULE_TYPES.ingress.flatMap((type) => companionsOf(model, group, type, 'security_group_id')),
  ];
  return holders.flatMap((holder) =>
    rulesOn(holder, 'ingress').flatMap((rule): Verdict[] => {
      if (isUnknown(rule)) return [undetermined(`an ingress rule of ${holder.address} is only known to a plan`)];
      const whom = audience(model, holder, rule);
      if (whom === 'named') return [];
      const message = `${holder.address} admits ${describeRule(rule, 'from')}`;
      return [
        whom === 'everybody'
          ? violated(`${message}, which is everyone that is routed to the endpoint`)
          : undetermined(`${message}: whom that means is only known to a plan`),
      ];
    })
  );
}
