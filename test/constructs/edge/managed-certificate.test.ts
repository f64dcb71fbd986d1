import { Environment, DnsZone, ManagedCertificate, ManagedCertificateProps, TlsKeyAlgorithm } from '../../../lib';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

function written(props: Partial<ManagedCertificateProps> = {}, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  const zone = DnsZone.fromZoneId(stack, 'Zone', 'Z0123456789ABCDEFGHIJ', 'example.com');
  new ManagedCertificate(stack, 'Certificate', { domainName: 'shop.example.com', zone, ...props });
  return Written.of(stack);
}

function refused(props: object): string {
  return messageOf(() => written(props));
}

test('is validated by DNS, in the public logs, and replaced before it goes', () => {
  expect(written().resource('aws_acm_certificate')).toMatchObject({
    domain_name: 'shop.example.com',
    validation_method: 'DNS',
    key_algorithm: 'EC_prime256v1',
    options: { certificate_transparency_logging_preference: 'ENABLED' },
    lifecycle: { create_before_destroy: true },
    tags: { 'tom:owner': 'tests' },
  });
});

test('the records that prove it stay, and the certificate counts once it is valid', () => {
  const certificate = written();
  const option = '[for option in aws_acm_certificate.Certificate_4E7ABB08.domain_validation_options : option';
  expect(certificate.resource('aws_route53_record')).toMatchObject({
    zone_id: 'Z0123456789ABCDEFGHIJ',
    name: `\${one(${option}.resource_record_name if option.domain_name == "shop.example.com"])}`,
    type: `\${one(${option}.resource_record_type if option.domain_name == "shop.example.com"])}`,
    records: [`\${one(${option}.resource_record_value if option.domain_name == "shop.example.com"])}`],
    lifecycle: { prevent_destroy: true },
  });
  expect(certificate.resource('aws_acm_certificate_validation')).toMatchObject({
    certificate_arn: '${aws_acm_certificate.Certificate_4E7ABB08.arn}',
    validation_record_fqdns: [expect.stringMatching(/^\$\{aws_route53_record\..+\.fqdn\}$/)],
  });
});

test('a domain and all names below it are proven by one record', () => {
  const certificate = written({
    domainName: '*.example.com',
    alternativeNames: ['Example.com', 'a.b.example.com'],
    keyAlgorithm: TlsKeyAlgorithm.RSA_2048,
    region: 'us-east-1',
  });
  const records = certificate.resources('aws_route53_record');
  expect(Object.keys(records).sort()).toEqual([
    'Certificate/Validation-a.b.example.com',
    'Certificate/Validation-example.com',
  ]);
  expect(records['Certificate/Validation-example.com'].name).toContain('== "*.example.com"');
  expect(certificate.resource('aws_acm_certificate')).toMatchObject({
    subject_alternative_names: ['example.com', 'a.b.example.com'],
    key_algorithm: 'RSA_2048',
    region: 'us-east-1',
  });
  expect(certificate.resource('aws_acm_certificate_validation').region).toBe('us-east-1');
});

test('its records go with an ephemeral environment', () => {
  const certificate = written({}, { environment: Environment.EPHEMERAL, owner: 'tests', retentionDays: 1 });
  expect(certificate.resource('aws_route53_record').lifecycle).toBeUndefined();
});

test.each([
  [
    { domainName: 'shop.example.org' },
    `[test/Certificate] 'domainName' must be a name of the zone example.com, got "shop.example.org"; write 'example.com' or 'www.example.com', or another zone`,
  ],
  [
    { alternativeNames: ['notexample.com'] },
    `[test/Certificate] 'alternativeNames' must be a name of the zone example.com, got "notexample.com"; write 'example.com' or 'www.example.com', or another zone`,
  ],
  [
    { domainName: 'shop example.com' },
    `[test/Certificate] 'domainName' must be the name of a domain, known when the program runs, got "shop example.com"; write domainName: 'shop.example.com'`,
  ],
  [
    { alternativeNames: 'abcdefghij'.split('').map((one) => `${one}.example.com`) },
    `[test/Certificate] 'alternativeNames' must be at most nine: ACM takes ten names a certificate by default, got 10; write a name for all below a domain, such as *.example.com, or make several certificates`,
  ],
  [
    { keyAlgorithm: 'RSA_1024' },
    `[test/Certificate] 'keyAlgorithm' must be one of EC_prime256v1, RSA_2048, which load balancers, distributions and APIs all take (TOM 1.3.2 Internal certificate authority), got "RSA_1024"; leave it out`,
  ],
  [
    { validationMethod: 'EMAIL' },
    `[test/Certificate] 'validationMethod' must not be set: names are validated by DNS, so that ACM renews the certificate without anyone (TOM 1.3.2 Internal certificate authority), got "EMAIL"; leave it out`,
  ],
  [
    { transparencyLoggingEnabled: false },
    `[test/Certificate] 'transparencyLoggingEnabled' must not be set: every certificate is in the public logs, where a forged one is noticed (TOM 8.1 Central logging and correlation), got false; leave it out`,
  ],
  [
    { privateKey: 'secret' },
    `[test/Certificate] 'privateKey' must not be set: the private key never leaves ACM (TOM 1.3.1 Central management of keys); leave it out, or write Certificate.fromArn for one that is imported`,
  ],
  [{ hostedZone: {} }, `[test/Certificate] 'hostedZone' is not a prop of this construct, got an object; write zone`],
  [
    { region: 'eu-central-9' },
    expect.stringContaining(
      `[test/Certificate] 'region' must be an AWS region (TOM 7.1 Protected perimeter), got "eu-central-9"; write one of eu-central-1, `
    ),
  ],
])('refuses %j', (props, message) => {
  expect(refused(props)).toEqual(message);
});

test('refuses a private zone', () => {
  const stack = newStack();
  const zone = new DnsZone(stack, 'Zone', { zoneName: 'example.internal', vpc: network(stack) });
  const props = { domainName: 'shop.example.internal', zone };
  expect(messageOf(() => new ManagedCertificate(stack, 'Certificate', props))).toBe(
    '[test/Certificate] \'zone\' must be public: ACM asks for the records from the internet (TOM 1.1.1 TLS on untrusted networks), got "test/Zone"; write the public zone of the domain, or ask a PrivateCertificateAuthority'
  );
});
