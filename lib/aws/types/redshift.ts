import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Redshift',
  types: {
    aws_redshift_cluster: {
      noun: 'Redshift warehouse',
      holdsData: true,
      atRest: {
        data: 'any',
        settings: [{ attribute: 'encrypted', is: [true], default: true }],
        key: 'kms_key_id',
        withoutKey: 'AWS owns the key that encrypts the warehouse',
        facts:
          'Tables, backups and snapshots of an encrypted warehouse are encrypted under its key. AWS encrypts every cluster made since January 2025, by default with a key that it owns. From version 6 on, the provider takes an unset `encrypted` for true, and encrypts an older cluster that does not set it.',
        sources: [
          'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
          'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html',
          'AWS Security Hub Redshift.10',
        ],
      },
    },
    aws_redshiftserverless_namespace: {
      noun: 'namespace of Redshift Serverless',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'kms_key_id',
        withoutKey: 'AWS owns the key that encrypts the warehouse',
        facts: 'AWS encrypts every namespace of Redshift Serverless, by default with a key that it owns.',
        sources: [
          'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
          'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html',
          'AWS Security Hub Redshift.10',
        ],
      },
    },
  },
};
