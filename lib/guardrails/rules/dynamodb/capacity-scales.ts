import { isProduction } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const TARGET = 'aws_appautoscaling_target';
const MODE = 'billing_mode';

/** What the targets of Application Auto Scaling name: the addresses and names of tables, and whether only a plan can tell of one. */
interface Scaled {
  readonly keys: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly isOpen: boolean;
}

const SCALED = new Memo<Scaled>();

/** Tables that do not refuse requests at the peak. */
export const RULE: ResourceRule = {
  id: 'DYNAMODB-006',
  name: 'capacity-scales',
  title: 'The capacity of a DynamoDB table in production follows its load',
  severity: 'low',
  claims: ['3.3.2.b'],
  rationale:
    'A table of provisioned capacity refuses the requests beyond it. In on-demand mode DynamoDB follows the load by itself; otherwise Application Auto Scaling does, where a target names the table.',
  fix: `Set \`${MODE}\` to PAY_PER_REQUEST, or give the table an \`${TARGET}\` with \`resource_id\` table/ and its name, and a policy.`,
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html',
    'AWS Security Hub DynamoDB.1',
  ],
  types: ['aws_dynamodb_table'],
  check: (table, model) => {
    if (!isProduction(table)) return undefined;
    const mode = configured(table, MODE);
    if (mode === 'PAY_PER_REQUEST') return MET;
    const { keys, names, isOpen } = SCALED.of(model, () => scaled(model));
    const name = table.get('name');
    if (keys.has(`${table.stack.file}#${table.modulePath}${table.type}.${table.name}`)) return MET;
    if (typeof name === 'string' && names.has(name)) return MET;
    if (isUnknown(mode)) return unknownAttribute(MODE, mode);
    if (isOpen) return undetermined(`an ${TARGET} names what it scales by a value that only a plan can tell`);
    const means = mode === undefined ? ', which means PROVISIONED' : '';
    return violated(`${MODE} is ${describe(mode)}${means}, and no ${TARGET} names the table: peaks are refused`, {
      [MODE]: 'PAY_PER_REQUEST',
    });
  },
};

function scaled(model: Model): Scaled {
  const keys = new Set<string>();
  const names = new Set<string>();
  let isOpen = false;
  for (const target of model.present(TARGET)) {
    const id = target.get('resource_id');
    if (typeof id === 'string') {
      names.add(id.replace(/^table\//, ''));
    } else if (isUnknown(id)) {
      const tables = id.references.filter((reference) => /^aws_dynamodb_table\./.test(reference));
      for (const reference of tables) {
        keys.add(`${target.stack.file}#${target.modulePath}${reference.split(/[.[]/).slice(0, 2).join('.')}`);
      }
      if (tables.length === 0 && !id.references.some((reference) => /^aws_/.test(reference))) isOpen = true;
    }
  }
  return { keys, names, isOpen };
}
