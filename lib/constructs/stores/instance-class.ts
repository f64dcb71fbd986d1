import { IConstruct } from 'constructs';
import { sendsUnencrypted } from '../../aws/ec2/instance-types';
import { IVpc } from '../network/vpc';
import { instanceTypeIn } from '../network/vpc-encryption';
import { DatabaseEngine } from './database-engine';
import { DatabaseContext } from './database-resources';
import { Capacity, SERVERLESS_CLASS } from './serverless-v2';

/** The class of the instances that a database is made with. */
export function classOfInstances(
  scope: IConstruct,
  { _instanceClass: usual, _encryptingClass: encrypting }: DatabaseEngine,
  vpc: IVpc,
  capacity: Capacity | undefined,
  given: string | undefined
): string {
  if (capacity) return SERVERLESS_CLASS;
  return instanceTypeIn(scope, vpc, { prop: 'instanceClass', given, usual, encrypting });
}

/** The class of an instance that follows those of a database: theirs, where its network allows that. A smaller one falls behind. */
export function classOfCopy(
  scope: IConstruct,
  { engine, instanceClass }: DatabaseContext,
  vpc: IVpc,
  given: string | undefined
): string {
  const encrypting = sendsUnencrypted(instanceClass) ? engine._encryptingClass : instanceClass;
  return instanceTypeIn(scope, vpc, { prop: 'instanceClass', given, usual: instanceClass, encrypting });
}
