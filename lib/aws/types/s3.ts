import { PublicPolicy, Read, Service } from './resource-type';

const PUBLIC: PublicPolicy = {
  facts: 'A public policy of a bucket or access point opens the objects to the internet.',
  note: 'The grants of `EncryptedBucket` name their principals.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
    'AWS Security Hub S3.2, S3.3',
  ],
};

const OBJECTS: readonly Read[] = [{ action: 's3:GetObject' }, { action: 's3:GetObjectVersion' }];

/** Objects as access points name them. */
const OF_ACCESS_POINTS: readonly Read[] = OBJECTS.map((read) => ({ ...read, part: '/object/*' }));

export const SERVICE: Service = {
  name: 'S3',
  types: {
    aws_s3_bucket: {
      noun: 'bucket',
      holdsData: true,
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes every object and version',
        },
        demand: 'is not emptied when it is destroyed',
        facts:
          'The versions in a bucket are what a restore comes from. S3 refuses to delete a bucket that is not empty; with force_destroy Terraform empties it first.',
        sources: [
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html',
          'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
        ],
      },
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_s3_bucket_policy', attribute: 'bucket', names: 'bucket' },
      },
      plainTransport: {
        action: 's3:*',
        holdsObjects: true,
        facts: 'S3 takes HTTP as well as HTTPS, and objects and credentials pass unencrypted over HTTP.',
        note: '`EncryptedBucket` has that statement.',
        sources: [
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
          'CIS AWS Foundations Benchmark 3.0.0, 2.1.1',
          'AWS Security Hub S3.5',
        ],
      },
      publicPolicy: PUBLIC,
      reading: {
        reads: OBJECTS,
        key: {
          via: 's3',
          attribute: 'apply_server_side_encryption_by_default.kms_master_key_id',
          unnamed: 'aws',
          leavesOut: 'objects that were uploaded with another encryption',
        },
        sources: [
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html',
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
        ],
      },
    },
    aws_s3_directory_bucket: {
      noun: 'directory bucket',
      holdsData: true,
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_s3_bucket_policy', attribute: 'bucket', names: 'bucket' },
      },
      reading: {
        reads: [{ action: 's3express:CreateSession' }],
        key: {
          attribute: 'apply_server_side_encryption_by_default.kms_master_key_id',
          unnamed: 'aws',
          leavesOut: 'objects that were uploaded with another encryption',
        },
        sources: [
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam-example-bucket-policies.html',
        ],
      },
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes all objects with it',
        },
        demand: 'is deleted only when it is empty',
        facts: 'With `force_destroy` Terraform deletes all objects before the bucket.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_directory_bucket'],
      },
    },
    aws_s3_bucket_policy: {
      noun: 'bucket policy',
      policy: { attribute: 'policy' },
      publicPolicy: PUBLIC,
    },
    aws_s3_access_point: {
      noun: 'access point',
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_s3control_access_point_policy', attribute: 'access_point_arn', names: 'arn' },
      },
      reading: {
        reads: OF_ACCESS_POINTS,
        store: { attribute: 'bucket', types: ['aws_s3_bucket'], mustAllow: true },
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html'],
      },
      publicPolicy: {
        ...PUBLIC,
        vpc: 'vpc_configuration.vpc_id',
        facts: 'An access point of a VPC is closed to everyone outside it.',
      },
    },
    aws_s3control_access_point_policy: {
      noun: 'policy of an access point',
      policy: { attribute: 'policy' },
      publicPolicy: PUBLIC,
    },
    aws_s3control_multi_region_access_point_policy: {
      noun: 'policy of a multi-region access point',
      policy: { attribute: 'details.policy' },
      reading: {
        reads: OF_ACCESS_POINTS,
        // It names its access point, and that its buckets.
        store: { attribute: 'details.name', types: ['aws_s3_bucket'], mustAllow: true },
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html'],
      },
      publicPolicy: PUBLIC,
    },
    aws_s3control_bucket: {
      noun: 'bucket on an Outpost',
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_s3control_bucket_policy', attribute: 'bucket', names: 'arn' },
      },
      reading: {
        reads: [{ action: 's3-outposts:GetObject', part: '/object/*' }],
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsBucketPolicy.html'],
      },
    },
    aws_s3_object: {
      noun: 'object',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'server_side_encryption',
            is: ['aws:kms', 'aws:kms:dsse'],
            default: 'aws:kms',
            otherwise: 'the object is encrypted with a key that S3 owns, whatever the bucket says',
          },
        ],
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        keepsKeyOfSource: true,
        facts: 'An object is encrypted as its bucket says, unless it says something else itself.',
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html'],
      },
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes every version, whatever lock is on it in governance mode',
        },
        demand: 'keeps its versions, and its lock',
        facts:
          'With `force_destroy` Terraform deletes every version of an object, and passes over an Object Lock in governance mode and a legal hold.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_object'],
      },
    },
    aws_s3_bucket_object: {
      noun: 'object',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'server_side_encryption',
            is: ['aws:kms', 'aws:kms:dsse'],
            default: 'aws:kms',
            otherwise: 'the object is encrypted with a key that S3 owns, whatever the bucket says',
          },
        ],
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        keepsKeyOfSource: true,
        facts: 'An object is encrypted as its bucket says, unless it says something else itself.',
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html'],
      },
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes every version, whatever lock is on it in governance mode',
        },
        demand: 'keeps its versions, and its lock',
        facts:
          'With `force_destroy` Terraform deletes every version of an object, and passes over an Object Lock in governance mode and a legal hold.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_object'],
      },
    },
    aws_s3_object_copy: {
      noun: 'copy of an object',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'server_side_encryption',
            is: ['aws:kms', 'aws:kms:dsse'],
            default: 'aws:kms',
            otherwise: 'the object is encrypted with a key that S3 owns, whatever the bucket says',
          },
        ],
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        keepsKeyOfSource: true,
        facts: 'An object is encrypted as its bucket says, unless it says something else itself.',
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html'],
      },
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes every version, whatever lock is on it in governance mode',
        },
        demand: 'keeps its versions, and its lock',
        facts:
          'With `force_destroy` Terraform deletes every version of an object, and passes over an Object Lock in governance mode and a legal hold.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_object'],
      },
    },
    aws_s3_bucket_inventory: {
      noun: 'inventory of a bucket',
      atRest: {
        data: 'personal',
        parts: [{ blocks: 'destination.bucket.encryption', key: 'sse_kms.key_id' }],
        withoutKey: 'a key that S3 owns encrypts the reports',
        facts:
          'A report names every object. It is encrypted as its bucket says, unless the inventory says something else.',
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/API/API_InventoryEncryption.html'],
      },
    },
    aws_s3_bucket_metadata_configuration: {
      noun: 'metadata of a bucket',
      atRest: {
        data: 'personal',
        parts: [
          {
            blocks: 'metadata_configuration.journal_table_configuration',
            settings: [
              {
                attribute: 'encryption_configuration.sse_algorithm',
                is: ['aws:kms'],
                default: 'AES256',
                otherwise: 'a key that S3 owns encrypts the table',
              },
            ],
            key: 'encryption_configuration.kms_key_arn',
          },
          {
            blocks: 'metadata_configuration.inventory_table_configuration',
            only: { attribute: 'configuration_state', is: 'ENABLED' },
            settings: [
              {
                attribute: 'encryption_configuration.sse_algorithm',
                is: ['aws:kms'],
                default: 'AES256',
                otherwise: 'a key that S3 owns encrypts the table',
              },
            ],
            key: 'encryption_configuration.kms_key_arn',
          },
        ],
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'The tables of metadata name every object and who changed it, encrypted by default with a key that S3 owns.',
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/API/API_MetadataTableEncryptionConfiguration.html'],
      },
    },
    aws_s3_bucket_replication_configuration: {
      noun: 'replication of a bucket',
      atRest: {
        data: 'personal',
        parts: [{ blocks: 'rule.destination.encryption_configuration', key: 'replica_kms_key_id' }],
        withoutKey: 'a key that AWS manages encrypts the replicas',
        facts: 'Replicas are encrypted as the bucket that they go to says, unless the rule names a key.',
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html'],
      },
    },
    aws_s3control_storage_lens_configuration: {
      noun: 'Storage Lens configuration',
      atRest: {
        data: 'personal',
        parts: [
          { blocks: 'storage_lens_configuration.data_export.s3_bucket_destination.encryption', key: 'sse_kms.key_id' },
        ],
        withoutKey: 'a key that S3 owns encrypts the reports',
        facts:
          'Storage Lens writes reports to a bucket, encrypted as that says, unless the configuration says something else.',
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage_lens_encrypt_permissions.html'],
      },
    },
  },
};
