import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const IDENTIFIERS = ['arn:aws:dataprotection::aws:data-identifier/EmailAddress'];
const AUDIT = { Sid: 'Audit', DataIdentifier: IDENTIFIERS, Operation: { Audit: { FindingsDestination: {} } } };
const MASK = { Sid: 'Mask', DataIdentifier: IDENTIFIERS, Operation: { Deidentify: { MaskConfig: {} } } };

const text = (...statements: JsonObject[]): string =>
  JSON.stringify({ Name: 'mask', Version: '2021-06-01', Statement: statements });

const ofGroup = (document: string): JsonObject => ({
  resource: {
    aws_cloudwatch_log_group: { web: { name: '/aws/lambda/web' } },
    aws_cloudwatch_log_data_protection_policy: {
      web: { log_group_name: '${aws_cloudwatch_log_group.web.name}', policy_document: document },
    },
  },
});

const ofAccount = (document: string, region: string): JsonObject => ({
  provider: { aws: { region: 'eu-central-1' } },
  resource: {
    aws_cloudwatch_log_group: { web: { name: '/aws/lambda/web' } },
    aws_cloudwatch_log_account_policy: {
      all: { policy_name: 'all', policy_type: 'DATA_PROTECTION_POLICY', policy_document: document, region },
    },
  },
});

export const EXAMPLES: Examples = {
  pass: [
    { title: 'counts and masks', terraform: ofGroup(text(AUDIT, MASK)) },
    { title: 'the policy of the account', terraform: ofAccount(text(AUDIT, MASK), 'eu-central-1') },
    { title: 'a policy of another Region', terraform: ofAccount(text(AUDIT), 'eu-west-1') },
    {
      title: 'no policy, so nothing is shown',
      terraform: { resource: { aws_cloudwatch_log_group: { web: { name: '/aws/lambda/web' } } } },
    },
  ],
  fail: [
    {
      title: 'a policy that only counts',
      terraform: ofGroup(text(AUDIT)),
      addresses: ['aws_cloudwatch_log_group.web'],
    },
    {
      title: 'a policy of the account that only counts',
      terraform: ofAccount(text(AUDIT), 'eu-central-1'),
      addresses: ['aws_cloudwatch_log_group.web'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the policy',
      terraform: { ...ofGroup('${var.policy}'), variable: { policy: {} } },
      addresses: ['aws_cloudwatch_log_group.web'],
    },
  ],
};
