import { TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { refuseOtherEngine } from './other-engine';

/** What only Terraform knows of the account that a stack is applied to. Policies name it, so that nobody has to write its number down. */
export interface Account {
  /** Its twelve digits. */
  readonly id: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, `aws-eusc`: how its ARNs begin. */
  readonly partition: string;
  /** What its service names end in, `amazonaws.com` in most partitions. */
  readonly dnsSuffix: string;
  /** The principal that hands decisions over to the account's IAM policies. */
  readonly rootArn: string;
  /** The region of the stack's provider. */
  readonly region: string;
}

const ACCOUNT = Symbol.for('cdktf-aws-toms/Account');

/** The account of a construct's stack: three data sources, shared by everything in the stack. */
export function accountOf(scope: IConstruct): Account {
  const stack = TerraformStack.of(scope) as TerraformStack & { [ACCOUNT]?: Account };
  const known = stack[ACCOUNT];
  if (known) return known;
  refuseOtherEngine(scope);
  const holder = new Construct(stack, 'TomsAccount');
  const id = new DataAwsCallerIdentity(holder, 'CallerIdentity').accountId;
  const partitionSource = new DataAwsPartition(holder, 'Partition');
  const partition = partitionSource.partition;
  const account: Account = {
    id,
    partition,
    dnsSuffix: partitionSource.dnsSuffix,
    rootArn: `arn:${partition}:iam::${id}:root`,
    region: new DataAwsRegion(holder, 'Region').id,
  };
  Object.defineProperty(stack, ACCOUNT, { value: account });
  return account;
}
