import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Network Firewall',
  types: {
    aws_networkfirewall_firewall: {
      noun: 'network firewall',
      zones: {
        mappings: { blocks: 'subnet_mapping', subnet: 'subnet_id' },
        byItself: true,
        environments: 'production',
        facts:
          'A firewall has an endpoint in each zone that it has a subnet of. Where it has one, nothing filters the traffic of the others, or nothing passes, while that zone is out. A firewall of a transit gateway has zones instead of subnets, and is not judged.',
        sources: [
          'https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-two-zone-igw.html',
          'https://docs.aws.amazon.com/config/latest/developerguide/netfw-multi-az-enabled.html',
        ],
      },
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.type',
            is: ['CUSTOMER_KMS'],
            default: 'AWS_OWNED_KMS_KEY',
            otherwise: 'a key that AWS owns encrypts it',
          },
        ],
        key: 'encryption_configuration.key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Network Firewall encrypts its resources, by default with a key that AWS owns. Rules name addresses and domains, and a TLS inspection configuration what is decrypted.',
        sources: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html'],
      },
      network: {
        drawn: { as: 'firewall', what: 'network firewall' },
        groups: [],
        subnets: ['subnet_mapping.subnet_id'],
      },
      logs: {
        what: 'its alerts and its flows',
        companion: { type: 'aws_networkfirewall_logging_configuration', attribute: 'firewall_arn' },
        list: { blocks: 'logging_configuration.log_destination_config', log: 'log_type', wanted: ['ALERT', 'FLOW'] },
        otherwise: 'nobody sees an attack, nor what it reached',
        facts:
          'A network firewall keeps no record of its own. Its alert log has what its stateful rules dropped, rejected or were told to report, its flow log every connection that the stateful engine saw. The log of TLS inspection is left to those who inspect TLS.',
        sources: [
          'https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html',
          'AWS Security Hub NetworkFirewall.2',
        ],
      },
      deletionProtection: {
        setting: {
          attribute: 'delete_protection',
          is: [true],
          default: false,
          otherwise: 'one call deletes the filter of the network',
        },
        also: [
          {
            attribute: 'subnet_change_protection',
            is: [true],
            default: false,
            otherwise: 'one call takes its subnets away',
          },
          {
            attribute: 'firewall_policy_change_protection',
            is: [true],
            default: false,
            otherwise: 'one call gives it another policy',
          },
        ],
        demand: 'is protected from deletion, and from other subnets and policies',
        facts: 'By default one call deletes a firewall, and the network behind it has none.',
        sources: [
          'https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateFirewall.html',
          'AWS Security Hub NetworkFirewall.9',
        ],
      },
    },
    aws_networkfirewall_firewall_policy: {
      noun: 'firewall policy',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.type',
            is: ['CUSTOMER_KMS'],
            default: 'AWS_OWNED_KMS_KEY',
            otherwise: 'a key that AWS owns encrypts it',
          },
        ],
        key: 'encryption_configuration.key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Network Firewall encrypts its resources, by default with a key that AWS owns. Rules name addresses and domains, and a TLS inspection configuration what is decrypted.',
        sources: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html'],
      },
    },
    aws_networkfirewall_rule_group: {
      noun: 'firewall rule group',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.type',
            is: ['CUSTOMER_KMS'],
            default: 'AWS_OWNED_KMS_KEY',
            otherwise: 'a key that AWS owns encrypts it',
          },
        ],
        key: 'encryption_configuration.key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Network Firewall encrypts its resources, by default with a key that AWS owns. Rules name addresses and domains, and a TLS inspection configuration what is decrypted.',
        sources: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html'],
      },
    },
    aws_networkfirewall_tls_inspection_configuration: {
      noun: 'TLS inspection configuration',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.type',
            is: ['CUSTOMER_KMS'],
            default: 'AWS_OWNED_KMS_KEY',
            otherwise: 'a key that AWS owns encrypts it',
          },
        ],
        key: 'encryption_configuration.key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Network Firewall encrypts its resources, by default with a key that AWS owns. Rules name addresses and domains, and a TLS inspection configuration what is decrypted.',
        sources: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html'],
      },
    },
  },
};
