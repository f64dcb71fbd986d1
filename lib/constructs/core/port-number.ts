import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from './errors';

/** Refuses what is no port, or a token. */
export function requirePortNumber(scope: IConstruct, port: number, measure: string): void {
  if (!Token.isUnresolved(port) && Number.isInteger(port) && port >= 1 && port <= 65535) return;
  refuse(scope, {
    prop: 'port',
    must: 'must be a whole number from 1 to 65535, known when the program runs',
    value: port,
    measure,
    fix: 'write port: 443, or leave it out',
  });
}
