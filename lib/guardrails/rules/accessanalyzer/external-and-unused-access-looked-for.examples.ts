import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const analyzers = (types: { readonly [name: string]: string }): JsonObject => ({
  resource: {
    aws_accessanalyzer_analyzer: Object.fromEntries(
      Object.entries(types).map(([name, type]) => [name, { analyzer_name: name, type }])
    ),
  },
});

export const EXAMPLES: Examples = {
  pass: [
    { title: 'both in an account', terraform: analyzers({ external: 'ACCOUNT', unused: 'ACCOUNT_UNUSED_ACCESS' }) },
    {
      title: 'unused access of the organization',
      terraform: analyzers({ external: 'ORGANIZATION', unused: 'ORGANIZATION_UNUSED_ACCESS' }),
    },
  ],
  fail: [
    {
      title: 'external access only',
      terraform: analyzers({ external: 'ACCOUNT' }),
      addresses: ['aws_accessanalyzer_analyzer.external'],
    },
    {
      title: 'external and internal access',
      terraform: analyzers({ external: 'ORGANIZATION', internal: 'ORGANIZATION_INTERNAL_ACCESS' }),
      addresses: ['aws_accessanalyzer_analyzer.external'],
    },
  ],
};
