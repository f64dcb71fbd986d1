import { holdsPersonalData, isEphemeral } from '../../aws/declared';
import { configured } from '../../terraform/configured';
import { Resource } from '../../terraform/stack';
import { PopulationReader, every, those } from '../population';

const KEYS = every('aws_kms_external_key', 'aws_kms_key', 'aws_kms_replica_external_key', 'aws_kms_replica_key');
const SECRETS = every('aws_secretsmanager_secret');

function isSpec(key: Resource, spec: RegExp): boolean {
  const value = configured(key, 'customer_master_key_spec') ?? 'SYMMETRIC_DEFAULT';
  return typeof value !== 'string' || spec.test(value);
}

export const KEY_POPULATIONS = {
  'KMS keys': KEYS,
  'KMS keys of personal data outside ephemeral environments': those(
    KEYS,
    (_model, key) => holdsPersonalData(key) && !isEphemeral(key)
  ),
  // A replica rotates with its primary key.
  'symmetric KMS keys': those(every('aws_kms_external_key', 'aws_kms_key'), (_model, key) => isSpec(key, /^SYMMETRIC/)),
  'HMAC keys': those(every('aws_kms_key'), (_model, key) => isSpec(key, /^HMAC/)),
  secrets: SECRETS,
  'secrets outside ephemeral environments': those(SECRETS, (_model, secret) => !isEphemeral(secret)),
  certificates: every('aws_acm_certificate'),
  'certificate authorities': every('aws_acmpca_certificate_authority'),
} as const satisfies { readonly [population: string]: PopulationReader };
