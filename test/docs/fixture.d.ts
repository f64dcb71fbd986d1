// What a sample without imports may use: the names that this module exports, and `this`, which is a construct.
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { EncryptedBucket } from '../../lib';

export * from '../../lib';
export { TerraformOutput, TerraformResource } from 'cdktf';
export { App, Construct, TerraformStack };

export declare const app: App;
export declare const stack: TerraformStack;
export declare const bucket: EncryptedBucket;
export declare const role: IamRole;
