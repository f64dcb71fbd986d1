import { Resources } from '../support/deployment';

const STACK = 'enforced';
const SHARED_KEY = 'PersonalDataKey';

/** Whose key encrypts what. What is not here is under the key that the stores of the stack share. */
const KEYS: { readonly [store: string]: string | undefined } = {
  Contracts: 'OtherKey',
  'Archive/Trails': 'Archive/Key',
  'Archive/Config': 'Archive/Key',
  'Archive/AccessLogs': undefined,
};

/** What the program made, by the names of its constructs. */
export class Made {
  private readonly versions = new Map<string, string>();
  private readonly ciphertexts = new Map<string, Uint8Array>();

  constructor(private readonly resources: Resources) {}

  public keyOf(store: string): string | undefined {
    return store in KEYS ? KEYS[store] : SHARED_KEY;
  }

  public bucketName(path: string): string {
    return this.get('aws_s3_bucket', path, 'bucket');
  }

  public bucketArn(path: string): string {
    return this.get('aws_s3_bucket', path, 'arn');
  }

  public keyArn(path: string): string {
    return this.get('aws_kms_key', path, 'arn');
  }

  public queueArn(path: string): string {
    return this.get('aws_sqs_queue', path, 'arn');
  }

  public queueUrl(path: string): string {
    return this.get('aws_sqs_queue', path, 'url');
  }

  public topicArn(path: string): string {
    return this.get('aws_sns_topic', path, 'arn');
  }

  public tableArn(path: string): string {
    return this.get('aws_dynamodb_table', path, 'arn');
  }

  public secretArn(path: string): string {
    return this.get('aws_secretsmanager_secret', path, 'arn');
  }

  /** A role is no construct of the library: its resource has no id of its own. */
  public roleArn(name: string): string {
    return this.resources.get('aws_iam_role', `${STACK}/${name}`, 'arn', '');
  }

  /** What was put there before the calls. */
  public put(bucket: string, versionId: string): void {
    this.versions.set(bucket, versionId);
  }

  public versionIn(bucket: string): string {
    return this.versions.get(bucket) ?? missing(`a version in ${bucket}`);
  }

  public encrypted(key: string, ciphertext: Uint8Array): void {
    this.ciphertexts.set(key, ciphertext);
  }

  public ciphertextOf(key: string): Uint8Array {
    return this.ciphertexts.get(key) ?? missing(`something that ${key} encrypted`);
  }

  private get(type: string, path: string, attribute: string): string {
    return this.resources.get(type, `${STACK}/${path}`, attribute);
  }
}

function missing(what: string): never {
  throw new Error(`there is no ${what}`);
}
