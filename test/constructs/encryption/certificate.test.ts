import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { Certificate } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const ARN = 'arn:aws:acm:eu-west-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab';
const TLS = '(TOM 1.1.1 TLS on untrusted networks)';

function written(stack: TerraformStack, certificate: Certificate): unknown {
  new TerraformOutput(stack, 'arn', { value: certificate.certificateArn });
  return Written.of(stack).json.output.arn.value;
}

test('knows its region by its ARN', () => {
  const certificate = Certificate.fromArn(ARN);
  expect(certificate.certificateArn).toBe(ARN);
  expect(certificate.region).toBe('eu-west-1');
});

test.each([
  ['shop.pem'],
  ['arn:aws:iam::111122223333:server-certificate/shop'],
  ['arn:aws:acm:eu-west-1:111122223333:certificate/'],
  ['arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1234abcd'],
])('refuses %s', (arn) => {
  expect(messageOf(() => Certificate.fromArn(arn))).toBe(
    `'certificateArn' must be the ARN of a certificate of AWS Certificate Manager ${TLS}, got "${arn}"; ` +
      "write 'arn:aws:acm:<region>:<account>:certificate/<id>'"
  );
});

test('refuses a token, and names what to write for a certificate of the program', () => {
  const token = new TerraformVariable(newStack(), 'certificate', {}).stringValue;
  expect(messageOf(() => Certificate.fromArn(token))).toBe(
    `'certificateArn' must be plain text: of a token nobody knows whether it is a certificate, and in which region ${TLS}, got a token; ` +
      'write Certificate.fromAcmCertificateValidation(validation), or fromAcmCertificate(certificate), for one that the program makes'
  );
});

test('may be one that the program imports or has a private authority issue', () => {
  const stack = newStack();
  const made = new AcmCertificate(stack, 'Own', { certificateBody: 'body', privateKey: 'key', region: 'eu-west-1' });
  const certificate = Certificate.fromAcmCertificate(made);
  expect(written(stack, certificate)).toBe('${aws_acm_certificate.Own.arn}');
  expect(certificate.region).toBe('eu-west-1');
});

test('may be one that the program makes, once it is validated', () => {
  const stack = newStack();
  const made = new AcmCertificate(stack, 'Public', { domainName: 'shop.example.com', validationMethod: 'DNS' });
  expect(messageOf(() => Certificate.fromAcmCertificate(made))).toBe(
    `[test/Public] 'certificate' must be valid when a listener takes it: this one has yet to be validated ${TLS}; ` +
      'write Certificate.fromAcmCertificateValidation(validation), with an aws_acm_certificate_validation of it'
  );
  const validation = new AcmCertificateValidation(stack, 'Validation', { certificateArn: made.arn });
  const certificate = Certificate.fromAcmCertificateValidation(validation);
  expect(written(stack, certificate)).toBe('${aws_acm_certificate_validation.Validation.certificate_arn}');
  expect(certificate.region).toBeUndefined();
});
