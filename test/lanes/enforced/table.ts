import { strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { EncryptCommand } from '@aws-sdk/client-kms';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { Caller } from '../../../lib/aws/iam/evaluation/caller';
import { JsonObject } from '../../../lib/terraform/value';
import { decide } from '../../support/access';
import { AccessCase } from '../../support/random-access';
import { AppliedPolicies } from '../support/applied-policies';
import { MiniStack, OTHER, OWN } from '../support/ministack';
import { Simulator, simulationOf } from '../support/simulator';
import { Asked, Clients, Credentials, DELETED, OBJECT, configOf } from './calls';
import { Made } from './made';
import { Row, Who } from './rows';

/** `allowed`, `denied`, or what else there is to say. */
export type Answer = string;

const EVERYTHING: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};
const ROOT: Credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
/** A key of twelve digits is the root of another account. */
const OTHER_ROOT: Credentials = { accessKeyId: OTHER, secretAccessKey: 'test' };
const FOREIGNER: Caller = { kind: 'user', id: `arn:aws:iam::${OTHER}:user/foreigner` };
const SESSION = 'lane';

/** What the errors of services are called that say no. */
const DENIALS = new Set(['AccessDenied', 'AccessDeniedException', 'AuthorizationError', 'AuthorizationErrorException']);

/** Asks three judges what comes of a call. */
export class Judges {
  private readonly certificate: Buffer;
  private readonly callers = new Map<Who, Credentials>();
  private operator?: Credentials;

  constructor(
    private readonly stack: MiniStack,
    private readonly made: Made,
    private readonly policies: AppliedPolicies,
    private readonly simulator: Simulator
  ) {
    this.certificate = readFileSync(stack.certificate);
  }

  /** Puts there what calls read, and makes the users: one who assumes the roles, and one of another account. */
  public async prepare(): Promise<void> {
    const { made } = this;
    const root = new Clients(this.stack.url, ROOT, this.certificate);
    for (const bucket of ['Invoices', 'Contracts', 'Archive/Trails', 'Archive/Config', 'Archive/AccessLogs']) {
      const input = { Bucket: made.bucketName(bucket), Body: 'present' };
      await root.s3.send(new PutObjectCommand({ ...input, Key: OBJECT }));
      const { VersionId = '' } = await root.s3.send(new PutObjectCommand({ ...input, Key: DELETED }));
      made.put(bucket, VersionId);
    }
    const key = 'PersonalDataKey';
    const plain = { KeyId: made.keyArn(key), Plaintext: Buffer.from('plain') };
    made.encrypted(key, (await root.kms.send(new EncryptCommand(plain))).CiphertextBlob ?? new Uint8Array());
    await root.secrets.send(new PutSecretValueCommand({ SecretId: made.secretArn('Password'), SecretString: 'known' }));
    const item = { TableName: made.tableArn('Visits'), Item: { visitor: { S: 'v' } } };
    await root.dynamodb.send(new PutItemCommand(item));
    this.operator = await this.user(ROOT, 'operator', {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }],
    });
    this.callers.set('Foreigner', await this.user(OTHER_ROOT, 'foreigner', EVERYTHING));
  }

  /** What the emulator answers: allowed, denied, or the name of another error. */
  public async ministack({ who, call, transport }: Row): Promise<Answer> {
    const url = transport === 'plain HTTP' ? this.stack.plainUrl : this.stack.url;
    const clients = new Clients(url, await this.credentials(who), this.certificate);
    try {
      await call.send(clients, this.made);
      return 'allowed';
    } catch (error) {
      const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
      return DENIALS.has(name) || $metadata?.httpStatusCode === 403 ? 'denied' : `${name}: ${(error as Error).message}`;
    }
  }

  /** What the evaluator of the library says of everything that AWS authorizes for the call. */
  public evaluator(row: Row): Answer {
    const decisions = this.cases(row).map(decide);
    const open = decisions.find(({ decision }) => decision === 'depends');
    if (decisions.some(({ decision }) => decision === 'deny')) return 'denied';
    return open ? `depends on ${open.on.join(', ')}` : 'allowed';
  }

  public async simulated(row: Row): Promise<Answer> {
    let answer: Answer = 'allowed';
    for (const access of this.cases(row)) {
      const { resultType, overallResult, result } = await this.simulator.runSimulation(
        simulationOf(access, this.simulator),
        {}
      );
      if (resultType !== 'single') return `no request: ${JSON.stringify({ resultType, result })}`;
      if (overallResult !== 'Allowed') answer = 'denied';
    }
    return answer;
  }

  private cases({ who, call, transport }: Row): AccessCase[] {
    return call.asks(this.made).map((asked) => this.caseOf(who, asked, transport === 'plain HTTP'));
  }

  private caseOf(who: Who, { action, resource, context = {} }: Asked, isPlain: boolean): AccessCase {
    const caller = this.caller(who);
    const account = caller.kind === 'anonymous' ? undefined : caller.id.split(':')[4];
    // Services ask KMS over TLS, however they were asked.
    const isThroughService = 'kms:ViaService' in context;
    const transport = { 'aws:SecureTransport': [String(!isPlain || isThroughService)] };
    const tls: AccessCase['context'] = action.startsWith('s3:') && !isPlain ? { 's3:TlsVersion': ['1.3'] } : {};
    const kms: AccessCase['context'] = action.startsWith('kms:') && account ? { 'kms:CallerAccount': [account] } : {};
    const principal: AccessCase['context'] = account
      ? { 'aws:PrincipalArn': [caller.id], 'aws:PrincipalAccount': [account], 'aws:PrincipalIsAWSService': ['false'] }
      : { 'aws:PrincipalIsAWSService': ['false'] };
    return {
      caller,
      action,
      resource,
      account: OWN,
      context: { ...context, ...transport, ...tls, ...kms, ...principal },
      identity: who === 'Foreigner' ? [EVERYTHING] : who === 'Anonymous' ? [] : this.policies.ofRole(who.toLowerCase()),
      boundary: [],
      session: [],
      resourcePolicy: this.policies.ofResource(resource),
      endpoint: [],
      serviceControl: [],
      resourceControl: [],
    };
  }

  private caller(who: Who): Caller {
    if (who === 'Foreigner') return FOREIGNER;
    if (who === 'Anonymous') return { kind: 'anonymous', id: '*' };
    return { kind: 'role', id: this.made.roleArn(who), session: SESSION };
  }

  private async credentials(who: Who): Promise<Credentials | undefined> {
    if (who === 'Anonymous') return undefined;
    const known = this.callers.get(who);
    if (known) return known;
    const { sts } = new Clients(this.stack.url, this.operator, this.certificate);
    const assumed = await sts.send(
      new AssumeRoleCommand({ RoleArn: this.made.roleArn(who), RoleSessionName: SESSION })
    );
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken } = assumed.Credentials ?? {};
    const found = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    this.callers.set(who, found);
    return found;
  }

  private async user(by: Credentials, UserName: string, policy: JsonObject): Promise<Credentials> {
    const iam = new IAMClient({ ...configOf(this.stack.url, by, this.certificate) });
    await iam.send(new CreateUserCommand({ UserName }));
    const PolicyDocument = JSON.stringify(policy);
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    strictEqual(AccessKey?.UserName, UserName);
    return { accessKeyId: AccessKey.AccessKeyId ?? '', secretAccessKey: AccessKey.SecretAccessKey ?? '' };
  }
}
