import { Construct } from 'constructs';
import * as toms from '../../lib';
import { HANDLER, MASTER_USER, ROTATION_FUNCTION } from './constructs';

/** Makes a construct, and grants all that it has to grant. */
export type Grants = (scope: Construct, id: string, role: toms.IGrantee, vpc: () => toms.IVpc) => void;

/** Constructs that name the role themselves, and come after its stack: the others let the role name them. */
export const NAMING: readonly string[] = ['KubernetesCluster', 'PseudonymizationKey'];

/** What each construct grants, by its name. */
export const GRANTING: { readonly [name: string]: Grants } = {
  RotatedKey: (scope, id, role) => {
    const key = new toms.RotatedKey(scope, id);
    key.grantEncrypt(role);
    key.grantDecrypt(role);
    key.grantEncryptDecrypt(role);
  },
  PseudonymizationKey: (scope, id, role) => {
    new toms.PseudonymizationKey(scope, id).grantTokenize(role);
    new toms.PseudonymizationKey(scope, `${id}Readers`).denyReader(role);
  },
  PrivateCertificateAuthority: (scope, id, role) =>
    new toms.PrivateCertificateAuthority(scope, id, { commonName: 'Acme' }).grantIssue(role),
  EncryptedBucket: (scope, id, role) => {
    const bucket = new toms.EncryptedBucket(scope, id);
    bucket.grantRead(role);
    bucket.grantWrite(role);
    bucket.grantReadWrite(role);
  },
  UserDirectory: (scope, id, role) => {
    const users = new toms.UserDirectory(scope, id);
    users.grantRead(role);
    users.grantManage(role);
    users.addClient('Shop', { callbackUrls: ['https://shop.example.com/login'] }).grantReadSecret(role);
  },
  EncryptedQueue: (scope, id, role) => {
    const queue = new toms.EncryptedQueue(scope, id);
    queue.grantSend(role);
    queue.grantConsume(role);
  },
  ContainerRepository: (scope, id, role) => {
    const repository = new toms.ContainerRepository(scope, id);
    repository.grantPull(role);
    repository.grantPush(role);
  },
  SecureFunction: (scope, id, role) =>
    new toms.SecureFunction(scope, id, {
      code: toms.FunctionCode.fromAsset(HANDLER),
      handler: 'index.handler',
      runtime: 'nodejs22.x',
    }).grantInvoke(role),
  KubernetesCluster: (scope, id, role, vpc) =>
    new toms.KubernetesCluster(scope, id, { vpc: vpc(), version: '1.34' }).grantAccess(
      role,
      toms.KubernetesAccess.VIEW
    ),
  EventBus: (scope, id, role) => new toms.EventBus(scope, id).grantPutEvents(role),
  StateMachine: (scope, id, role) => {
    const definition = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });
    new toms.StateMachine(scope, id, { definition, express: true }).grantStartExecution(role);
  },
  RestApi: (scope, id, role) => {
    const api = new toms.RestApi(scope, id, {
      authorizer: toms.ApiAuthorizer.iam(),
      vpcEndpointId: 'vpce-0123456789abcdef0',
    });
    api.grantInvoke(role);
    const fn = toms.SecureFunction.fromFunctionArn(scope, `${id}Function`, ROTATION_FUNCTION);
    api.addRoute('Read', 'GET /orders/{order}', toms.ApiTarget.secureFunction(fn)).grantInvoke(role);
  },
  HttpApi: (scope, id, role) => {
    const api = new toms.HttpApi(scope, id, { authorizer: toms.ApiAuthorizer.iam() });
    api.grantInvoke(role);
    const fn = toms.SecureFunction.fromFunctionArn(scope, `${id}Function`, ROTATION_FUNCTION);
    api.addRoute('Read', 'GET /orders/{order}', toms.ApiTarget.secureFunction(fn)).grantInvoke(role);
  },
  WebDistribution: (scope, id, role) =>
    new toms.WebDistribution(scope, id, {
      domainNames: ['www.example.com'],
      certificate: toms.Certificate.fromArn(
        'arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab'
      ),
      defaultOrigin: toms.WebOrigin.https('api.example.com'),
      webFirewall: toms.WebFirewall.fromWebAclArn(
        scope,
        `${id}Firewall`,
        'arn:aws:wafv2:us-east-1:111122223333:global/webacl/acme/1234abcd-12ab-44cd-a6ef-1234567890ab'
      ),
    }).grantInvalidate(role),
  AlarmTopic: (scope, id, role) =>
    new toms.AlarmTopic(scope, id, { subscribers: [toms.AlarmSubscriber.email('alarms@example.com')] }).grantPublish(
      role
    ),
  EncryptedTopic: (scope, id, role) => new toms.EncryptedTopic(scope, id).grantPublish(role),
  EncryptedStream: (scope, id, role) => {
    const stream = new toms.EncryptedStream(scope, id);
    stream.grantRead(role);
    stream.grantWrite(role);
  },
  EncryptedTable: (scope, id, role) => {
    const table = new toms.EncryptedTable(scope, id, { partitionKey: { name: 'id' }, timeToLiveAttribute: 'expires' });
    table.grantReadData(role);
    table.grantWriteData(role);
    table.grantReadWriteData(role);
  },
  ManagedSecret: (scope, id, role) => {
    const secret = new toms.ManagedSecret(scope, id, { rotationFunctionArn: ROTATION_FUNCTION });
    secret.grantRead(role);
    secret.grantWrite(role);
    secret.grantRotate(role);
  },
  EncryptedDatabase: (scope, id, role, vpc) =>
    new toms.EncryptedDatabase(scope, id, { vpc: vpc() }).grantConnect(role, 'orders'),
  EncryptedCache: (scope, id, role, vpc) =>
    new toms.EncryptedCache(scope, id, { vpc: vpc() }).addUser('Shop').grantConnect(role),
  EncryptedFileSystem: (scope, id, role, vpc) => {
    const files = new toms.EncryptedFileSystem(scope, id, { vpc: vpc() });
    const directory = files.addAccessPoint('Documents', { path: '/documents' });
    for (const granting of [files, directory]) {
      granting.grantRead(role);
      granting.grantReadWrite(role);
    }
  },
  EncryptedVolume: (scope, id, role) => {
    const volume = new toms.EncryptedVolume(scope, id, { availabilityZone: 'eu-central-1a', sizeGib: 100 });
    volume.grantAttachVolume(role);
    volume.grantDetachVolume(role);
  },
  SearchDomain: (scope, id, role, vpc) => {
    const domain = new toms.SearchDomain(scope, id, { vpc: vpc(), masterUserArn: MASTER_USER });
    domain.grantRead(role);
    domain.grantWrite(role);
    domain.grantReadWrite(role);
  },
  RetainedLogGroup: (scope, id, role) => {
    const group = new toms.RetainedLogGroup(scope, id);
    group.grantRead(role);
    group.grantWrite(role);
  },
  MaskedLogs: (scope, id, role) => {
    const logGroup = new toms.RetainedLogGroup(scope, `${id}Logs`);
    new toms.MaskedLogs(scope, id, { logGroup }).denyUnmask(role);
  },
  BastionHost: (scope, id, role, vpc) => new toms.BastionHost(scope, id, { vpc: vpc() }).grantConnect(role),
};
