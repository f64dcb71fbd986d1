import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../core/errors';
import { claimName } from '../core/names';

/** Instances of a cluster are called after it: of RDS's 63 characters two digits and a hyphen must fit. */
export const MAX_IDENTIFIER = 60;

const FORM = /^[a-z](?:-?[a-z0-9])*$/;

/** Refuses a name that RDS does not take, or that another database of the stack has. */
export function requireIdentifier(scope: Construct, prop: string, identifier: string): void {
  if (Token.isUnresolved(identifier) || !FORM.test(identifier) || identifier.length > MAX_IDENTIFIER) {
    refuse(scope, {
      prop,
      must: `must be 1 to ${MAX_IDENTIFIER} lower case letters, digits and single hyphens, a letter first and no hyphen last, known when the program runs`,
      value: identifier,
      fix: `write ${prop}: 'acme-orders'`,
    });
  }
  claimName(scope, TerraformStack.of(scope), prop, identifier);
}
