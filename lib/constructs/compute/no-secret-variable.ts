import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { isSecretName, mayBeSecret, secretIn } from '../../aws/secret-patterns';
import { refuse } from '../core/errors';

/** Refuses a secret as the value of a variable, which everyone sees who may describe the function or task. */
export function requireNoSecretVariable(scope: IConstruct, name: string, value: string, fix: string): void {
  const isToken = Token.isUnresolved(value);
  const found = isToken ? undefined : secretIn(value);
  if (found === undefined && (isToken || !isSecretName(name) || !mayBeSecret(value))) return;
  refuse(scope, {
    prop: `environment.${name}`,
    must: `must not hold a secret${found === undefined ? ', as its name says' : `: it holds ${found}`}`,
    measure: '3.1.1',
    fix,
  });
}
