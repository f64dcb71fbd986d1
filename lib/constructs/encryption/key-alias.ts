import { TerraformStack, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { claimName } from '../core/names';

/** The alias of a key with `alias/` before it. Refuses one that KMS does not take, or that another key of the stack has. */
export function requireAlias(scope: IConstruct, alias: string): string {
  const name = alias.replace(/^alias\//, '');
  if (!Token.isUnresolved(alias) && (!/^[A-Za-z0-9/_-]{1,250}$/.test(name) || name.startsWith('aws/'))) {
    refuse(scope, {
      prop: 'alias',
      must: "must be 1 to 250 letters, digits, '/', '_' and '-', and not begin with 'aws/'",
      value: alias,
      fix: "write alias: 'orders'",
    });
  }
  claimName(scope, TerraformStack.of(scope), 'alias', name);
  return `alias/${name}`;
}
