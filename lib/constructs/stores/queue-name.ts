import { Fn, Token } from 'cdktf';
import { IQueue } from './queue';

/** The name of a queue, by which metrics know it: the last part of its ARN. */
export function queueNameOf({ queueArn }: IQueue): string {
  return Token.isUnresolved(queueArn)
    ? (Fn.element(Fn.split(':', queueArn), 5) as string)
    : queueArn.slice(queueArn.lastIndexOf(':') + 1);
}
