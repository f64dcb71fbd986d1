import { TerraformStack, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { claimName, defaultName } from '../core/names';
import { Posture } from '../core/posture';

/** What a service takes as a name. */
export interface ServiceName {
  readonly prop: string;
  /** What was said. */
  readonly given?: string;
  readonly min?: number;
  readonly max: number;
  /** What names of this kind end with. */
  readonly suffix?: string;
  /** Whether names may hold dots. */
  readonly dots?: boolean;
}

/** The name of a queue, topic, stream or table: what was said, or the posture's prefix, the name of the stack and the construct's path. */
export function serviceName(scope: IConstruct, posture: Posture, kind: ServiceName): string {
  const { prop, given, min = 1, max, suffix = '', dots = false } = kind;
  const name =
    given ??
    defaultName(scope, posture)
      .slice(0, max - suffix.length)
      .replace(/-$/, '') + suffix;
  claimName(scope, TerraformStack.of(scope), prop, name);
  if (Token.isUnresolved(name)) return name;
  const stem = name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : '';
  if (name.length < min || name.length > max || !(dots ? /^[\w.-]+$/ : /^[\w-]+$/).test(stem)) {
    refuse(scope, {
      prop,
      must:
        `must be ${min} to ${max} letters, digits, '_'${dots ? ", '.'" : ''} and '-'` +
        (suffix === '' ? '' : `, and end with '${suffix}'`),
      value: name,
      fix: `write ${prop}: 'acme-orders${suffix}', or leave it out`,
    });
  }
  return name;
}

/** Refuses what is no ARN of the kind: `arn:aws:sqs:eu-central-1:111122223333:orders`. */
export function requireServiceArn(scope: IConstruct, prop: string, service: string, arn: string, path = ''): void {
  if (Token.isUnresolved(arn)) return;
  if (new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:${path}[\\w.-]+$`).test(arn)) return;
  const noun = prop
    .replace(/Arn$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  refuse(scope, {
    prop,
    must: `must be the ARN of ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`,
    value: arn,
    fix: `write 'arn:aws:${service}:<region>:<account>:${path}<name>'`,
  });
}
