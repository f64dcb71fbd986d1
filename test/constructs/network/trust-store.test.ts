import { EncryptedBucket, TrustStore } from '../../../lib';
import { Written, newStack } from '../../support/synth';

test('holds the certificates that lie in a bucket', () => {
  const stack = newStack();
  const bucket = EncryptedBucket.fromBucketName(stack, 'Authorities', 'acme-authorities');
  new TrustStore(stack, 'Partners', {
    bucket,
    objectKey: 'partners.pem',
    objectVersion: '3sL4kqtJlcpXroDTDmJ',
    region: 'eu-west-1',
    tags: { team: 'a' },
  });
  expect(Written.of(stack).resource('aws_lb_trust_store')).toMatchObject({
    name: 'test-partners',
    ca_certificates_bundle_s3_bucket: 'acme-authorities',
    ca_certificates_bundle_s3_key: 'partners.pem',
    ca_certificates_bundle_s3_object_version: '3sL4kqtJlcpXroDTDmJ',
    region: 'eu-west-1',
    tags: { team: 'a' },
  });
});

test('takes the newest version where none is named', () => {
  const stack = newStack();
  const bucket = new EncryptedBucket(stack, 'Authorities');
  new TrustStore(stack, 'Partners', { bucket, objectKey: 'partners.pem' });
  const found = Written.of(stack).resource('aws_lb_trust_store');
  expect(found.ca_certificates_bundle_s3_bucket).toContain('aws_s3_bucket.Authorities');
  expect(found).not.toHaveProperty('ca_certificates_bundle_s3_object_version');
});

test('may be there already', () => {
  const arn = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:truststore/partners/73e2d6bc24d8a067';
  expect(TrustStore.fromTrustStoreArn(newStack(), 'Partners', arn).trustStoreArn).toBe(arn);
});
