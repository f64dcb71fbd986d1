import { Fn, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { assignmentsIn, secretIn } from '../../aws/secret-patterns';
import { refuse } from '../core/errors';

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
const MAX_BYTES = 16_384;

/** A script that instances run when they start, as EC2 takes it. Refuses secrets, which everyone who may describe the instances reads, and each program on them. */
export function userDataOf(scope: IConstruct, script: string): string {
  const found = secretOf(script);
  if (found !== undefined) {
    refuse(scope, {
      prop: 'userData',
      must: `must not hold a secret: ${found}`,
      measure: '3.1.1',
      fix: 'put it into a ManagedSecret, call grantRead of it for `role`, and let the script fetch its value',
    });
  }
  if (Token.isUnresolved(script)) return Fn.base64encode(script);
  const bytes = Buffer.byteLength(script);
  if (bytes > MAX_BYTES) {
    refuse(scope, {
      prop: 'userData',
      must: `must be at most ${MAX_BYTES} bytes, which is what EC2 takes`,
      value: bytes,
      fix: 'put what is large into an image or a bucket, and let the script fetch it',
    });
  }
  return Buffer.from(script).toString('base64');
}

/** Never the value itself. */
function secretOf(script: string): string | undefined {
  const form = secretIn(script);
  if (form !== undefined) return `it holds ${form}`;
  const literal = assignmentsIn(script).find(({ isOpen }) => !isOpen);
  return literal && `it gives ${literal.name} a literal`;
}
