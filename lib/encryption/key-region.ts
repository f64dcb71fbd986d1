import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { providerRegion } from '../core/provider-region';
import { IKey } from './key';
import { RotatedKey } from './rotated-key';

/**
 * Refuses a key of another region: no service encrypts with one, and what a store holds would depend on a place outside its own. Where only Terraform knows
 * a region, nothing can be said.
 */
export function requireKeyOfRegion(scope: IConstruct, prop: string, key: IKey, region: string | undefined): void {
  const needed = regionOf(scope, region);
  const found = regionOfKey(key);
  if (needed === undefined || found === undefined || needed === found) return;
  refuse(scope, {
    prop,
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
