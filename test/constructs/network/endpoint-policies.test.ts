import { AwsService, SegmentedVpcProps } from '../../../lib';
import { segmentedVpc } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const ACCOUNT = expect.stringMatching(/^\$\{data\.aws_caller_identity\..+\.account_id\}$/) as string;

function statements(endpoint: string, props: Partial<SegmentedVpcProps> = {}): ReturnType<Written['statements']> {
  const stack = newStack();
  segmentedVpc(stack, 'It', { interfaceEndpoints: [AwsService.KMS, AwsService.SSM, AwsService.STS], ...props });
  return Written.of(stack).statements('aws_vpc_endpoint', `It/${endpoint}`);
}

test.each(['DynamoDb', 'S3', 'Endpoint-kms', 'Endpoint-sts'])(
  '%s admits the own account to its own resources',
  (endpoint) => {
    expect(statements(endpoint).OwnPrincipalsToOwnResources).toEqual({
      Sid: 'OwnPrincipalsToOwnResources',
      Effect: 'Allow',
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: {
        StringEquals: { 'aws:PrincipalAccount': ACCOUNT },
        StringEqualsIfExists: { 'aws:ResourceAccount': ACCOUNT },
      },
    });
  }
);

test('admits an organization where one is named', () => {
  const organizationId = 'o-a1b2c3d4e5';
  expect(statements('Endpoint-kms', { organizationId }).OwnPrincipalsToOwnResources.Condition).toEqual({
    StringEquals: { 'aws:PrincipalOrgID': organizationId },
    StringEqualsIfExists: { 'aws:ResourceOrgID': organizationId },
  });
  expect(statements('Endpoint-sts', { organizationId }).FederationIntoOwnRoles.Condition).toEqual({
    StringEquals: { 'aws:ResourceOrgID': organizationId },
  });
});

test('asks only who calls where callers use what AWS owns', () => {
  const found = statements('Endpoint-ssm');
  expect(Object.keys(found)).toEqual(['OwnPrincipals']);
  expect(found.OwnPrincipals.Condition).toEqual({ StringEquals: { 'aws:PrincipalAccount': ACCOUNT } });
});

test('lets other identity providers into own roles by STS alone', () => {
  expect(statements('Endpoint-sts').FederationIntoOwnRoles).toMatchObject({
    Action: ['sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'],
    Condition: { StringEquals: { 'aws:ResourceAccount': ACCOUNT } },
  });
  expect(Object.keys(statements('Endpoint-kms'))).toEqual(['OwnPrincipalsToOwnResources']);
});

test('lets objects be read of the named buckets of AWS, and nothing be written', () => {
  const { ReadBucketsOfAws } = statements('S3', { region: 'eu-west-1' });
  expect(ReadBucketsOfAws.Action).toBe('s3:GetObject');
  const buckets = (ReadBucketsOfAws.Resource as string[]).map((arn) => arn.replace(/^arn:\$\{.+\}:s3:::/, ''));
  expect(buckets).toEqual([
    'al2023-repos-eu-west-1-de612dc2/*',
    'amazon-ssm-eu-west-1/*',
    'amazon-ssm-packages-eu-west-1/*',
    'aws-ssm-eu-west-1/*',
    'aws-ssm-document-attachments-eu-west-1/*',
    'patch-baseline-snapshot-eu-west-1/*',
    'prod-eu-west-1-starport-layer-bucket/*',
    'eu-west-1-birdwatcher-prod/*',
  ]);
  expect(Object.keys(statements('DynamoDb'))).toEqual(['OwnPrincipalsToOwnResources']);
});

test('endpoints lie where they belong', () => {
  const stack = newStack();
  segmentedVpc(stack, 'It', { interfaceEndpoints: [AwsService.KMS] });
  const found = Written.of(stack).resources('aws_vpc_endpoint');
  expect(found['It/S3']).toMatchObject({ vpc_endpoint_type: 'Gateway' });
  expect(found['It/S3'].route_table_ids).toHaveLength(3);
  for (const id of found['It/S3'].route_table_ids as string[]) expect(id).toMatch(/Application_RouteTable/);
  expect(found['It/Endpoint-kms']).toMatchObject({ vpc_endpoint_type: 'Interface', private_dns_enabled: true });
  for (const id of found['It/Endpoint-kms'].subnet_ids as string[]) expect(id).toMatch(/Endpoint_Subnet/);
  expect(found['It/Endpoint-kms'].security_group_ids).toHaveLength(1);
  expect(found['It/Endpoint-kms'].service_name).toMatch(/^com\.amazonaws\.\$\{data\.aws_region\..+\.id\}\.kms$/);
});

const ZONES = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'];

test('an endpoint is in the zones that the service names, and has a policy unless the service takes none', () => {
  const stack = newStack();
  const vpc = segmentedVpc(stack, 'It', { availabilityZones: ZONES, interfaceEndpoints: [AwsService.KMS] });
  vpc.addInterfaceEndpoint(AwsService.of('email-smtp', { availabilityZones: [ZONES[2], ZONES[0]] }));
  vpc.addInterfaceEndpoint(AwsService.of('inspector2', { endpointPolicy: false }));
  const found = Written.of(stack).resources('aws_vpc_endpoint');
  const [first, , third] = found['It/Endpoint-kms'].subnet_ids as string[];
  expect(found['It/Endpoint-email-smtp'].subnet_ids).toEqual([first, third]);
  expect(found['It/Endpoint-email-smtp']).toHaveProperty('policy');
  expect(found['It/Endpoint-inspector2'].subnet_ids).toHaveLength(3);
  expect(found['It/Endpoint-inspector2']).not.toHaveProperty('policy');
});

test.each([
  [{ availabilityZones: ZONES }, 'write some of eu-central-1a, eu-central-1b, eu-central-1c'],
  [
    {},
    "write availabilityZones on the network, which otherwise spans the first zones of the region: ['eu-central-1d', …]",
  ],
])('an endpoint in a zone that the network does not name is refused, where it names %p', (props, fix) => {
  const vpc = segmentedVpc(newStack(), 'It', props);
  const smtp = AwsService.of('email-smtp', { availabilityZones: ['eu-central-1d'] });
  expect(messageOf(() => vpc.addInterfaceEndpoint(smtp))).toBe(
    `[test/It] 'availabilityZones' must be zones that the network names, for the endpoint of email-smtp (TOM 3.3.1 Redundant and distributed architecture), got "eu-central-1d"; ${fix}`
  );
});
