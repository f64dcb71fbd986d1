import { AclRule, rulesOf } from '../../../lib/aws/waf/acl-rules';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';
import { JsonObject } from '../../../lib/terraform/value';

/** What a rule does, and whether it acts. */
type Does = Pick<AclRule, 'does' | 'acts'>;

/** The rules of the web ACL `main`. */
function rulesIn(resource: JsonObject): Does[] {
  const model = new Model([readStack('stack', 'cdk.tf.json', { resource })]);
  return rulesOf(model, model.resources('aws_wafv2_web_acl')[0]).map(({ does, acts }) => ({ does, acts }));
}

const MANAGED = { managed_rule_group_statement: { name: 'AWSManagedRulesCommonRuleSet', vendor_name: 'AWS' } };
const LIMIT = { rate_based_statement: { limit: 2000 } };

describe('the rules within a web ACL', () => {
  test.each<[string, JsonObject, Does[]]>([
    ['a group', { override_action: { none: {} }, statement: MANAGED }, [{ does: 'managed', acts: 'acts' }]],
    ['a group without override', { statement: MANAGED }, [{ does: 'managed', acts: 'acts' }]],
    [
      'a group that counts',
      { override_action: { count: {} }, statement: MANAGED },
      [{ does: 'managed', acts: 'counts' }],
    ],
    ['a group by chance', { override_action: '${var.it}', statement: MANAGED }, [{ does: 'managed', acts: 'open' }]],
    ['a limit that blocks', { action: { block: {} }, statement: LIMIT }, [{ does: 'rate', acts: 'acts' }]],
    ['a limit that asks', { action: [{ captcha: [{}] }], statement: LIMIT }, [{ does: 'rate', acts: 'acts' }]],
    ['a limit that allows', { action: { allow: {} }, statement: LIMIT }, [{ does: 'rate', acts: 'counts' }]],
    ['a limit by chance', { action: '${var.it}', statement: LIMIT }, [{ does: 'rate', acts: 'open' }]],
    ['something else', { action: { block: {} }, statement: { geo_match_statement: {} } }, []],
    ['anything', { statement: '${var.it}' }, [{ does: 'open', acts: 'open' }]],
  ])('%s', (_title, rule, expected) => {
    expect(rulesIn({ aws_wafv2_web_acl: { main: { rule } } })).toEqual(expected);
  });
});

describe('rule groups of resources of their own', () => {
  const added = (association: JsonObject, group: JsonObject = {}): Does[] =>
    rulesIn({
      aws_wafv2_rule_group: { limits: group },
      aws_wafv2_web_acl: { main: {} },
      aws_wafv2_web_acl_rule_group_association: {
        it: { web_acl_arn: '${aws_wafv2_web_acl.main.arn}', ...association },
      },
    });
  const reference = { rule_group_reference: { arn: '${aws_wafv2_rule_group.limits.arn}' } };

  test.each<[string, JsonObject, JsonObject, Does[]]>([
    [
      'managed, by chance',
      { override_action: '${var.it}', managed_rule_group: {} },
      {},
      [{ does: 'managed', acts: 'open' }],
    ],
    ['limits', reference, { rule: { action: { block: {} }, statement: LIMIT } }, [{ does: 'rate', acts: 'acts' }]],
    ['limits that count', { ...reference, override_action: 'count' }, {}, [{ does: 'rate', acts: 'counts' }]],
    ['rules by chance', reference, { rule: '${var.rules}' }, [{ does: 'rate', acts: 'open' }]],
    ['a statement by chance', reference, { rule: { statement: '${var.it}' } }, [{ does: 'rate', acts: 'open' }]],
    ['a group of others', { rule_group_reference: { arn: '${var.arn}' } }, {}, [{ does: 'rate', acts: 'open' }]],
    ['any group', { rule_group_reference: '${var.group}' }, {}, [{ does: 'rate', acts: 'open' }]],
  ])('%s', (_title, association, group, expected) => {
    expect(added(association, group)).toEqual(expected);
  });

  test('a group that refers to itself is read once', () => {
    const itself = { statement: { rule_group_reference_statement: { arn: '${aws_wafv2_rule_group.limits.arn}' } } };
    expect(added(reference, { rule: itself })).toEqual([]);
  });
});

test.each<[string, string, Does[]]>([
  ['no list', '{}', [{ does: 'open', acts: 'open' }]],
  ['no JSON', '[{', [{ does: 'open', acts: 'open' }]],
  ['nothing', '', []],
  [
    'a group and a limit',
    '[{"OverrideAction":{"Count":{}},"Statement":{"ManagedRuleGroupStatement":{"Name":"x"}}},{"Action":{"Block":{}},"Statement":{"RateBasedStatement":{"Limit":1}}}]',
    [
      { does: 'managed', acts: 'counts' },
      { does: 'rate', acts: 'acts' },
    ],
  ],
])('rules as JSON: %s', (_title, json, expected) => {
  expect(rulesIn({ aws_wafv2_web_acl: { main: { rule_json: json } } })).toEqual(expected);
});
