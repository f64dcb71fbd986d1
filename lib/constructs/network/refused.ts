import { refusedProps } from '../core/errors';

/** What L1 resources and other libraries call the ways to open a network, or to leave it unlogged. */
export const SEGMENTED_VPC = refusedProps([
  {
    props: ['flowLogs', 'flowLog', 'enableFlowLog', 'enableFlowLogs', 'trafficType'],
    must: 'must not be set: all traffic is logged, with every field',
    measure: '8.1',
    fix: 'leave it out, or name the archive that takes the logs: { archive }',
  },
  {
    props: ['mapPublicIpOnLaunch'],
    must: 'must not be set: no subnet hands out public addresses',
    measure: '3.3.4',
    fix: 'put a load balancer into the public tier, and programs into the application tier',
  },
  {
    props: ['createDatabaseInternetGatewayRoute', 'createDatabaseNatGatewayRoute', 'publicData'],
    must: 'must not be set: no route leads from the data tier to the internet, or back',
    measure: '3.3.4',
    fix: 'put what reaches out into the application tier, and what is reached behind a load balancer',
  },
  {
    props: ['subnetConfiguration'],
    must: 'must not be set: the tiers are fixed',
    measure: '3.3.4',
    fix: 'name ranges by publicCidrs, applicationCidrs, dataCidrs and endpointCidrs',
  },
  { props: ['maxAzs'], must: 'is not a prop of this construct', measure: '3.3.1', fix: 'write zoneCount: 3' },
  {
    props: ['cidr', 'cidrBlock', 'ipAddresses'],
    must: 'is not a prop of this construct',
    measure: '3.3.4',
    fix: "write ipv4Cidr: '10.0.0.0/16'",
  },
  {
    props: ['enableNatGateway'],
    must: 'is not a prop of this construct',
    measure: '3.3.4',
    fix: 'write natGateways: NatGateways.ONE_PER_ZONE',
  },
]);

/** What people who know other Client VPNs still write. */
export const REMOTE_ACCESS_VPN = refusedProps([
  {
    props: ['serverCertificateArn'],
    must: 'is not a prop of this construct',
    measure: '1.1.3',
    fix: 'write serverCertificate',
  },
  {
    props: [
      'rootCertificateChainArn',
      'clientCertificateArn',
      'activeDirectoryId',
      'authenticationType',
      'userBasedAuthentication',
    ],
    must: 'must not be set: people prove who they are to a SAML provider, which asks for a second factor',
    measure: '1.1.3',
    fix: 'write samlProviderArn',
  },
  {
    props: ['authorizeAllGroups', 'authorizeAllUsersToVpcCidr'],
    must: 'must not be set: each group is allowed what it needs',
    measure: '1.1.3',
    fix: 'call allowGroup for each group',
  },
  {
    props: ['sessionTimeoutHours', 'sessionTimeout'],
    must: 'must not be set: connections end after 8 hours, the least that AWS takes',
    measure: '1.1.3',
    fix: 'leave it out',
  },
  {
    props: ['logging', 'connectionLogOptions'],
    must: 'must not be set: every connection is logged',
    measure: '1.1.3',
    fix: 'leave it out',
  },
]);
