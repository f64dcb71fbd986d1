import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../core/errors';

/** A form that a text must have, in words and with an example. */
export interface Form {
  readonly form: RegExp;
  readonly must: string;
  readonly example: string;
}

/** Within which a copy is taken, every day. */
export const DAILY: Form = {
  form: /^\d\d:\d\d-\d\d:\d\d$/,
  must: 'must be two times of day in UTC',
  example: '02:00-03:00',
};

/** Within which an upgrade is made, every week. */
export const WEEKLY: Form = {
  form: /^[a-z]{3}:\d\d:\d\d-[a-z]{3}:\d\d:\d\d$/,
  must: 'must be two days and times in UTC',
  example: 'sun:03:30-sun:04:30',
};

/** Refuses a text that AWS would only refuse when it is applied. */
export function requireForm(scope: Construct, prop: string, value: string | undefined, form: Form): void {
  if (value === undefined || Token.isUnresolved(value) || form.form.test(value)) return;
  refuse(scope, { prop, must: form.must, value, fix: `write ${prop}: '${form.example}'` });
}

/** A class of instances of a database. */
export const INSTANCE_CLASS: Form = {
  form: /^db\.[a-z0-9-]+\.[a-z0-9]+$/,
  must: 'must be a class of instances',
  example: 'db.r7g.large',
};
