import { configured } from '../../../terraform/configured';
import { asNumber, describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const AGE = 'configuration.unused_access.unused_access_age';
const MAX_DAYS = 90;
const OF_UNUSED = ['ACCOUNT_UNUSED_ACCESS', 'ORGANIZATION_UNUSED_ACCESS'];

/** Analyzers that tell of roles, users, keys and permissions that nobody uses any more. */
export const RULE: ResourceRule = {
  id: 'ACCESSANALYZER-001',
  name: 'unused-access-found-in-time',
  title: `An analyzer of unused access finds what nobody used for ${MAX_DAYS} days`,
  severity: 'low',
  claims: ['6.5.2.b'],
  rationale: `Permissions, keys and passwords that nobody uses are a way in that nobody misses. The analyzer reports them once they were unused for the days that it is told, ${MAX_DAYS} by default and 365 at most. Analyzers of external and internal access are not judged.`,
  fix: `Leave \`unused_access_age\` out, or set it to ${MAX_DAYS} or fewer.`,
  sources: [
    'https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_UnusedAccessConfiguration.html',
    'AWS Security Hub IAM.8',
  ],
  types: ['aws_accessanalyzer_analyzer'],
  check: (analyzer) => {
    const type = configured(analyzer, 'type') ?? 'ACCOUNT';
    if (isUnknown(type)) return undetermined(`type is ${type.text}, which only a plan can tell`);
    if (!OF_UNUSED.some((one) => one === type)) return undefined;
    const age = configured(analyzer, AGE) ?? MAX_DAYS;
    if (isUnknown(age)) return unknownAttribute(AGE, age);
    const days = asNumber(age);
    return days !== undefined && days <= MAX_DAYS ? MET : violated(`${AGE} is ${describe(age)}`, { [AGE]: MAX_DAYS });
  },
};
