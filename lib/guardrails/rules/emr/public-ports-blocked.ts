import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { configured } from '../../../terraform/configured';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

const BLOCK = 'block_public_security_group_rules';
const RANGES = 'permitted_public_security_group_rule_range';

/** Accounts in which no cluster of EMR starts with a port that is open to everyone. */
export const RULE: ResourceRule = {
  id: 'EMR-005',
  name: 'public-ports-blocked',
  title: 'EMR starts no cluster with a port that is open to everyone',
  severity: 'high',
  claims: ['3.3.4.n'],
  rationale:
    'With the block EMR refuses to start a cluster whose security groups open a port to every address. It holds for the account in a Region, for clusters of every team. It is on by default and permits port 22; ranges that are permitted stay open.',
  fix: `Set \`${BLOCK}\` to true, and leave out \`${RANGES}\`: Session Manager needs no open port.`,
  sources: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html',
    'AWS Security Hub EMR.2',
  ],
  types: ['aws_emr_block_public_access_configuration'],
  check: (configuration) => {
    const ranges = configured(configuration, RANGES);
    const permitted = configuration.blocks(RANGES).map((range): Verdict => {
      const [from, to] = ['min_range', 'max_range'].map((end) => describe(range.get(end)));
      return violated(`${RANGES} permits ports ${from} to ${to}: clusters may open them to everyone`);
    });
    const isBlocked = configured(configuration, BLOCK);
    return allOf([
      isUnknown(isBlocked)
        ? unknownAttribute(BLOCK, isBlocked)
        : isTrue(isBlocked)
          ? MET
          : violated(`${BLOCK} is ${describe(isBlocked)}: clusters may open every port to everyone`),
      ...(permitted.length === 0 && isUnknown(ranges) ? [unknownAttribute(RANGES, ranges)] : permitted),
    ]);
  },
};
