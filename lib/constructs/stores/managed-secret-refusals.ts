import { TerraformStack, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { requireDays } from '../core/require';
import { refuse, refuseProps } from '../core/errors';
import { claimName } from '../core/names';
import { Posture } from '../core/posture';

export const MEASURE = '1.3.1';

/** How other libraries take the value of a secret. Whatever is written there stands in the program, in the plan and in the state. */
const VALUES = [
  'secretBinary',
  'secretObjectValue',
  'secretString',
  'secretStringValue',
  'secretStringWo',
  'secretValue',
  'value',
];

/** Refuses a value, without repeating it, and what would loosen the secret. */
export function refuseValues(scope: IConstruct, props: object): void {
  for (const prop of VALUES) {
    if (!(prop in props)) continue;
    refuse(scope, {
      prop,
      must: 'must not be set: it would stand in the program, in the plan and in the state in the clear',
      measure: MEASURE,
      fix: 'leave it out, and let the rotation function make the value, or put it in by hand with aws secretsmanager put-secret-value',
    });
  }
  refuseProps(scope, props, REFUSED);
}

/** Refuses a secret that nothing rotates and of which nobody says why. */
export function requireRotation(scope: IConstruct, rotationFunctionArn?: string, reason?: string): void {
  if (rotationFunctionArn === undefined) {
    if (reason !== undefined && reason.trim() !== '') return;
    refuse(scope, {
      prop: 'rotationFunctionArn',
      must: 'must be said: a secret that never changes stays good for whoever once saw it',
      measure: MEASURE,
      fix: "name the function that rotates it, or write noRotationReason: 'why it cannot be rotated by a program'",
    });
  }
  if (reason !== undefined) {
    refuse(scope, {
      prop: 'noRotationReason',
      must: 'must not be set where rotationFunctionArn is',
      value: reason,
      measure: MEASURE,
      fix: 'leave one of the two out',
    });
  }
  if (Token.isUnresolved(rotationFunctionArn)) return;
  if (!/^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/.test(rotationFunctionArn)) {
    refuse(scope, {
      prop: 'rotationFunctionArn',
      must: 'must be the ARN of a Lambda function',
      value: rotationFunctionArn,
      measure: MEASURE,
      fix: "write 'arn:aws:lambda:<region>:<account>:function:<name>'",
    });
  }
}

/** How many days a deleted secret can be taken back. Only what lives for a test run may go at once. */
export function requireRecovery(scope: IConstruct, days: number, posture: Posture): void {
  if (days === 0 && posture.isEphemeral) return;
  requireDays(scope, 'recoveryWindowDays', days, { min: 7, max: 30, measure: MEASURE, example: 30 });
}

/** Refuses a name that Secrets Manager does not take, or that another secret of the stack has. */
export function requireSecretName(scope: IConstruct, name: string): void {
  if (!Token.isUnresolved(name) && !/^[\w/+=.@-]{1,512}$/.test(name)) {
    refuse(scope, {
      prop: 'secretName',
      must: "must be 1 to 512 letters, digits, '/', '_', '+', '=', '.', '@' and '-'",
      value: name,
      fix: "write secretName: 'acme/orders/database'",
    });
  }
  claimName(scope, TerraformStack.of(scope), 'secretName', name);
}

/** Refuses what is no secret's ARN. Without the six characters at its end it names every secret that is called so one day. */
export function requireSecretArn(scope: IConstruct, secretArn: string): void {
  if (Token.isUnresolved(secretArn)) return;
  if (/^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-[A-Za-z0-9]{6}$/.test(secretArn)) return;
  refuse(scope, {
    prop: 'secretArn',
    must: 'must be the whole ARN of a secret, with the six characters that Secrets Manager puts at its end',
    value: secretArn,
    measure: MEASURE,
    fix: "write 'arn:aws:secretsmanager:<region>:<account>:secret:<name>-a1b2c3'",
  });
}

const REFUSED = {
  generateSecretString: {
    must: 'must not be set: Terraform has no such thing, and a password of its own would stand in the state',
    measure: MEASURE,
    fix: 'leave it out, and let the rotation function make the value',
  },
  policy: {
    must: 'must not be set',
    measure: '3.1.1',
    fix: 'call grantRead, grantWrite and grantRotate',
  },
  blockPublicPolicy: {
    must: 'must not be set',
    measure: '3.1.1',
    fix: 'leave it out: a policy that lets everybody in is always refused',
  },
};
