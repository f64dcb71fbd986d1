import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const provider = (alias: string, account?: string): JsonObject => ({
  alias,
  region: 'eu-central-1',
  ...(account === undefined ? {} : { allowed_account_ids: [account] }),
});

const queue = (environment: string, alias: string): JsonObject => ({
  provider: `aws.${alias}`,
  tags: { 'tom:environment': environment },
});

const PRODUCTION = '111122223333';
const TESTS = '222233334444';

const environments = (test: string, account?: string): JsonObject => ({
  provider: { aws: [provider('production', PRODUCTION), provider('test', account)] },
  resource: { aws_sqs_queue: { orders: queue('production', 'production'), trial: queue(test, 'test') } },
});

export const EXAMPLES: Examples = {
  pass: [
    { title: 'an account for each', terraform: environments('test', TESTS) },
    { title: 'an account for what is thrown away', terraform: environments('ephemeral', TESTS) },
  ],
  fail: [
    {
      title: 'tests in the account of production',
      terraform: environments('test', PRODUCTION),
      addresses: ['terraform'],
    },
    {
      title: 'two environments by one provider',
      terraform: {
        resource: {
          aws_sqs_queue: {
            orders: { tags: { 'tom:environment': 'production' } },
            trial: { tags: { 'tom:environment': 'development' } },
          },
        },
      },
      addresses: ['terraform'],
    },
  ],
  undetermined: [
    { title: 'an account that no provider names', terraform: environments('test'), addresses: ['terraform'] },
  ],
};
