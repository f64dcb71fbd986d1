import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Value, asStrings, isTrue, isUnknown } from '../../value';
import { unknownAttribute, worst } from '../checks';
import { configured } from '../configured';

const CONFIGURATION = 'certificate_authority_configuration';

/** The templates with which a root signs what is no certificate of a server or a person. */
const AUTHORITY_TEMPLATE = /acm-pca:::template\/(?:(?:Blank)?(?:Root|Subordinate)CA|OCSPSigning)Certificate/;

/** Authorities whose certificates are strong, and can be taken back. */
export const PCA_001: ResourceRule = {
  id: 'PCA-001',
  title: 'A certificate authority uses strong algorithms and revocation, and its root only signs authorities',
  severity: 'medium',
  measures: ['1.3.2'],
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
  examples: {
    pass: [
      {
        title: 'a root that signs an authority, which issues, with OCSP',
        terraform: {
          resource: {
            aws_acmpca_certificate_authority: {
              issuing: {
                certificate_authority_configuration: {
                  key_algorithm: 'EC_secp384r1',
                  signing_algorithm: 'SHA384WITHECDSA',
                },
                revocation_configuration: { ocsp_configuration: { enabled: true } },
              },
              root: {
                type: 'ROOT',
                certificate_authority_configuration: {
                  key_algorithm: 'EC_secp384r1',
                  signing_algorithm: 'SHA384WITHECDSA',
                },
                revocation_configuration: { crl_configuration: { enabled: true, expiration_in_days: 7 } },
              },
            },
            aws_acmpca_certificate: {
              issuing: {
                certificate_authority_arn: '${aws_acmpca_certificate_authority.root.arn}',
                signing_algorithm: 'SHA384WITHECDSA',
                template_arn: 'arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1',
              },
            },
            aws_acm_certificate: {
              orders: {
                count: 2,
                domain_name: 'orders.internal',
                certificate_authority_arn: '${aws_acmpca_certificate_authority.issuing.arn}',
              },
            },
          },
        },
      },
      {
        title: 'short-lived certificates, blocks as lists',
        terraform: {
          resource: [
            {
              aws_acmpca_certificate_authority: [
                {
                  workloads: [
                    {
                      usage_mode: 'SHORT_LIVED_CERTIFICATE',
                      certificate_authority_configuration: [
                        { key_algorithm: 'RSA_4096', signing_algorithm: 'SHA512WITHRSA' },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no revocation, or one that is off; an old algorithm',
        terraform: {
          resource: {
            aws_acmpca_certificate_authority: {
              none: {
                certificate_authority_configuration: { key_algorithm: 'RSA_4096', signing_algorithm: 'SHA512WITHRSA' },
              },
              off: {
                count: 2,
                certificate_authority_configuration: { key_algorithm: 'RSA_4096', signing_algorithm: 'SHA512WITHRSA' },
                revocation_configuration: { crl_configuration: { enabled: false } },
              },
              old: {
                usage_mode: 'SHORT_LIVED_CERTIFICATE',
                certificate_authority_configuration: { key_algorithm: 'RSA_1024', signing_algorithm: 'SHA1WITHRSA' },
              },
            },
          },
        },
        addresses: [
          'aws_acmpca_certificate_authority.none',
          'aws_acmpca_certificate_authority.off',
          'aws_acmpca_certificate_authority.old',
        ],
      },
      {
        title: 'a root that issues, by ACM and by itself, blocks as lists',
        terraform: {
          resource: [
            {
              aws_acmpca_certificate_authority: [
                {
                  root: [
                    {
                      type: 'ROOT',
                      certificate_authority_configuration: [
                        { key_algorithm: 'RSA_4096', signing_algorithm: 'SHA512WITHRSA' },
                      ],
                      revocation_configuration: [{ ocsp_configuration: [{ enabled: true }] }],
                    },
                  ],
                },
              ],
              aws_acmpca_certificate: [
                {
                  orders: [
                    {
                      certificate_authority_arn: '${aws_acmpca_certificate_authority.root.arn}',
                      signing_algorithm: 'SHA512WITHRSA',
                    },
                  ],
                },
              ],
              aws_acm_certificate: [
                { orders: [{ certificate_authority_arn: '${aws_acmpca_certificate_authority.root.arn}' }] },
              ],
            },
          ],
        },
        addresses: ['aws_acm_certificate.orders', 'aws_acmpca_certificate.orders'],
      },
      {
        title: 'no revocation within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.pki',
                  resources: [
                    {
                      address: 'module.pki.aws_acmpca_certificate_authority.issuing',
                      mode: 'managed',
                      type: 'aws_acmpca_certificate_authority',
                      name: 'issuing',
                      values: {
                        type: 'SUBORDINATE',
                        usage_mode: 'GENERAL_PURPOSE',
                        certificate_authority_configuration: [
                          { key_algorithm: 'EC_prime256v1', signing_algorithm: 'SHA256WITHECDSA' },
                        ],
                        revocation_configuration: [],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.pki.aws_acmpca_certificate_authority.issuing'],
      },
    ],
    undetermined: [
      {
        title: 'variables decide on revocation, on the algorithm, on the template and on the type',
        terraform: {
          variable: { revoked: {}, algorithm: {}, template: {}, type: {} },
          resource: {
            aws_acmpca_certificate_authority: {
              issuing: {
                certificate_authority_configuration: {
                  key_algorithm: 'RSA_4096',
                  signing_algorithm: 'SHA512WITHRSA',
                },
                revocation_configuration: { ocsp_configuration: { enabled: '${var.revoked}' } },
              },
              root: {
                type: 'ROOT',
                usage_mode: 'SHORT_LIVED_CERTIFICATE',
                certificate_authority_configuration: {
                  key_algorithm: '${var.algorithm}',
                  signing_algorithm: 'SHA512WITHRSA',
                },
              },
              some: {
                type: '${var.type}',
                usage_mode: 'SHORT_LIVED_CERTIFICATE',
                certificate_authority_configuration: {
                  key_algorithm: 'RSA_4096',
                  signing_algorithm: 'SHA512WITHRSA',
                },
              },
            },
            aws_acmpca_certificate: {
              any: {
                certificate_authority_arn: '${aws_acmpca_certificate_authority.root.arn}',
                signing_algorithm: 'SHA512WITHRSA',
                template_arn: '${var.template}',
              },
            },
            aws_acm_certificate: {
              orders: { certificate_authority_arn: '${aws_acmpca_certificate_authority.some.arn}' },
            },
          },
        },
        addresses: [
          'aws_acm_certificate.orders',
          'aws_acmpca_certificate.any',
          'aws_acmpca_certificate_authority.issuing',
          'aws_acmpca_certificate_authority.root',
        ],
      },
    ],
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
  const authority = model.target(certificate, certificate.get('certificate_authority_arn'));
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
