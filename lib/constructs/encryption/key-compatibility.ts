import { TerraformStack, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { DataClass } from '../../toms/data-class';
import { requireClassOfData } from '../core/class-of-data';
import { refuse } from '../core/errors';
import { providerRegion } from '../core/provider-region';
import { IKey } from './key';
import { RotatedKey } from './rotated-key';

/** Refuses a key that does not fit what a store holds under it: one of another region, or for data of a lower class. */
export function requireKeyFor(scope: IConstruct, key: IKey, dataClass: DataClass, region: string | undefined): void {
  requireKeyOfRegion(scope, key, region);
  if (key instanceof RotatedKey) requireClassOfData(scope, 'encryptionKey', dataClass, key);
}

/**
 * Refuses a key whose policy denies its use to everybody who can apply its stack, where AWS creates the store with the rights of the caller.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html
 */
export function requireKeyForCreator(scope: IConstruct, key: IKey): void {
  if (!(key instanceof RotatedKey) || !key._deniesWhoeverApplies) return;
  if (TerraformStack.of(key) !== TerraformStack.of(scope)) return;
  refuse(scope, {
    prop: 'encryptionKey',
    must: 'must be a key that those who apply this stack may use, since AWS asks that of them to create the store; all who manage this one are denied its use',
    value: key.node.path,
    measure: '1.3.1',
    fix: 'name the role that applies Terraform in deployerArns of the key, and no longer in administratorArns; or make the key in another stack, which an administrator applies',
  });
}

/** No service encrypts with a key of another region. Where only Terraform knows a region, nothing can be said. */
function requireKeyOfRegion(scope: IConstruct, key: IKey, region: string | undefined): void {
  const needed = regionOf(scope, region);
  const found = regionOfKey(key);
  if (needed === undefined || found === undefined || needed === found) return;
  refuse(scope, {
    prop: 'encryptionKey',
    must: `must be a key of ${needed}, where what it encrypts lies`,
    value: found,
    measure: '1.2.1',
    fix: `make one there: new RotatedKey(this, 'Key', { region: '${needed}' })`,
  });
}

function regionOfKey(key: IKey): string | undefined {
  if (key instanceof RotatedKey) return regionOf(key, key.resource.regionInput);
  return Token.isUnresolved(key.keyArn) ? undefined : key.keyArn.split(':')[3];
}

/** The region that is said, else that of the stack's provider, where it stands in the program before the construct. */
function regionOf(scope: IConstruct, region: string | undefined): string | undefined {
  const known = region ?? providerRegion(scope);
  return Token.isUnresolved(known) ? undefined : known;
}
