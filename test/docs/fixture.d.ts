// What a sample without imports may use: the names that this module exports, and `this`, which is a construct.
import { CloudfrontDistribution } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { ConfigConfigurationRecorder } from '@cdktf/provider-aws/lib/config-configuration-recorder';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  Certificate,
  ContainerRepository,
  EncryptedBucket,
  HttpsLoadBalancer,
  IDnsZone,
  IVpc,
  SecureFunction,
  SecurityGroup,
} from '../../lib';

export * from '../../lib';
export { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
export { IamRole } from '@cdktf/provider-aws/lib/iam-role';
export { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
export { TerraformOutput, TerraformResource } from 'cdktf';
export { App, Construct, TerraformStack };

export declare const app: App;
export declare const stack: TerraformStack;
export declare const bucket: EncryptedBucket;
export declare const distribution: CloudfrontDistribution;
export declare const role: IamRole;
export declare const rule: CloudwatchEventRule;
export declare const recorder: ConfigConfigurationRecorder;
export declare const tokenizer: IamRole;
export declare const analyst: IamRole;
export declare const vpc: IVpc;
export declare const certificate: Certificate;
export declare const repository: ContainerRepository;
export declare const zone: IDnsZone;
export declare const loadBalancer: HttpsLoadBalancer;
export declare const accept: SecureFunction;
export declare const application: SecurityGroup;
export declare const database: SecurityGroup;
export declare const search: SecurityGroup;
