import { Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';

/**
 * The groups of rules that AWS keeps, in the order in which a request meets them, and the capacity that each takes.
 *
 * Together with the rate rule (2) that is 1,227 capacity units: up to 1,500 a web ACL costs no extra.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
const GROUPS = [
  // It learns what traffic is normal, so it sees every request: it comes first.
  { name: 'AWSManagedRulesAntiDDoSRuleSet', capacity: 50 },
  { name: 'AWSManagedRulesAmazonIpReputationList', capacity: 25 },
  { name: 'AWSManagedRulesAnonymousIpList', capacity: 50 },
  { name: 'AWSManagedRulesCommonRuleSet', capacity: 700 },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', capacity: 200 },
  { name: 'AWSManagedRulesSQLiRuleSet', capacity: 200 },
] as const;

const ANTI_DDOS = GROUPS[0].name;
const RATE_LIMIT = 'RateLimit';

/** The names of the groups. */
export const RULE_GROUPS: readonly string[] = GROUPS.map(({ name }) => name);

/** The capacity that a web ACL of these rules takes. */
export const CAPACITY = GROUPS.reduce((sum, { capacity }) => sum + capacity, 2);

/** What the rules of a web ACL are made of. */
export interface FirewallRules {
  readonly rateLimit: number;
  readonly countOnly: boolean;
  readonly countedRules: { readonly [group: string]: readonly string[] };
  readonly unchallengedUris: readonly string[];
  readonly clientAddressHeader?: string;
}

/** The rules of a web ACL. */
export function firewallRules(rules: FirewallRules): Wafv2WebAclRule[] {
  const [first, ...others] = GROUPS.map(({ name }) => groupRule(name, rules));
  return [first, rateRule(rules), ...others].map((rule, priority) => ({ ...rule, priority }));
}

type Rule = Omit<Wafv2WebAclRule, 'priority'>;

function groupRule(name: string, rules: FirewallRules): Rule {
  const counted = rules.countedRules[name] ?? [];
  return {
    name,
    overrideAction: rules.countOnly ? { count: {} } : { none: {} },
    // The bindings hand statements on as they are: in the names of Terraform.
    statement: {
      managed_rule_group_statement: {
        vendor_name: 'AWS',
        name,
        ...(name === ANTI_DDOS ? { managed_rule_group_configs: [antiDdos(rules.unchallengedUris)] } : {}),
        ...(counted.length === 0 ? {} : { rule_action_override: counted.map(countRule) }),
      },
    },
    visibilityConfig: visibility(name),
  };
}

function rateRule({ rateLimit, countOnly, clientAddressHeader }: FirewallRules): Rule {
  const counts =
    clientAddressHeader === undefined
      ? { aggregate_key_type: 'IP' }
      : {
          aggregate_key_type: 'FORWARDED_IP',
          // A request is blocked whose header holds no address.
          forwarded_ip_config: { header_name: clientAddressHeader, fallback_behavior: 'MATCH' },
        };
  return {
    name: RATE_LIMIT,
    action: countOnly ? { count: {} } : { block: {} },
    statement: {
      rate_based_statement: { ...counts, evaluation_window_sec: 300, limit: rateLimit },
    },
    visibilityConfig: visibility(RATE_LIMIT),
  };
}

function antiDdos(unchallengedUris: readonly string[]): object {
  return {
    aws_managed_rules_anti_ddos_rule_set: {
      sensitivity_to_block: 'LOW',
      client_side_action_config: {
        challenge: {
          usage_of_action: 'ENABLED',
          sensitivity: 'HIGH',
          exempt_uri_regular_expression: unchallengedUris.map((regex) => ({ regex_string: regex })),
        },
      },
    },
  };
}

function countRule(name: string): object {
  return { name, action_to_use: { count: {} } };
}

function visibility(metricName: string): Rule['visibilityConfig'] {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}
