import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Lightsail',
  types: {
    aws_lightsail_database: {
      noun: 'Lightsail database',
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        facts:
          'A database of Lightsail is reached from other Lightsail resources of the account, and from the internet where public mode is on.',
        sources: [
          'https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-configuring-database-public-mode.html',
        ],
      },
      lastCopy: {
        setting: {
          attribute: 'skip_final_snapshot',
          is: [false],
          default: false,
          otherwise: 'nothing is left of the database once it is deleted',
        },
        demand: 'leaves a final snapshot',
        facts:
          'The final snapshot is what is left of a database once it is deleted. Terraform has one taken by default.',
        note: 'Name the snapshot in `final_snapshot_name`.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_database'],
      },
      backups: {
        noun: 'automated backups',
        setting: {
          attribute: 'backup_retention_enabled',
          is: [true],
          default: true,
          otherwise: 'there is nothing to restore the database from',
        },
        facts: 'Lightsail keeps backups of a database for seven days, unless they are disabled.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_database'],
      },
    },
    aws_lightsail_bucket: {
      noun: 'Lightsail bucket',
      lastCopy: {
        setting: {
          attribute: 'force_delete',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes all objects with it',
        },
        demand: 'is deleted only when it is empty',
        facts: 'With `force_delete` Terraform deletes all objects before the bucket.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_bucket'],
      },
    },
  },
};
