import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { LambdaCodeSigningConfig } from '@cdktf/provider-aws/lib/lambda-code-signing-config';
import { SignerSigningProfile } from '@cdktf/provider-aws/lib/signer-signing-profile';
import { EbsEncryptionByDefault, RotatedKey, TrustPolicy } from 'cdktf-aws-toms';
import { ShopStack } from '../old/shop-stack';
import { Made, remove } from './made';

/** Passwords that nobody knows, roles in the place of users, and no more rights than are used. */
export function peopleAndSecrets(shop: ShopStack, made: Made): void {
  const secretArn = password(shop, made);
  const { accountId } = new DataAwsCallerIdentity(shop, 'account');
  const key = new RotatedKey(shop, 'WorkloadKey');
  servers(shop, made, secretArn, key);
  functions(shop, made, secretArn, key, accountId);
  people(shop, made, accountId);
}

/** RDS makes the password, keeps it as a secret, and changes it every week. */
function password(shop: ShopStack, made: Made): string {
  const { database, passwordParameter } = shop.stores;
  database.resetPassword();
  database.manageMasterUserPassword = true;
  database.masterUserSecretKmsKeyId = made.databaseKey.keyId;
  remove(passwordParameter);
  return database.masterUserSecret.get(0).secretArn;
}

/** The servers are made again: with encrypted volumes, and with the address of the password only. */
function servers(shop: ShopStack, made: Made, secretArn: string, key: RotatedKey): void {
  const { appRole, appPolicy } = shop.workload;
  new EbsEncryptionByDefault(shop, 'EbsEncryption', { encryptionKey: key });
  for (const server of shop.workload.servers) {
    server.userData = `#!/bin/sh\nDB_SECRET=${secretArn} /opt/shop/start\n`;
    server.userDataReplaceOnChange = true;
    server.putMetadataOptions({ httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 });
    server.putRootBlockDevice({ encrypted: true, kmsKeyId: key.keyArn });
    server.ebsOptimized = true;
    server.monitoring = true;
  }
  made.uploads.grantReadWrite(appRole);
  made.invoices.grantReadWrite(appRole);
  made.exports.grantReadWrite(appRole);
  made.carts.grantReadWriteData(appRole);
  made.paid.grantPublish(appRole);
  appPolicy.policy = allow(...readPassword(made, secretArn));
}

function functions(shop: ShopStack, made: Made, secretArn: string, key: RotatedKey, accountId: string): void {
  const { functionRole, functionPolicy, permission } = shop.workload;
  permission.sourceAccount = accountId;
  const signing = new LambdaCodeSigningConfig(shop, 'functions_signing', {
    allowedPublishers: {
      signingProfileVersionArns: [
        new SignerSigningProfile(shop, 'functions_signer', { platformId: 'AWSLambda-SHA384-ECDSA' }).versionArn,
      ],
    },
    policies: { untrustedArtifactOnDeployment: 'Enforce' },
  });
  for (const each of shop.workload.functions) {
    each.runtime = 'nodejs22.x';
    each.putEnvironment({ variables: { DB_HOST: shop.stores.database.address, DB_SECRET: secretArn } });
    each.kmsKeyArn = key.keyArn;
    each.codeSigningConfigArn = signing.arn;
    each.reservedConcurrentExecutions = 10;
    each.putTracingConfig({ mode: 'Active' });
    each.putDeadLetterConfig({ targetArn: made.orders.deadLetterQueue.queueArn });
  }
  made.uploads.grantReadWrite(functionRole);
  made.orders.grantConsume(functionRole);
  made.orders.deadLetterQueue.grantSend(functionRole);
  key.grantDecrypt(functionRole);
  for (const logs of made.functionLogs) logs.grantWrite(functionRole);
  const interfaces = ['network-interface', 'subnet', 'security-group'];
  functionPolicy.policy = allow(
    ...readPassword(made, secretArn),
    // What Lambda needs to stand in a network: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
    {
      actions: [
        'ec2:CreateNetworkInterface',
        'ec2:DeleteNetworkInterface',
        'ec2:AssignPrivateIpAddresses',
        'ec2:UnassignPrivateIpAddresses',
      ],
      resources: interfaces.map((kind) => `arn:aws:ec2:eu-central-1:${accountId}:${kind}/*`),
    },
    { actions: ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'], resources: ['*'] },
    { actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }
  );
}

interface Right {
  readonly actions: string[];
  readonly resources: string[];
}

function allow(...rights: Right[]): string {
  const Statement = rights.map(({ actions, resources }) => ({ Effect: 'Allow', Action: actions, Resource: resources }));
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

function readPassword({ databaseKey }: Made, secretArn: string): Right[] {
  return [
    { actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] },
    { actions: ['kms:Decrypt'], resources: [databaseKey.keyArn] },
  ];
}

/** The pipeline deploys code by a token of GitHub, and analysts read the exports after a second factor. Nobody has a key. */
function people(shop: ShopStack, made: Made, accountId: string): void {
  const { ci, ciAdministers, ciKey, reports, reportsPolicy, reportsRead } = shop.account;
  remove(ci, ciAdministers, ciKey, reports, reportsPolicy, reportsRead);
  const github = new IamOpenidConnectProvider(shop, 'github', {
    url: 'https://token.actions.githubusercontent.com',
    clientIdList: ['sts.amazonaws.com'],
  });
  const deploy = new IamRole(shop, 'deploy', {
    name: 'shop-deploy',
    assumeRolePolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: github.arn },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': 'repo:acme/shop:environment:production',
            },
          },
        },
      ],
    }),
  });
  new IamRolePolicy(shop, 'deploy_policy', {
    role: deploy.name,
    policy: allow({
      actions: ['lambda:UpdateFunctionCode'],
      resources: shop.workload.functions.map(({ arn }) => arn),
    }),
  });

  const analysts = new IamRole(shop, 'analysts', {
    name: 'shop-analysts',
    assumeRolePolicy: TrustPolicy.withMfa([`arn:aws:iam::${accountId}:root`]),
  });
  made.exports.grantRead(analysts);
}
