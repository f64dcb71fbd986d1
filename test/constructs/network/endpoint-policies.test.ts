import { AwsService, SegmentedVpc, SegmentedVpcProps } from '../../../lib';
import { Written, newStack } from '../../support/synth';

const ACCOUNT = expect.stringMatching(/^\$\{data\.aws_caller_identity\..+\.account_id\}$/) as string;

function statements(endpoint: string, props: SegmentedVpcProps = {}): ReturnType<Written['statements']> {
  const stack = newStack();
  new SegmentedVpc(stack, 'It', { interfaceEndpoints: [AwsService.KMS, AwsService.SSM, AwsService.STS], ...props });
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
  new SegmentedVpc(stack, 'It', { interfaceEndpoints: [AwsService.KMS] });
  const found = Written.of(stack).resources('aws_vpc_endpoint');
  expect(found['It/S3']).toMatchObject({ vpc_endpoint_type: 'Gateway' });
  expect(found['It/S3'].route_table_ids).toHaveLength(3);
  for (const id of found['It/S3'].route_table_ids as string[]) expect(id).toMatch(/Application_RouteTable/);
  expect(found['It/Endpoint-kms']).toMatchObject({ vpc_endpoint_type: 'Interface', private_dns_enabled: true });
  for (const id of found['It/Endpoint-kms'].subnet_ids as string[]) expect(id).toMatch(/Endpoint_Subnet/);
  expect(found['It/Endpoint-kms'].security_group_ids).toHaveLength(1);
  expect(found['It/Endpoint-kms'].service_name).toMatch(/^com\.amazonaws\.\$\{data\.aws_region\..+\.id\}\.kms$/);
});
