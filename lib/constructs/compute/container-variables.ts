import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { ISecret } from '../stores/secret';
import { requireNoSecretVariable } from './no-secret-variable';

/** What ECS sets itself. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4-fargate.html */
const RESERVED = /^(?:AWS_(?:CONTAINER_|EXECUTION_ENV$|DEFAULT_REGION$|REGION$)|ECS_)/;

const FIX = 'put it into a ManagedSecret and write secrets: { NAME: secret }, by which ECS hands it to the container';

/** The variables of a container in the form of its definition: those that are given, and where ECS takes the others from. */
export interface ContainerVariables {
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
}

/** Variables by name, so that their order in the program makes no new revision. Refuses secrets themselves, whose values everyone sees who may describe the task. */
export function containerVariables(
  scope: IConstruct,
  environment: { readonly [name: string]: string },
  secrets: { readonly [name: string]: ISecret }
): ContainerVariables {
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
  return {
    environment: sorted(environment).map(([name, value]) => ({ name, value })),
    secrets: sorted(secrets).map(([name, { secretArn }]) => ({ name, valueFrom: secretArn })),
  };
}

function sorted<T>(named: { readonly [name: string]: T }): [string, T][] {
  return Object.entries(named).sort(([one], [other]) => (one < other ? -1 : 1));
}

function requireName(scope: IConstruct, name: string): void {
  if (/^[A-Za-z_]\w*$/.test(name) && !RESERVED.test(name)) return;
  refuse(scope, {
    prop: 'environment',
    must: 'must have names of letters, digits and underscores that do not begin with a digit and that ECS does not set itself',
    value: name,
    fix: 'write environment: { ORDERS_TABLE: table.tableName }',
  });
}
