import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'AppFlow',
  types: {
    aws_appflow_flow: {
      noun: 'flow',
      atRest: {
        data: 'personal',
        key: 'kms_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'AppFlow encrypts what a flow carries, by default with a key that it manages.',
        sources: ['https://docs.aws.amazon.com/appflow/1.0/APIReference/API_CreateFlow.html'],
      },
    },
    aws_appflow_connector_profile: {
      noun: 'connector profile',
      atRest: {
        data: 'personal',
        key: 'kms_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'AppFlow encrypts the credentials of a connector profile, by default with a key that it manages.',
        sources: ['https://docs.aws.amazon.com/appflow/1.0/APIReference/API_CreateConnectorProfile.html'],
      },
    },
  },
};
