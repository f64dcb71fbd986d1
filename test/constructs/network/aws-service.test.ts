import { TerraformVariable } from 'cdktf';
import { AwsService } from '../../../lib';
import { messageOf, newStack } from '../../support/synth';

test('is known by what its endpoint is called', () => {
  expect(AwsService.ECR_DOCKER.name).toBe('ecr.dkr');
  expect(AwsService.of('execute-api').name).toBe('execute-api');
});

test.each([
  [
    'com.amazonaws.eu-central-1.sqs',
    `'service' must be what the name of the endpoint ends in, in plain text (TOM 9.3 Least functionality), got "com.amazonaws.eu-central-1.sqs"; write AwsService.of('sqs')`,
  ],
  [
    'SQS',
    `'service' must be what the name of the endpoint ends in, in plain text (TOM 9.3 Least functionality), got "SQS"; write AwsService.of('sqs')`,
  ],
  [
    's3',
    `'service' must not be one that a gateway endpoint leads to (TOM 9.3 Least functionality), got "s3"; leave it out: every SegmentedVpc has gateway endpoints of S3 and DynamoDB`,
  ],
])('refuses %s', (name, message) => {
  expect(messageOf(() => AwsService.of(name))).toBe(message);
});

test('refuses no zones', () => {
  expect(messageOf(() => AwsService.of('sqs', { availabilityZones: [] }))).toBe(
    `'availabilityZones' must name a zone (TOM 9.3 Least functionality), got []; leave it out for all zones of the network, or write ['eu-central-1a']`
  );
});

test('refuses a token', () => {
  const name = new TerraformVariable(newStack(), 'service', {}).stringValue;
  expect(messageOf(() => AwsService.of(name))).toBe(
    `'service' must be what the name of the endpoint ends in, in plain text (TOM 9.3 Least functionality), got a token; write AwsService.of('sqs')`
  );
});
