import { Service } from './resource-type';

const CHANGE = 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html';
const ACCOUNTS = 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html';

export const SERVICE: Service = {
  name: 'GuardDuty',
  types: {
    aws_guardduty_detector: {
      noun: 'GuardDuty detector',
      detection: {
        demand: 'is on',
        ways: [[{ attribute: 'enable', is: [true], default: true }]],
        otherwise: 'nothing looks for attacks in its Region',
        facts: 'A suspended detector finds nothing. Findings of the time until it is on again are lost.',
        sources: [CHANGE, 'AWS Security Hub GuardDuty.1'],
      },
    },
    aws_guardduty_detector_feature: {
      noun: 'feature of a GuardDuty detector',
      detection: {
        demand: 'is on',
        ways: [[{ attribute: 'status', is: ['ENABLED'] }]],
        otherwise: 'what the feature looks at is not looked at',
        facts:
          'Each feature looks at one source more: events of S3, clusters, databases, functions, volumes, and what processes do at run time.',
        sources: [
          'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html',
          'AWS Security Hub GuardDuty.5 to GuardDuty.13',
        ],
      },
    },
    aws_guardduty_organization_configuration: {
      noun: 'GuardDuty configuration of an organization',
      detection: {
        demand: 'turns GuardDuty on in every account',
        ways: [[{ attribute: 'auto_enable_organization_members', is: ['ALL'] }]],
        otherwise: 'accounts of the organization are not looked at',
        facts:
          'With NEW, accounts that were there before have no detector; with NONE, those that come have none either.',
        sources: [ACCOUNTS],
      },
    },
    aws_guardduty_organization_configuration_feature: {
      noun: 'GuardDuty feature of an organization',
      detection: {
        demand: 'is on in every account',
        ways: [[{ attribute: 'auto_enable', is: ['ALL'] }]],
        otherwise: 'the feature looks at none or some of the accounts',
        facts: 'With NEW, accounts that were there before go without the feature; with NONE, those that come do too.',
        sources: [ACCOUNTS],
      },
    },
    aws_guardduty_publishing_destination: {
      noun: 'destination of findings',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'no key encrypts the findings',
        facts: 'GuardDuty exports findings only under a KMS key.',
        sources: ['https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DestinationProperties.html'],
      },
    },
  },
};
