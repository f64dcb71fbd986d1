import { keyUseOf, unencryptedCopy } from '../backup/vault-key';
import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'AWS Backup',
  types: {
    aws_backup_plan: {
      noun: 'backup plan',
      holdsData: true,
    },
    aws_backup_vault: {
      noun: 'backup vault',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'kms_key_arn',
        keyOfAny: 'customer',
        withoutKey:
          'AWS Backup encrypts with aws/backup, whose policy nobody can change and which no other account can use',
        inherits: (vault, model) => {
          const use = keyUseOf(model, vault);
          return use === 'open' ? use : use === 'unused';
        },
        leavesOpen: (vault, model) => unencryptedCopy(model, vault),
        facts:
          'A backup holds all that the store holds. Under aws/backup no other account can restore it: the copy that should survive the loss of this account does not. The key of a vault encrypts backups of S3, EFS, Timestream, CloudFormation, virtual machines and, with advanced backups, DynamoDB; and copies from other accounts and Regions. Backups of EC2, EBS, RDS, Aurora, DocumentDB, Neptune, Redshift, FSx and Storage Gateway have the key of their source, whatever the vault names: a vault of which the configuration shows that it holds only those is not judged, and their sources are. A copy of a cluster that is not encrypted is not encrypted either.',
        sources: [
          'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
          'AWS Security Hub Backup.1',
        ],
      },
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes all backups with it',
        },
        demand: 'is deleted only when it is empty',
        facts: 'With `force_destroy` Terraform deletes all backups before the vault.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault'],
      },
    },
    aws_backup_logically_air_gapped_vault: {
      noun: 'air-gapped backup vault',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'encryption_key_arn',
        keyOfAny: 'customer',
        withoutKey: 'AWS encrypts with a key that it owns, which nobody else can see, log or withdraw',
        facts: 'Unless a key is named, AWS encrypts the vault with a key that it owns.',
        sources: [
          'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
          'AWS Security Hub Backup.1',
        ],
      },
    },
  },
};
