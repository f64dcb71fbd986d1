import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Data Lifecycle Manager',
  types: {
    aws_dlm_lifecycle_policy: {
      noun: 'lifecycle policy of snapshots',
      atRest: {
        data: 'any',
        parts: [
          {
            blocks: 'policy_details.schedule.cross_region_copy_rule',
            settings: [
              { attribute: 'encrypted', is: [true], otherwise: 'copies of snapshots that are not encrypted stay so' },
            ],
            key: 'cmk_arn',
          },
          {
            blocks: 'policy_details.action.cross_region_copy',
            settings: [
              {
                attribute: 'encryption_configuration.encrypted',
                is: [true],
                otherwise: 'copies of snapshots that are not encrypted stay so',
              },
            ],
            key: 'encryption_configuration.cmk_arn',
          },
        ],
        withoutKey: 'the default key of the other Region encrypts the copies',
        facts:
          'A copy in another Region is encrypted where its source is, or where the rule says so, by default with the default key of EBS in that Region.',
        sources: [
          'https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html',
          'https://docs.aws.amazon.com/dlm/latest/APIReference/API_EncryptionConfiguration.html',
        ],
      },
    },
  },
};
