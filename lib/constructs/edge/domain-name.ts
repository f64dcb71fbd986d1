import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';

/** Labels of letters, digits, hyphens and underscores, with a dot between them. */
const NAME =
  /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A name in lower case and without the dot at its end, which DNS does not mind. */
export function plainName(name: string): string {
  return Token.isUnresolved(name) ? name : name.toLowerCase().replace(/\.$/, '');
}

/** Whether a name belongs to a domain, or may. */
export function isWithin(name: string, domain: string): boolean {
  if (Token.isUnresolved(name) || Token.isUnresolved(domain)) return true;
  return name === domain || name.endsWith(`.${domain}`);
}

/** Refuses what is no name of a domain, and a token: ids are made of names. */
export function requireDomainName(scope: IConstruct, prop: string, name: string, example = 'example.com'): string {
  const plain = plainName(name);
  if (Token.isUnresolved(name) || !NAME.test(plain)) {
    refuse(scope, {
      prop,
      must: 'must be the name of a domain, known when the program runs',
      value: name,
      fix: `write ${prop}: '${example}'`,
    });
  }
  return plain;
}
