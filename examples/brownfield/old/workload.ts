import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Instance } from '@cdktf/provider-aws/lib/instance';
import { KeyPair } from '@cdktf/provider-aws/lib/key-pair';
import { LambdaEventSourceMapping } from '@cdktf/provider-aws/lib/lambda-event-source-mapping';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { Lb } from '@cdktf/provider-aws/lib/lb';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { LbTargetGroupAttachment } from '@cdktf/provider-aws/lib/lb-target-group-attachment';
import { S3BucketNotification } from '@cdktf/provider-aws/lib/s3-bucket-notification';
import { Construct } from 'constructs';
import { OldNetwork } from './network';
import { OldStores, PASSWORD } from './stores';

/** Amazon Linux, of some day. */
export const IMAGE = 'ami-0abcdef1234567890';

export type OldWorkload = ReturnType<typeof workload>;

/** 24 resources: a load balancer, two servers and a bastion, and two functions. */
export function workload(scope: Construct, network: OldNetwork, stores: OldStores) {
  const { vpc, publicSubnets, privateSubnets, balancerGroup, bastionGroup, appGroup } = network;
  const balancer = new Lb(scope, 'balancer', {
    name: 'shop',
    loadBalancerType: 'application',
    subnets: publicSubnets.map(({ id }) => id),
    securityGroups: [balancerGroup.id],
  });
  const targets = new LbTargetGroup(scope, 'targets', { name: 'shop', vpcId: vpc.id, port: 8080, protocol: 'HTTP' });
  const listener = new LbListener(scope, 'http', {
    loadBalancerArn: balancer.arn,
    port: 80,
    protocol: 'HTTP',
    defaultAction: [{ type: 'forward', targetGroupArn: targets.arn }],
  });

  const keyPair = new KeyPair(scope, 'ssh', {
    keyName: 'shop',
    publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC0vExampleExampleExampleExampleExampleExamp shop',
  });
  const appRole = new IamRole(scope, 'app', { name: 'shop-app', assumeRolePolicy: trust('ec2.amazonaws.com') });
  const appPolicy = new IamRolePolicy(scope, 'app_policy', {
    role: appRole.name,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:*', 'sqs:*', 'dynamodb:*', 'sns:*'], Resource: '*' }],
    }),
  });
  const profile = new IamInstanceProfile(scope, 'app_profile', { name: 'shop-app', role: appRole.name });
  const servers = privateSubnets.map(
    (subnet, at) =>
      new Instance(scope, `app_${at + 1}`, {
        ami: IMAGE,
        instanceType: 't3.medium',
        subnetId: subnet.id,
        vpcSecurityGroupIds: [appGroup.id],
        keyName: keyPair.keyName,
        iamInstanceProfile: profile.name,
        userData: `#!/bin/sh\nDB_PASSWORD=${PASSWORD} /opt/shop/start\n`,
        tags: { Name: `shop-app-${at + 1}` },
      })
  );
  const attachments = servers.map(
    ({ id: targetId }, at) =>
      new LbTargetGroupAttachment(scope, `app_${at + 1}_target`, { targetGroupArn: targets.arn, targetId })
  );
  const bastion = new Instance(scope, 'bastion', {
    ami: IMAGE,
    instanceType: 't3.micro',
    subnetId: publicSubnets[0].id,
    vpcSecurityGroupIds: [bastionGroup.id],
    keyName: keyPair.keyName,
    associatePublicIpAddress: true,
  });

  const functionRole = new IamRole(scope, 'functions', {
    name: 'shop-functions',
    assumeRolePolicy: trust('lambda.amazonaws.com'),
  });
  const functionPolicy = new IamRolePolicy(scope, 'functions_policy', {
    role: functionRole.name,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:*', 'sqs:*', 'logs:*', 'kms:Decrypt'], Resource: '*' }],
    }),
  });
  const functions = ['mailer', 'thumbnails'].map(
    (name) =>
      new LambdaFunction(scope, name, {
        functionName: `shop-${name}`,
        role: functionRole.arn,
        runtime: 'nodejs16.x',
        handler: 'index.handler',
        s3Bucket: 'acme-deployments',
        s3Key: `shop/${name}.zip`,
        environment: { variables: { DB_HOST: stores.database.address, DB_PASSWORD: PASSWORD } },
      })
  );
  new LambdaEventSourceMapping(scope, 'mailer_orders', {
    functionName: functions[0].functionName,
    eventSourceArn: stores.orders.arn,
  });
  const permission = new LambdaPermission(scope, 'thumbnails_uploads', {
    functionName: functions[1].functionName,
    action: 'lambda:InvokeFunction',
    principal: 's3.amazonaws.com',
    sourceArn: stores.uploads.arn,
  });
  new S3BucketNotification(scope, 'uploads_thumbnails', {
    bucket: stores.uploads.id,
    lambdaFunction: [{ lambdaFunctionArn: functions[1].arn, events: ['s3:ObjectCreated:*'] }],
    dependsOn: [permission],
  });
  const functionLogs = functions.map(
    ({ functionName }, at) =>
      new CloudwatchLogGroup(scope, `${['mailer', 'thumbnails'][at]}_logs`, { name: `/aws/lambda/${functionName}` })
  );
  return {
    balancer,
    targets,
    attachments,
    listener,
    keyPair,
    appRole,
    appPolicy,
    profile,
    servers,
    bastion,
    functionRole,
    functionPolicy,
    functions,
    permission,
    functionLogs,
  };
}

/** Who may take a role: a service. */
export function trust(service: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });
}
