import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Config',
  types: {
    aws_config_configuration_aggregator: {
      noun: 'aggregator of AWS Config',
      detection: {
        demand: 'collects from every Region',
        ways: [
          [{ attribute: 'account_aggregation_source.all_regions', is: [true], default: false }],
          [{ attribute: 'organization_aggregation_source.all_regions', is: [true], default: false }],
        ],
        otherwise: 'what changes in other Regions is not collected',
        facts:
          'An aggregator shows what AWS Config recorded in the accounts and Regions that it names, and in no other.',
        sources: ['https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html'],
      },
    },
    aws_config_configuration_recorder: {
      noun: 'recorder of AWS Config',
      detection: {
        demand: 'records every type of resource',
        ways: [[{ attribute: 'recording_group.all_supported', is: [true], default: true }]],
        otherwise: 'changes of other resources leave no trace, and no rule looks at them',
        facts:
          'A recorder that names types, or excludes some, writes no history of the others. Types that AWS adds later are only recorded where all are.',
        sources: [
          'https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html',
          'AWS Security Hub Config.1',
        ],
      },
    },
    aws_config_configuration_recorder_status: {
      noun: 'recorder of AWS Config',
      detection: {
        demand: 'is running',
        ways: [[{ attribute: 'is_enabled', is: [true] }]],
        otherwise: 'nothing is recorded, and no rule of AWS Config is evaluated',
        facts: 'A recorder that is stopped records nothing, whatever it is set to record.',
        sources: [
          'https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html',
          'AWS Security Hub Config.1',
        ],
      },
    },
    aws_config_delivery_channel: {
      noun: 'delivery channel of AWS Config',
      atRest: {
        data: 'any',
        key: 's3_kms_key_arn',
        keyOfAny: 'customer',
        withoutKey: 'AWS Config asks for no key when it delivers to the bucket',
        facts:
          'Snapshots and history of AWS Config show every network, policy and bucket of the account: a plan of where to break in.',
        note: 'The key is in the region of the bucket, and its policy lets config.amazonaws.com use it.',
        sources: [
          'https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html',
          'https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html',
        ],
      },
    },
  },
};
