import { Agent } from 'node:https';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { Made } from './made';

const REGION = 'eu-central-1';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What a client takes to speak for a caller, and to trust nothing but a certificate. */
export function configOf(endpoint: string, credentials: Credentials | undefined, ca: Buffer) {
  return {
    endpoint,
    region: REGION,
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ httpsAgent: new Agent({ ca }) }),
    credentials: credentials ?? { accessKeyId: 'none', secretAccessKey: 'none' },
    ...(credentials ? {} : { signer: { sign: <T>(request: T) => Promise.resolve(request) } }),
  };
}

/** The clients of one caller, over one transport. */
export class Clients {
  public readonly s3: S3Client;
  public readonly kms: KMSClient;
  public readonly sqs: SQSClient;
  public readonly sns: SNSClient;
  public readonly sts: STSClient;
  public readonly dynamodb: DynamoDBClient;
  public readonly secrets: SecretsManagerClient;

  /** Without credentials the caller is anonymous. */
  constructor(endpoint: string, credentials: Credentials | undefined, ca: Buffer) {
    const config = configOf(endpoint, credentials, ca);
    this.s3 = new S3Client({ ...config, forcePathStyle: true });
    this.kms = new KMSClient(config);
    this.sqs = new SQSClient({ ...config, useQueueUrlAsEndpoint: false });
    this.sns = new SNSClient(config);
    this.sts = new STSClient(config);
    this.dynamodb = new DynamoDBClient(config);
    this.secrets = new SecretsManagerClient(config);
  }
}

/** One of the requests that AWS authorizes for a call. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: { readonly [key: string]: readonly string[] };
}

/** What a caller does: how the SDK makes it, and what AWS authorizes for it. */
export interface Call {
  readonly title: string;
  readonly asks: (made: Made) => readonly Asked[];
  readonly send: (clients: Clients, made: Made) => Promise<unknown>;
}

/** What is there before the calls: an object to read, and one to delete. */
export const OBJECT = 'present.txt';
export const DELETED = 'deleted.txt';

/** What S3, SQS and others ask of KMS in the name of their caller. */
function through(
  made: Made,
  service: string,
  action: string,
  key: string,
  encryption: { [key: string]: string }
): Asked {
  const context = Object.fromEntries(
    Object.entries(encryption).map(([name, value]) => [`kms:EncryptionContext:${name}`, [value]])
  );
  return {
    action,
    resource: made.keyArn(key),
    context: { 'kms:ViaService': [`${service}.${REGION}.amazonaws.com`], ...context },
  };
}

function decrypts(made: Made, bucket: string): Asked[] {
  const key = made.keyOf(bucket);
  // With a bucket key, the encryption context is the bucket.
  return key === undefined ? [] : [through(made, 's3', 'kms:Decrypt', key, { 'aws:s3:arn': made.bucketArn(bucket) })];
}

export function getObject(bucket: string): Call {
  return {
    title: `gets an object of ${bucket}`,
    asks: (made) => [
      { action: 's3:GetObject', resource: `${made.bucketArn(bucket)}/${OBJECT}` },
      ...decrypts(made, bucket),
    ],
    send: ({ s3 }, made) => s3.send(new GetObjectCommand({ Bucket: made.bucketName(bucket), Key: OBJECT })),
  };
}

export function listObjects(bucket: string): Call {
  return {
    title: `lists ${bucket}`,
    asks: (made) => [{ action: 's3:ListBucket', resource: made.bucketArn(bucket) }],
    send: ({ s3 }, made) => s3.send(new ListObjectsV2Command({ Bucket: made.bucketName(bucket) })),
  };
}

/** How a writer asks S3 to encrypt. */
export interface Encryption {
  readonly title: string;
  /** The key, by its construct; what a bucket does by default where nothing is asked for. */
  readonly key?: string;
  readonly algorithm?: 'AES256' | 'aws:kms';
  /** A key of the writer's own, which S3 does not keep. */
  readonly isCustomers?: boolean;
}

export const BY_DEFAULT: Encryption = { title: 'as the bucket does by default' };

const SSE = 's3:x-amz-server-side-encryption';

export function putObject(bucket: string, encryption: Encryption = BY_DEFAULT): Call {
  const { title, key, algorithm, isCustomers = false } = encryption;
  return {
    title: `puts an object into ${bucket}, encrypted ${title}`,
    asks: (made) => {
      const used = key ?? (algorithm === undefined && !isCustomers ? made.keyOf(bucket) : undefined);
      const context = {
        ...(algorithm ? { [SSE]: [algorithm] } : {}),
        ...(key ? { [`${SSE}-aws-kms-key-id`]: [made.keyArn(key)] } : {}),
        ...(isCustomers ? { [`${SSE}-customer-algorithm`]: ['AES256'] } : {}),
      };
      return [
        { action: 's3:PutObject', resource: `${made.bucketArn(bucket)}/new.txt`, context },
        ...(used ? [through(made, 's3', 'kms:GenerateDataKey', used, { 'aws:s3:arn': made.bucketArn(bucket) })] : []),
      ];
    },
    send: ({ s3 }, made) => {
      const input: PutObjectCommandInput = { Bucket: made.bucketName(bucket), Key: 'new.txt', Body: 'new' };
      if (algorithm) input.ServerSideEncryption = algorithm;
      if (key) input.SSEKMSKeyId = made.keyArn(key);
      if (isCustomers) Object.assign(input, { SSECustomerAlgorithm: 'AES256', SSECustomerKey: Buffer.alloc(32, 7) });
      return s3.send(new PutObjectCommand(input));
    },
  };
}

