import { configured } from '../../terraform/configured';
import { Resource } from '../../terraform/stack';
import { PopulationReader, every, those } from '../population';

const KEYS = every('aws_kms_external_key', 'aws_kms_key', 'aws_kms_replica_external_key', 'aws_kms_replica_key');

function isSpec(key: Resource, spec: RegExp): boolean {
  const value = configured(key, 'customer_master_key_spec') ?? 'SYMMETRIC_DEFAULT';
  return typeof value !== 'string' || spec.test(value);
}

export const KEY_POPULATIONS = {
  'KMS keys': KEYS,
  // A replica rotates with its primary key.
  'symmetric KMS keys': those(every('aws_kms_external_key', 'aws_kms_key'), (_model, key) => isSpec(key, /^SYMMETRIC/)),
  'HMAC keys': those(every('aws_kms_key'), (_model, key) => isSpec(key, /^HMAC/)),
  secrets: every('aws_secretsmanager_secret'),
  certificates: every('aws_acm_certificate'),
  'certificate authorities': every('aws_acmpca_certificate_authority'),
} as const satisfies { readonly [population: string]: PopulationReader };
