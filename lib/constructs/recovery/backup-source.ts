import { IConstruct } from 'constructs';
import { TerraformResource, Token } from 'cdktf';
import { DataClass } from '../../toms/data-class';
import { TAG } from '../../toms/tags';
import { refuse } from '../core/errors';
import { IGrantee } from '../core/grantee';
import { Posture } from '../core/posture';
import { IKey } from '../encryption/key';
import { IBucket } from '../stores/buckets/bucket';
import { EncryptedBucket } from '../stores/buckets/encrypted-bucket';
import { EncryptedDatabase } from '../stores/encrypted-database';
import { IFileSystem } from '../stores/file-system';
import { ITable } from '../stores/table';
import { IVolume } from '../stores/volume';
import { letBackUp } from './bucket-rights';

/** A store as a plan sees it. */
export interface SourceStore {
  readonly path: string;
  readonly arn: string;
  /** Its name in `aws_backup_restore_testing_selection`. */
  readonly resourceType: string;
  readonly region?: string;
  readonly dataClass?: DataClass;
  /** How many days a backup may be kept, so that what was deleted is gone within the retention. */
  readonly maxBackupDays?: number;
  readonly retentionDays?: number;
  readonly encryptionKey?: IKey;
  /** What a restore test is told, so that what it makes is under the same key and in the same network: AWS Backup would else take keys of AWS and the default network. */
  readonly restoreMetadata?: { [key: string]: string };
  /** Gives rights that the managed policy of AWS Backup has for no store, or for every one. */
  readonly letBackUp?: (role: IGrantee, region: string | undefined) => void;
}

/** A tag by which a plan selects stores. */
export interface SourceTag {
  readonly key: string;
  readonly value: string;
}

/**
 * What a plan backs up (TOM 4.1): a store of this program, or whatever carries a tag.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export class BackupSource {
  /** A bucket. S3 keeps versions of its objects, which AWS Backup asks for; an `EncryptedBucket` always does. */
  public static bucket(bucket: IBucket): BackupSource {
    // A backup of a bucket takes along the versions that were deleted or overwritten.
    const before = bucket instanceof EncryptedBucket ? bucket._noncurrentDays : 0;
    return BackupSource.store(bucket, bucket.bucketArn, 'S3', {
      before,
      letBackUp: (role, region) => letBackUp(bucket, role, region),
    });
  }

  /** A database: the cluster of Aurora, or the instance of RDS. */
  public static database(database: EncryptedDatabase): BackupSource {
    const { resource, securityGroup, encryptionKey } = database;
    const type = resource.terraformResourceType === 'aws_rds_cluster' ? 'Aurora' : 'RDS';
    const network = {
      dbSubnetGroupName: resource.getStringAttribute('db_subnet_group_name'),
      vpcSecurityGroupIds: JSON.stringify([securityGroup.securityGroupId]),
    };
    // A snapshot of RDS has the key of its instance, and so has what is restored of it.
    const restoreMetadata = type === 'RDS' ? network : { ...network, kmsKeyId: encryptionKey.keyArn };
    return BackupSource.store(database, database.databaseArn, type, { restoreMetadata });
  }

  /** A table. */
  public static table(table: ITable): BackupSource {
    const { encryptionKey: key } = table;
    const restoreMetadata = key && { encryptionType: 'KMS', kmsMasterKeyArn: key.keyArn };
    return BackupSource.store(table, table.tableArn, 'DynamoDB', { restoreMetadata });
  }

  /** A file system of EFS. */
  public static fileSystem(fileSystem: IFileSystem): BackupSource {
    return BackupSource.store(fileSystem, fileSystem.fileSystemArn, 'EFS', { restoreMetadata: underKey(fileSystem) });
  }

  /** A volume of EBS. */
  public static volume(volume: IVolume): BackupSource {
    return BackupSource.store(volume, volume.volumeArn, 'EBS', { restoreMetadata: underKey(volume) });
  }

  /**
   * Every store of the account and region that carries a tag, of this program or another, except buckets, which the role may read only where they are named. What
   * its retention is, this program does not know.
   *
   * @throws ValidationError where key or value are empty.
   */
  public static tag(key: string, value: string): BackupSource {
    if (key === '' || value === '') {
      refuse(undefined, {
        prop: 'key',
        must: 'must not be empty, nor the value: the plan would back up nothing, or everything',
        value: key === '' ? key : value,
        measure: '4.1',
        fix: "write BackupSource.tag('backup', 'daily')",
      });
    }
    return new BackupSource(undefined, { key, value });
  }

  private static store(store: IConstruct, arn: string, resourceType: string, special: Special = {}): BackupSource {
    const { before = 0, ...others } = special;
    const { retentionDays } = Posture.of(store);
    const { region, dataClass } = declared(store);
    return new BackupSource({
      path: store.node.path,
      arn,
      resourceType,
      region,
      dataClass,
      retentionDays,
      maxBackupDays: retentionDays === undefined ? undefined : retentionDays - before,
      encryptionKey: keyOf(store),
      ...others,
    });
  }

  /** @internal */
  public readonly _store?: SourceStore;
  /** @internal */
  public readonly _tag?: SourceTag;

  private constructor(store?: SourceStore, tag?: SourceTag) {
    this._store = store;
    this._tag = tag;
  }
}

/** What is not the same of all stores. */
interface Special {
  /** How many days what was deleted is still in the store, and so in the next backup. */
  readonly before?: number;
  readonly letBackUp?: SourceStore['letBackUp'];
  readonly restoreMetadata?: SourceStore['restoreMetadata'];
}

function keyOf(store: IConstruct): IKey | undefined {
  return (store as { readonly encryptionKey?: IKey }).encryptionKey;
}

/** What volumes and file systems are told. https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html */
function underKey(store: IConstruct): { [key: string]: string } | undefined {
  const key = keyOf(store);
  return key && { kmsKeyId: key.keyArn };
}

/** What the resource of a store says of its region and class. One that is made elsewhere says nothing. */
function declared(store: IConstruct): Pick<SourceStore, 'region' | 'dataClass'> {
  const { resource } = store as { readonly resource?: TerraformResource & ResourceInput };
  const region = resource?.regionInput;
  const dataClass = resource?.tagsInput?.[TAG.dataClass];
  return {
    region: Token.isUnresolved(region) ? undefined : region,
    dataClass: Object.values(DataClass).find((one) => one === dataClass),
  };
}

interface ResourceInput {
  readonly regionInput?: string;
  readonly tagsInput?: { readonly [key: string]: string };
}