/** A deletion leaves a marker; that of a version leaves nothing. */
export function deleteObject(bucket: string, isOfVersion = false): Call {
  return {
    title: `deletes ${isOfVersion ? 'a version of an object' : 'an object'} of ${bucket}`,
    asks: (made) => [
      { action: `s3:DeleteObject${isOfVersion ? 'Version' : ''}`, resource: `${made.bucketArn(bucket)}/${DELETED}` },
    ],
    send: ({ s3 }, made) => {
      const VersionId = isOfVersion ? made.versionIn(bucket) : undefined;
      return s3.send(new DeleteObjectCommand({ Bucket: made.bucketName(bucket), Key: DELETED, VersionId }));
    },
  };
}

export function encrypt(key: string): Call {
  return {
    title: `encrypts with ${key} itself`,
    asks: (made) => [{ action: 'kms:Encrypt', resource: made.keyArn(key) }],
    send: ({ kms }, made) => kms.send(new EncryptCommand({ KeyId: made.keyArn(key), Plaintext: Buffer.from('plain') })),
  };
}

export function decrypt(key: string): Call {
  return {
    title: `decrypts with ${key} itself`,
    asks: (made) => [{ action: 'kms:Decrypt', resource: made.keyArn(key) }],
    send: ({ kms }, made) =>
      kms.send(new DecryptCommand({ KeyId: made.keyArn(key), CiphertextBlob: made.ciphertextOf(key) })),
  };
}

export function dataKey(key: string): Call {
  return {
    title: `takes a data key of ${key}`,
    asks: (made) => [{ action: 'kms:GenerateDataKey', resource: made.keyArn(key) }],
    send: ({ kms }, made) => kms.send(new GenerateDataKeyCommand({ KeyId: made.keyArn(key), KeySpec: 'AES_256' })),
  };
}

export function token(key: string): Call {
  return {
    title: `derives a token with ${key}`,
    asks: (made) => [
      { action: 'kms:GenerateMac', resource: made.keyArn(key), context: { 'kms:MacAlgorithm': ['HMAC_SHA_256'] } },
    ],
    send: ({ kms }, made) =>
      kms.send(
        new GenerateMacCommand({
          KeyId: made.keyArn(key),
          Message: Buffer.from('somebody'),
          MacAlgorithm: 'HMAC_SHA_256',
        })
      ),
  };
}

export function sendMessage(queue: string): Call {
  return {
    title: `sends to ${queue}`,
    asks: (made) => [
      { action: 'sqs:SendMessage', resource: made.queueArn(queue) },
      through(made, 'sqs', 'kms:GenerateDataKey', made.keyOf(queue) ?? '', { 'aws:sqs:arn': made.queueArn(queue) }),
      through(made, 'sqs', 'kms:Decrypt', made.keyOf(queue) ?? '', { 'aws:sqs:arn': made.queueArn(queue) }),
    ],
    send: ({ sqs }, made) => sqs.send(new SendMessageCommand({ QueueUrl: made.queueUrl(queue), MessageBody: 'work' })),
  };
}

export function receiveMessage(queue: string): Call {
  return {
    title: `receives from ${queue}`,
    asks: (made) => [
      { action: 'sqs:ReceiveMessage', resource: made.queueArn(queue) },
      through(made, 'sqs', 'kms:Decrypt', made.keyOf(queue) ?? '', { 'aws:sqs:arn': made.queueArn(queue) }),
    ],
    send: ({ sqs }, made) => sqs.send(new ReceiveMessageCommand({ QueueUrl: made.queueUrl(queue) })),
  };
}

export function publish(topic: string): Call {
  return {
    title: `publishes to ${topic}`,
    asks: (made) => [
      { action: 'sns:Publish', resource: made.topicArn(topic) },
      through(made, 'sns', 'kms:GenerateDataKey', made.keyOf(topic) ?? '', {
        'aws:sns:topicArn': made.topicArn(topic),
      }),
      through(made, 'sns', 'kms:Decrypt', made.keyOf(topic) ?? '', { 'aws:sns:topicArn': made.topicArn(topic) }),
    ],
    send: ({ sns }, made) => sns.send(new PublishCommand({ TopicArn: made.topicArn(topic), Message: 'news' })),
  };
}

export function getSecret(secret: string): Call {
  return {
    title: `reads ${secret}`,
    asks: (made) => [
      { action: 'secretsmanager:GetSecretValue', resource: made.secretArn(secret) },
      through(made, 'secretsmanager', 'kms:Decrypt', made.keyOf(secret) ?? '', { SecretARN: made.secretArn(secret) }),
    ],
    send: ({ secrets }, made) => secrets.send(new GetSecretValueCommand({ SecretId: made.secretArn(secret) })),
  };
}

/** The key of a table is used by a grant that DynamoDB has. */
export function getItem(table: string): Call {
  return {
    title: `reads an item of ${table}`,
    asks: (made) => [{ action: 'dynamodb:GetItem', resource: made.tableArn(table) }],
    send: ({ dynamodb }, made) =>
      dynamodb.send(new GetItemCommand({ TableName: made.tableArn(table), Key: { visitor: { S: 'v' } } })),
  };
}

export function putItem(table: string): Call {
  return {
    title: `writes an item of ${table}`,
    asks: (made) => [{ action: 'dynamodb:PutItem', resource: made.tableArn(table) }],
    send: ({ dynamodb }, made) =>
      dynamodb.send(new PutItemCommand({ TableName: made.tableArn(table), Item: { visitor: { S: 'v' } } })),
  };
}

export function assume(role: string): Call {
  return {
    title: `assumes ${role}`,
    asks: (made) => [{ action: 'sts:AssumeRole', resource: made.roleArn(role) }],
    send: ({ sts }, made) =>
      sts.send(new AssumeRoleCommand({ RoleArn: made.roleArn(role), RoleSessionName: 'another' })),
  };
}
