import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Route 53',
  types: {
    aws_route53_zone: {
      noun: 'public hosted zone',
      logs: {
        what: 'its queries',
        companion: { type: 'aws_route53_query_log', attribute: 'zone_id' },
        only: [{ attribute: 'vpc', unset: true, such: [{ vpc_id: '${aws_vpc.main.id}' }] }],
        otherwise: 'no log says what was asked for',
        facts:
          'A public zone logs queries only where a query log names it; Resolver logs those of private zones. The log group is in us-east-1.',
        sources: [
          'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html',
          'AWS Security Hub Route53.2',
        ],
      },
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes all records, also those of others, with it',
        },
        demand: 'is deleted only when it is empty',
        facts: 'With `force_destroy` Terraform deletes all records, also those of others, before the zone.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone'],
      },
    },
    aws_route53domains_registered_domain: {
      noun: 'registered domain',
      deletionProtection: {
        setting: {
          attribute: 'transfer_lock',
          is: [true],
          default: true,
          otherwise: 'the domain can be moved to another registrar',
        },
        also: [
          {
            attribute: 'auto_renew',
            is: [true],
            default: true,
            otherwise: 'the domain is free for anyone once its registration ends',
          },
        ],
        demand: 'is locked against transfers, and renews itself',
        facts:
          'Those who hold a domain get its mail and its certificates. The transfer lock keeps another registrar from taking it over, and a registration that is not renewed ends.',
        note: 'Some top-level domains have no transfer lock: waive the rule for those.',
        sources: [
          'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html',
          'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-renew.html',
        ],
      },
    },
  },
};
