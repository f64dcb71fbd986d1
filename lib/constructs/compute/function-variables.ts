import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { ISecret } from '../stores/secret';
import { requireNoSecretVariable } from './no-secret-variable';

/** What Lambda sets itself. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
const RESERVED = /^(?:_|AWS_|LAMBDA_)/;

const FIX = 'put it into a ManagedSecret, write secrets: { NAME: secret }, and let the function fetch its value';

/** The variables of a function: those that are given, and the ARNs of secrets. Refuses secrets themselves, whose values every reader of the function sees. */
export function functionVariables(
  scope: IConstruct,
  environment: { readonly [name: string]: string },
  secrets: { readonly [name: string]: ISecret }
): { [name: string]: string } {
  for (const name of [...Object.keys(environment), ...Object.keys(secrets)]) requireName(scope, name);
  for (const [name, value] of Object.entries(environment)) {
    requireNoSecretVariable(scope, name, value, FIX);
    if (name in secrets) {
      refuse(scope, {
        prop: `secrets.${name}`,
        must: 'must have another name than each variable of environment',
        fix: 'rename one of the two',
      });
    }
  }
  const arns = Object.entries(secrets).map(([name, { secretArn }]): [string, string] => [name, secretArn]);
  return { ...environment, ...Object.fromEntries(arns) };
}

function requireName(scope: IConstruct, name: string): void {
  if (/^[A-Za-z]\w*$/.test(name) && !RESERVED.test(name)) return;
  refuse(scope, {
    prop: 'environment',
    must: 'must have names of letters, digits and underscores that begin with a letter and that Lambda does not set itself',
    value: name,
    fix: 'write environment: { ORDERS_TABLE: table.tableName }',
  });
}
