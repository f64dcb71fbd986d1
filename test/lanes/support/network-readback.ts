import { deepStrictEqual, fail, strictEqual } from 'node:assert';
import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import {
  CreateSecurityGroupCommand,
  DescribeFlowLogsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  DescribeListenersCommand,
  ElasticLoadBalancingV2Client,
  Listener,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { Resources } from './deployment';
import { Lane } from './lane';
import { clientConfig } from './moto';

const REGION = 'eu-central-1';
const EVERYBODY = ['0.0.0.0/0', '::/0'];
const POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09';

/** Reads the network of the web platform back through the AWS SDK, and makes beforehand what the examples take as given. */
export class NetworkReadBack {
  private readonly ec2: EC2Client;
  private readonly balancers: ElasticLoadBalancingV2Client;
  private readonly kms: KMSClient;
  private readonly s3: S3Client;
  private readonly acm: ACMClient;

  constructor(endpoint: string) {
    const config = clientConfig(endpoint);
    this.ec2 = new EC2Client(config);
    this.balancers = new ElasticLoadBalancingV2Client(config);
    this.kms = new KMSClient(config);
    this.s3 = new S3Client({ ...config, forcePathStyle: true });
    this.acm = new ACMClient(config);
  }

  /** The bucket and the key of the states, a certificate, and a security group. Returns the variables by which the examples take them. */
  public async prepare(bucket: string): Promise<{ [variable: string]: string }> {
    await this.s3.send(
      new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: REGION } })
    );
    const { KeyMetadata } = await this.kms.send(new CreateKeyCommand({}));
    const { CertificateArn } = await this.acm.send(new RequestCertificateCommand({ DomainName: 'shop.example.com' }));
    const group = { GroupName: 'portal', Description: 'the portal of customers' };
    const { GroupId } = await this.ec2.send(new CreateSecurityGroupCommand(group));
    return {
      PORTAL_GROUP_ID: GroupId ?? fail('no security group was made'),
      STATE_KEY_ARN: KeyMetadata?.Arn ?? fail('no key was made'),
      CERTIFICATE_ARN: CertificateArn ?? fail('no certificate was made'),
    };
  }

  public async check(lane: Lane, network: Resources): Promise<void> {
    const vpcId = network.get('aws_vpc', 'network/Vpc', 'id');
    const filters = [{ Name: 'vpc-id', Values: [vpcId] }];

    await lane.check('network: nothing is open to the internet but 443 and 80 of the load balancer', async () => {
      const { SecurityGroups = [] } = await this.ec2.send(new DescribeSecurityGroupsCommand({ Filters: filters }));
      const open = SecurityGroups.flatMap(({ GroupId, IpPermissions = [] }) =>
        IpPermissions.filter(({ IpRanges = [], Ipv6Ranges = [] }) =>
          [...IpRanges.map(({ CidrIp }) => CidrIp), ...Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6)].some((range) =>
            EVERYBODY.includes(range ?? '')
          )
        ).map(({ IpProtocol, FromPort, ToPort }) => `${GroupId} ${IpProtocol} ${FromPort}-${ToPort}`)
      );
      const group = network.get('aws_security_group', 'network/Front/SecurityGroup', 'id');
      deepStrictEqual(open.sort(), [`${group} tcp 443-443`, `${group} tcp 80-80`]);
    });
    await lane.check('network: its default security group lets nothing in or out', async () => {
      const Filters = [...filters, { Name: 'group-name', Values: ['default'] }];
      const { SecurityGroups = [] } = await this.ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
      strictEqual(SecurityGroups.length, 1);
      deepStrictEqual([SecurityGroups[0].IpPermissions ?? [], SecurityGroups[0].IpPermissionsEgress ?? []], [[], []]);
    });
    for (const tier of ['data', 'endpoint', 'application']) {
      await lane.check(`network: the ${tier} subnets have no route out`, () => this.requireNoRouteOut(filters, tier));
    }
    await lane.check('network: all of its traffic is logged', async () => {
      const Filter = [{ Name: 'resource-id', Values: [vpcId] }];
      const { FlowLogs = [] } = await this.ec2.send(new DescribeFlowLogsCommand({ Filter }));
      deepStrictEqual(
        FlowLogs.map(({ TrafficType, FlowLogStatus }) => [TrafficType, FlowLogStatus]),
        [['ALL', 'ACTIVE']]
      );
    });
    await lane.check('network: the listener demands what the profile says', async () => {
      const listener = await this.listener(network, 443);
      deepStrictEqual([listener.Protocol, listener.SslPolicy], ['HTTPS', POLICY]);
    });
    await lane.check('network: port 80 answers with a redirect to HTTPS, for good', async () => {
      const { Protocol, DefaultActions = [] } = await this.listener(network, 80);
      strictEqual(Protocol, 'HTTP');
      deepStrictEqual(
        DefaultActions.map(({ Type, RedirectConfig }) => [
          Type,
          RedirectConfig?.Protocol,
          RedirectConfig?.Port,
          RedirectConfig?.StatusCode,
        ]),
        [['redirect', 'HTTPS', '443', 'HTTP_301']]
      );
    });
  }

  private async requireNoRouteOut(filters: { Name: string; Values: string[] }[], tier: string): Promise<void> {
    const tagged = [...filters, { Name: 'tag:tom:tier', Values: [tier] }];
    const { Subnets = [] } = await this.ec2.send(new DescribeSubnetsCommand({ Filters: tagged }));
    strictEqual(Subnets.length, 3);
    const { RouteTables = [] } = await this.ec2.send(new DescribeRouteTablesCommand({ Filters: filters }));
    for (const { SubnetId } of Subnets) {
      const tables = RouteTables.filter(({ Associations = [] }) =>
        Associations.some((its) => its.SubnetId === SubnetId)
      );
      strictEqual(tables.length, 1, `route tables of ${SubnetId}`);
      const targets = (tables[0].Routes ?? []).map((route) => route.GatewayId ?? 'something else');
      deepStrictEqual(
        targets.filter((target) => target !== 'local' && !target.startsWith('vpce-')),
        []
      );
    }
  }

  private async listener(network: Resources, port: number): Promise<Listener> {
    const LoadBalancerArn = network.get('aws_lb', 'network/Front', 'arn');
    const { Listeners = [] } = await this.balancers.send(new DescribeListenersCommand({ LoadBalancerArn }));
    return Listeners.find(({ Port }) => Port === port) ?? fail(`no listener on ${port}`);
  }
}
