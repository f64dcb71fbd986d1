import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { targetOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, asStrings, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

const CONFIGURATION = 'certificate_authority_configuration';

/** The templates with which a root signs what is no certificate of a server or a person. */
const AUTHORITY_TEMPLATE = /acm-pca:::template\/(?:(?:Blank)?(?:Root|Subordinate)CA|OCSPSigning)Certificate/;

/** Authorities whose certificates are strong, and can be taken back. */
export const RULE: ResourceRule = {
  id: 'PCA-001',
  name: 'authority-strong-and-revocable',
  title: 'A certificate authority uses strong algorithms and revocation, and its root only signs authorities',
  severity: 'medium',
  claims: ['1.3.2.a', '1.3.2.b'],
  rationale:
    'An authority that publishes neither a revocation list nor OCSP cannot take a certificate back: a stolen key is good until the certificate expires. Only certificates that live for days at most can do without, which is what usage mode SHORT_LIVED_CERTIFICATE enforces. A root that issues to servers is online and in use, and when it falls, everything below it falls: it signs subordinate authorities, and is disabled otherwise.',
  fix: 'Set `revocation_configuration.ocsp_configuration.enabled` or `crl_configuration.enabled` to true, or `usage_mode` to SHORT_LIVED_CERTIFICATE; take `key_algorithm` RSA_2048 or stronger, or an elliptic curve, and a signing algorithm of SHA-256 and up; and let an authority of type SUBORDINATE issue.',
  sources: [
    'https://docs.aws.amazon.com/privateca/latest/userguide/ca-best-practices.html',
    'https://docs.aws.amazon.com/privateca/latest/userguide/revocation-setup.html',
    'https://docs.aws.amazon.com/privateca/latest/userguide/short-lived-certificates.html',
  ],
  types: ['aws_acmpca_certificate_authority', 'aws_acmpca_certificate', 'aws_acm_certificate'],
  check: (resource, model) => {
    if (resource.type === 'aws_acm_certificate') return issuerVerdict(model, resource);
    if (resource.type === 'aws_acmpca_certificate') {
      return worst([issuerVerdict(model, resource), signingVerdict(resource, 'signing_algorithm')]);
    }
    return worst([
      keyVerdict(resource),
      signingVerdict(resource, `${CONFIGURATION}.signing_algorithm`),
      revocationVerdict(resource),
    ]);
  },
};

function keyVerdict(authority: Resource): Verdict {
  const path = `${CONFIGURATION}.key_algorithm`;
  const algorithm = authority.get(path);
  if (isUnknown(algorithm)) return unknownAttribute(path, algorithm);
  const bits = /^RSA_(\d+)$/.exec(asStrings(algorithm).join())?.[1];
  if (bits === undefined || Number(bits) >= 2048) return MET;
  return violated(`${path} is ${describe(algorithm)}, which is too short`);
}

function signingVerdict(resource: Resource, path: string): Verdict {
  const algorithm = resource.get(path);
  if (isUnknown(algorithm)) return unknownAttribute(path, algorithm);
  if (!/^(?:SHA1|MD5)(?!\d)/.test(asStrings(algorithm).join())) return MET;
  return violated(`${path} is ${describe(algorithm)}, whose signatures can be forged`);
}

function revocationVerdict(authority: Resource): Verdict {
  const mode = configured(authority, 'usage_mode');
  if (mode === 'SHORT_LIVED_CERTIFICATE') return MET;
  const values: readonly Value[] = [
    configured(authority, 'revocation_configuration.ocsp_configuration.enabled'),
    configured(authority, 'revocation_configuration.crl_configuration.enabled'),
  ];
  if (values.some(isTrue)) return MET;
  const open = [mode, ...values].find(isUnknown);
  if (open) return undetermined(`only a plan can tell whether certificates can be revoked: ${open.text} decides`);
  return violated('neither a revocation list nor OCSP is enabled: a certificate cannot be taken back');
}

/** Whether a root issues what only an authority below it should. An authority that nobody sees here is judged where it stands. */
function issuerVerdict(model: Model, certificate: Resource): Verdict | undefined {
  const authority = targetOf(model, certificate, certificate.get('certificate_authority_arn'));
  if (authority?.type !== 'aws_acmpca_certificate_authority' || authority.mode !== 'managed') return undefined;
  const type = configured(authority, 'type');
  if (type !== 'ROOT' && !isUnknown(type)) return MET;
  const template = certificate.get('template_arn');
  const text = isUnknown(template) ? template.text : asStrings(template).join();
  // What fills the partition into the ARN leaves the template itself readable.
  if (AUTHORITY_TEMPLATE.test(text)) return MET;
  if (isUnknown(type)) return undetermined(`type of ${authority.address} is ${type.text}, which only a plan can tell`);
  if (isUnknown(template) && !/acm-pca:::template\//.test(template.text))
    return unknownAttribute('template_arn', template);
  return violated(`${authority.address} is a root, and issues this certificate, which is none of an authority`);
}
