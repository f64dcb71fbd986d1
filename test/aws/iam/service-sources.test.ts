import { askedOfService } from '../../../lib/aws/iam/service-sources';

test.each([
  ['events.amazonaws.com', 'topic', 'nothing'],
  ['events.amazonaws.com', 'queue', 'the ARN of the source'],
  ['sns.amazonaws.com', 'queue', 'the ARN of the source'],
  ['sns.amazonaws.com', 'topic', undefined],
  ['cloudwatch.amazonaws.com', 'topic', undefined],
  ['s3.amazonaws.com', 'queue', undefined],
] as const)('a policy may ask of %s that sends to a %s: %s', (service, to, asked) => {
  expect(askedOfService(service, to)).toBe(asked);
});
