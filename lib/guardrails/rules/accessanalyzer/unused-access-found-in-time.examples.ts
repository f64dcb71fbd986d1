import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const analyzer = (args: JsonObject): JsonObject => ({
  resource: { aws_accessanalyzer_analyzer: { unused: { analyzer_name: 'unused', ...args } } },
});

const ofUnused = (age: JsonObject): JsonObject =>
  analyzer({ type: 'ACCOUNT_UNUSED_ACCESS', configuration: { unused_access: age } });

export const EXAMPLES: Examples = {
  pass: [
    { title: 'the days that AWS takes by default', terraform: analyzer({ type: 'ACCOUNT_UNUSED_ACCESS' }) },
    { title: 'fewer days', terraform: ofUnused({ unused_access_age: 45 }) },
  ],
  fail: [
    {
      title: 'a year',
      terraform: ofUnused({ unused_access_age: 365 }),
      addresses: ['aws_accessanalyzer_analyzer.unused'],
    },
    {
      title: 'half a year, of an organization',
      terraform: analyzer({
        type: 'ORGANIZATION_UNUSED_ACCESS',
        configuration: { unused_access: { unused_access_age: 180 } },
      }),
      addresses: ['aws_accessanalyzer_analyzer.unused'],
    },
  ],
};
