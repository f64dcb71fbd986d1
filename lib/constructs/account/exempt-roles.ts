import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';

const MEASURE = '3.1.1';
const FIX = "write a role by its whole name, such as 'arn:aws:iam::*:role/deploy'";

/** An account or all of them, any path, and a name that may end in a wildcard. */
const PATTERN = /^arn:aws[a-z-]*:iam::(?:\d{12}|\*):role\/(?:[\w+=,.@*-]+\/)*([\w+=,.@-]+)(\*?)$/;

/** What precedes the name of a permission set in the name of the role that Identity Center makes of it. */
const OF_IDENTITY_CENTER = 'AWSReservedSSO_';

/** How many characters a name has before its wildcard, at least. */
const MIN_CHARACTERS = 4;

/** Refuses a pattern that exempts more than the roles that it names. */
export function requireNarrowPattern(scope: IConstruct, arn: string): void {
  const prop = 'exemptRoleArns';
  if (Token.isUnresolved(arn)) return;
  const [, name, wildcard] = PATTERN.exec(arn) ?? [];
  if (name === undefined) {
    refuse(scope, {
      prop,
      must: 'must each be the ARN of a role, with a wildcard only for the account, in the path and at the end of its name',
      value: arn,
      measure: MEASURE,
      fix: FIX,
    });
  }
  if (wildcard === '') return;
  const own = name.startsWith(OF_IDENTITY_CENTER) ? name.slice(OF_IDENTITY_CENTER.length) : name;
  if (own.length >= MIN_CHARACTERS && !OF_IDENTITY_CENTER.startsWith(name)) return;
  refuse(scope, {
    prop,
    must: 'must not exempt everyone: many roles have names that begin so',
    value: arn,
    measure: MEASURE,
    fix: FIX,
  });
}
