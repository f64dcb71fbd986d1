import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Amazon MQ',
  types: {
    aws_mq_broker: {
      noun: 'broker',
      holdsData: true,
      zones: {
        setting: {
          attribute: 'deployment_mode',
          is: ['ACTIVE_STANDBY_MULTI_AZ', 'CLUSTER_MULTI_AZ'],
          default: 'SINGLE_INSTANCE',
          otherwise: 'the broker is gone with its Availability Zone',
          noProposal: true,
        },
        environments: 'production',
        facts:
          'A broker of a single instance stands in one zone. ActiveMQ has a standby in another zone, and RabbitMQ a cluster of three nodes over zones, where the deployment mode says so.',
        note: 'RabbitMQ takes CLUSTER_MULTI_AZ. Another mode replaces the broker.',
        sources: [
          'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html',
          'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-broker-architecture.html',
        ],
      },
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_options.use_aws_owned_key',
            is: [false],
            default: true,
            otherwise: 'a key that AWS owns encrypts the messages',
          },
        ],
        key: 'encryption_options.kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'Amazon MQ encrypts messages, by default with a key that AWS owns.',
        note: 'Another key replaces the broker.',
        sources: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html'],
      },
      logs: {
        what: 'its activity',
        ways: [
          [
            { attribute: 'logs.general', is: [true], default: false },
            { attribute: 'logs.audit', is: [true], default: false },
          ],
          [
            { attribute: 'engine_type', is: ['RabbitMQ'] },
            { attribute: 'logs.general', is: [true], default: false },
          ],
        ],
        otherwise: 'no log says who connected',
        facts:
          'A broker sends its general log, with connections and errors, to CloudWatch Logs where that is switched on; by default it does not. ActiveMQ has an audit log of its administration beside it, which RabbitMQ has not.',
        sources: [
          'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html',
          'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-activemq.html',
          'AWS Security Hub MQ.2',
        ],
      },
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
