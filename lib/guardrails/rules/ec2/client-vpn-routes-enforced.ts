import { configured } from '../../../terraform/configured';
import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ENFORCED = 'client_route_enforcement_options.enforced';

/** VPNs whose routes a device cannot change. */
export const RULE: ResourceRule = {
  id: 'EC2-027',
  name: 'client-vpn-routes-enforced',
  title: 'A Client VPN endpoint enforces its routes on the devices of its users',
  severity: 'low',
  claims: ['1.1.3.g'],
  rationale:
    'A program on a device can change the routes of the VPN, and what should pass the tunnel leaves beside it, unencrypted. With client route enforcement the client of AWS watches the routing table, and sets it back. It is off unless it is asked for. Which networks the routes lead to, by `split_tunnel` too, is for the owner of the VPN to say.',
  fix: 'Use `RemoteAccessVpn`, or set `client_route_enforcement_options.enforced` to true.',
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-cre.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-clientvpnendpoint-clientrouteenforcementoptions.html',
  ],
  types: ['aws_ec2_client_vpn_endpoint'],
  check: (endpoint) => {
    const enforced = configured(endpoint, ENFORCED);
    if (isUnknown(enforced)) return unknownAttribute(ENFORCED, enforced);
    if (isTrue(enforced)) return MET;
    return violated(`${ENFORCED} is ${describe(enforced)}: a program on the device can lead traffic past the VPN`, {
      [ENFORCED]: true,
    });
  },
};
