import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated, certainlyViolated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

/** Certificates whose private key nobody has seen. */
export const RULE: ResourceRule = {
  id: 'ACM-002',
  name: 'certificate-key-within-aws',
  title: 'The private key of a certificate stays within AWS',
  severity: 'medium',
  claims: ['1.3.2.d'],
  rationale:
    'A private key that is imported passes through the configuration and is in the state unencrypted; anyone who has it can pose as the server. A certificate that may be exported hands its key to everybody with acm:ExportCertificate. ACM makes keys itself, which nobody can read, and renews what it issued. An IAM server certificate can only be uploaded with its key, and is not renewed.',
  fix: 'Let ACM issue the certificate (`domain_name` and `validation_method` DNS, or `certificate_authority_arn` of your own authority), and leave `options.export` off.',
  sources: [
    'https://docs.aws.amazon.com/acm/latest/userguide/import-certificate.html',
    'https://docs.aws.amazon.com/acm/latest/userguide/acm-exportable-certificates.html',
  ],
  types: ['aws_acm_certificate', 'aws_iam_server_certificate'],
  check: (certificate) => worst([keyVerdict(certificate), exportVerdict(certificate)]),
};

/** Whatever the value is, it is in the state, and is not shown. */
function keyVerdict(certificate: Resource): Verdict {
  const key = configured(certificate, 'private_key');
  if (key === undefined || key === '') return MET;
  if (isUnknown(key) && /^[^?]*\?[^]*\bnull\b/.test(key.text)) {
    return undetermined('only a plan can tell whether private_key is set');
  }
  return certainlyViolated('private_key is set: the key is in the state unencrypted');
}

function exportVerdict(certificate: Resource): Verdict {
  const value = configured(certificate, 'options.export');
  if (isUnknown(value)) return unknownAttribute('options.export', value);
  if (value !== 'ENABLED') return MET;
  return violated(`options.export is ${describe(value)}: the private key can be taken out of ACM`);
}
