import { KEY_POPULATIONS } from '../../../lib/evidence/populations/keys';
import { differences } from '../../support/members';
import { resources } from '../../support/models';

const MODEL = resources({
  aws_acm_certificate: { web: {} },
  aws_acmpca_certificate_authority: { root: {} },
  aws_kms_key: {
    data: {},
    gone: { tags: { 'tom:environment': 'ephemeral' } },
    open: { customer_master_key_spec: '${var.open}' },
    signs: { customer_master_key_spec: 'RSA_4096' },
    tokens: { customer_master_key_spec: 'HMAC_256' },
  },
  aws_kms_replica_key: { data: {} },
  aws_secretsmanager_secret: { login: {}, test: { tags: { 'tom:environment': 'ephemeral' } } },
});

const KEPT = [
  'aws_kms_key.data',
  'aws_kms_key.open',
  'aws_kms_key.signs',
  'aws_kms_key.tokens',
  'aws_kms_replica_key.data',
];

const EXPECTED: { readonly [P in keyof typeof KEY_POPULATIONS]: readonly string[] } = {
  'KMS keys': [...KEPT, 'aws_kms_key.gone'],
  'KMS keys of personal data outside ephemeral environments': KEPT,
  'symmetric KMS keys': ['aws_kms_key.data', 'aws_kms_key.gone', 'aws_kms_key.open'],
  'HMAC keys': ['aws_kms_key.open', 'aws_kms_key.tokens'],
  secrets: ['aws_secretsmanager_secret.login', 'aws_secretsmanager_secret.test'],
  'secrets outside ephemeral environments': ['aws_secretsmanager_secret.login'],
  certificates: ['aws_acm_certificate.web'],
  'certificate authorities': ['aws_acmpca_certificate_authority.root'],
};

test('the populations of keys', () => {
  expect(differences(MODEL, EXPECTED)).toEqual([]);
});
