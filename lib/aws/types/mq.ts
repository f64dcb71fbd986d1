import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Amazon MQ',
  types: {
    aws_mq_broker: {
      noun: 'broker',
      holdsData: true,
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        sources: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html'],
      },
      network: {
        drawn: { as: 'database', what: 'message broker' },
        groups: ['security_groups'],
        subnets: ['subnet_ids'],
      },
      secrets: [
        { path: 'user.password', instead: 'a password that is changed outside Terraform, and a waiver' },
        {
          path: 'ldap_server_metadata.service_account_password',
          instead: 'a password that is changed outside Terraform, and a waiver',
        },
      ],
      minorVersions: {
        setting: { attribute: 'auto_minor_version_upgrade', is: [true] },
        sources: [
          'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html',
          'AWS Security Hub MQ.3',
        ],
      },
    },
  },
};
