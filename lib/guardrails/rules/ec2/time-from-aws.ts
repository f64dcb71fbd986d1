import { configured } from '../../../terraform/configured';
import { companionsOf, targetsOf } from '../../../terraform/references';
import { asStrings, describe, hasUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

/** The Amazon Time Sync Service, at the addresses that every instance reaches without a network. */
const AMAZON_TIME = ['169.254.169.123', 'fd00:ec2::123'];

const SERVERS = 'ntp_servers';

/** Networks that hand the time source of AWS to their instances. */
export const RULE: ResourceRule = {
  id: 'EC2-045',
  name: 'time-from-aws',
  title: 'A network hands no other time source to its instances than that of AWS',
  severity: 'low',
  claims: ['8.2.b'],
  rationale:
    'Who did what before whom shows only in logs whose clocks agree. DHCP options hand time servers to the instances of a VPC. The Amazon Time Sync Service is at 169.254.169.123 and fd00:ec2::123, reachable without a way out, and what AWS services take their timestamps from. Networks whose DHCP options name no time servers are not judged: images of AWS ask the service by themselves, and nobody knows of others. What an instance makes of the options is up to its image.',
  fix: 'Write `ntp_servers = ["169.254.169.123"]` into the `aws_vpc_dhcp_options` of the network. `SegmentedVpc` does.',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/set-time.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html',
  ],
  types: ['aws_vpc', 'aws_default_vpc'],
  check: (vpc, model) =>
    worst(
      companionsOf(model, vpc, 'aws_vpc_dhcp_options_association', 'vpc_id')
        .flatMap((association) =>
          targetsOf(model, association, association.get('dhcp_options_id'), ['aws_vpc_dhcp_options'])
        )
        .map((options) => {
          const servers = configured(options, SERVERS);
          if (servers === undefined) return undefined;
          if (hasUnknown(servers)) return unknownAttribute(`${SERVERS} of ${options.address}`, servers);
          const others = asStrings(servers).filter((server) => !AMAZON_TIME.includes(server));
          if (others.length === 0) return asStrings(servers).length === 0 ? undefined : MET;
          return violated(`${options.address} hands out the time servers ${describe(others)}`);
        })
    ),
};
