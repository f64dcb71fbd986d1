import { Block } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion, targetOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Json, Value, isJsonObject, isUnknown } from '../../terraform/value';

const ASSOCIATION = 'aws_wafv2_web_acl_rule_group_association';

/** What one rule of a web ACL does for it. `open` where only a plan can tell. */
export interface AclRule {
  /** Whether it is a managed rule group or limits rates. What does neither is left out. */
  readonly does: 'managed' | 'rate' | 'open';
  /** Whether it refuses requests, or only counts them. */
  readonly acts: 'acts' | 'counts' | 'open';
  /** The managed group, where it is one. */
  readonly group?: Value;
  /** The rules of the group that only count. */
  readonly counting?: readonly Value[];
}

/** The rules of a web ACL: in blocks, in `rule_json`, and those that resources of their own add. */
export function rulesOf(model: Model, acl: Resource): AclRule[] {
  return [
    ...blocksOf(acl, 'rule').flatMap((rule) => readRule(model, acl, rule)),
    ...jsonRules(acl).flatMap((rule) => readRule(model, acl, rule)),
    ...companionsOf(model, acl, ASSOCIATION, 'web_acl_arn').flatMap((own) => readAssociation(model, own)),
    ...(hasUndeterminedCompanion(model, ASSOCIATION, 'web_acl_arn') ? [OPEN] : []),
  ];
}

const OPEN: AclRule = { does: 'open', acts: 'open' };

type Part = Block | 'open';

function blocksOf(block: Block, path: string): Part[] {
  const blocks = block.blocks(path);
  return blocks.length === 0 && isUnknown(block.get(path)) ? ['open'] : blocks;
}

/** The rules as the API writes them: its names are those of the provider in another case. */
function jsonRules(acl: Resource): Part[] {
  const text = configured(acl, 'rule_json');
  if (text === undefined || text === '') return [];
  const parsed = typeof text === 'string' ? parse(text) : undefined;
  if (!Array.isArray(parsed)) return ['open'];
  return parsed.filter(isJsonObject).map((rule) => new Block(rule, () => undefined));
}

function parse(text: string): Json | undefined {
  try {
    return inSnakeCase(JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

function inSnakeCase(json: Json): Json {
  if (Array.isArray(json)) return json.map(inSnakeCase);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase(),
      inSnakeCase(value),
    ])
  );
}

function readRule(model: Model, acl: Resource, rule: Part): AclRule[] {
  if (rule === 'open') return [OPEN];
  const acts = overrideOf(rule);
  return blocksOf(rule, 'statement').flatMap((statement) => {
    if (statement === 'open') return [OPEN];
    return [
      ...readLimit(rule, statement),
      ...readManaged(blocksOf(statement, 'managed_rule_group_statement'), acts),
      ...readGroups(model, acl, blocksOf(statement, 'rule_group_reference_statement'), acts),
    ];
  });
}

function readLimit(rule: Block, statement: Block): AclRule[] {
  return blocksOf(statement, 'rate_based_statement').map(() => ({ does: 'rate', acts: actionOf(rule) }));
}

function readManaged(groups: readonly Part[], acts: AclRule['acts']): AclRule[] {
  return groups.map((group) => {
    if (group === 'open') return { does: 'managed', acts };
    const counting = [
      ...[...group.blocks('rule_action_override'), ...group.blocks('rule_action_overrides')].filter(
        (override) => override.blocks('action_to_use.count').length > 0
      ),
      ...[...group.blocks('excluded_rule'), ...group.blocks('excluded_rules')],
    ].map((override) => override.get('name'));
    return { does: 'managed', acts, group: group.get('name'), counting };
  });
}

/** Rule groups of one's own may limit rates. They cannot hold managed groups. */
function readGroups(model: Model, from: Resource, references: readonly Part[], acts: AclRule['acts']): AclRule[] {
  return references.flatMap((reference) => {
    const group = reference === 'open' ? undefined : targetOf(model, from, reference.get('arn'));
    if (acts !== 'acts') return [{ does: 'rate', acts }];
    if (group?.type !== 'aws_wafv2_rule_group' || group.mode !== 'managed') return [{ does: 'rate', acts: 'open' }];
    return [...blocksOf(group, 'rule'), ...jsonRules(group)].flatMap((rule): AclRule[] => {
      if (rule === 'open') return [{ does: 'rate', acts: 'open' }];
      return blocksOf(rule, 'statement').flatMap((statement) =>
        statement === 'open' ? [{ does: 'rate', acts: 'open' }] : readLimit(rule, statement)
      );
    });
  });
}

function readAssociation(model: Model, association: Resource): AclRule[] {
  const action = configured(association, 'override_action');
  const acts = isUnknown(action) ? 'open' : action === 'count' ? 'counts' : 'acts';
  return [
    ...readManaged(blocksOf(association, 'managed_rule_group'), acts),
    ...readGroups(model, association, blocksOf(association, 'rule_group_reference'), acts),
  ];
}

/** What a rule of its own does. One that allows what is too much refuses nothing. */
function actionOf(rule: Block): AclRule['acts'] {
  if (['block', 'captcha', 'challenge'].some((action) => rule.blocks(`action.${action}`).length > 0)) return 'acts';
  return isUnknown(rule.get('action')) ? 'open' : 'counts';
}

/** A group acts as its rules say, unless the web ACL makes it only count. */
function overrideOf(rule: Block): AclRule['acts'] {
  if (rule.blocks('override_action.count').length > 0) return 'counts';
  return isUnknown(rule.get('override_action')) ? 'open' : 'acts';
}
