import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  DataClass,
  EncryptedQueue,
  Environment,
  Posture,
  WebAclScope,
  WebFirewall,
  WebFirewallProps,
} from '../../../lib';
import { CAPACITY } from '../../../lib/constructs/network/web-firewall-rules';
import { evidence } from '../../../lib/evidence/evidence';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { Written, messageOf, newStack } from '../../support/synth';

const ARN = 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/shop/1234abcd-12ab-44cd-a6ef-1234567890ab';
const LOAD_BALANCER = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188';

function firewall(props?: WebFirewallProps, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  new WebFirewall(stack, 'Firewall', props);
  return Written.of(stack);
}

interface Rule {
  readonly name: string;
  readonly priority: number;
  readonly action?: object;
  readonly override_action?: object;
  readonly statement: { readonly [kind: string]: { readonly [argument: string]: unknown } };
  readonly visibility_config: object;
}

function rules(written: Written): Rule[] {
  return written.resource('aws_wafv2_web_acl').rule as Rule[];
}

test('blocks by the rules of AWS and by rate, in this order, without any props', () => {
  const written = firewall();
  expect(written.resource('aws_wafv2_web_acl')).toMatchObject({
    name: 'test-firewall',
    scope: 'REGIONAL',
    default_action: { allow: {} },
    visibility_config: {
      cloudwatch_metrics_enabled: true,
      metric_name: 'test-firewall',
      sampled_requests_enabled: true,
    },
    tags: { 'tom:data-class': 'personal', 'tom:owner': 'tests' },
  });
  const [ddos, rate, ...groups] = rules(written);
  expect([ddos, rate, ...groups].map(({ priority }) => priority)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(groups.map(({ name }) => name)).toEqual([
    'AWSManagedRulesAmazonIpReputationList',
    'AWSManagedRulesAnonymousIpList',
    'AWSManagedRulesCommonRuleSet',
    'AWSManagedRulesKnownBadInputsRuleSet',
    'AWSManagedRulesSQLiRuleSet',
  ]);
  for (const { name, override_action, statement } of groups) {
    expect(override_action).toEqual({ none: {} });
    expect(statement).toEqual({ managed_rule_group_statement: { vendor_name: 'AWS', name } });
  }
  expect(ddos).toMatchObject({
    override_action: { none: {} },
    statement: {
      managed_rule_group_statement: {
        vendor_name: 'AWS',
        name: 'AWSManagedRulesAntiDDoSRuleSet',
        managed_rule_group_configs: [
          {
            aws_managed_rules_anti_ddos_rule_set: {
              sensitivity_to_block: 'LOW',
              client_side_action_config: {
                challenge: {
                  usage_of_action: 'ENABLED',
                  sensitivity: 'HIGH',
                  exempt_uri_regular_expression: [{ regex_string: expect.stringMatching(/^\\\/api\\\/\|/) as string }],
                },
              },
            },
          },
        ],
      },
    },
  });
  expect(rate).toEqual({
    name: 'RateLimit',
    priority: 1,
    action: { block: {} },
    statement: { rate_based_statement: { aggregate_key_type: 'IP', evaluation_window_sec: 300, limit: 2000 } },
    visibility_config: {
      cloudwatch_metrics_enabled: true,
      metric_name: 'RateLimit',
      sampled_requests_enabled: true,
    },
  });
});

test('takes no more capacity than a web ACL has without extra cost', () => {
  expect(CAPACITY).toBe(1227);
});

describe('logs', () => {
  test('every request for a year, under the name that WAF demands', () => {
    const written = firewall();
    expect(written.resource('aws_cloudwatch_log_group')).toMatchObject({
      name: 'aws-waf-logs-test-firewall',
      retention_in_days: 365,
      tags: { 'tom:log-kind': 'security' },
    });
    expect(written.resource('aws_wafv2_web_acl_logging_configuration')).toMatchObject({
      resource_arn: '${aws_wafv2_web_acl.Firewall_E7948B04.arn}',
      log_destination_configs: ['${aws_cloudwatch_log_group.Firewall_Logs_7FB06776.arn}'],
      depends_on: ['aws_cloudwatch_log_resource_policy.WafLogDelivery_DFEFE447'],
    });
    expect(written.resource('aws_wafv2_web_acl_logging_configuration')).not.toHaveProperty('logging_filter');
  });

  test('no secret, in samples and details neither', () => {
    const written = firewall({ secretHeaders: ['x-session-token', 'cookie'] });
    const headers = ['authorization', 'cookie', 'proxy-authorization', 'x-api-key', 'x-session-token'];
    expect(written.resource('aws_wafv2_web_acl_logging_configuration').redacted_fields).toEqual([
      ...headers.map((name) => ({ single_header: { name } })),
      { query_string: {} },
    ]);
    expect(written.resource('aws_wafv2_web_acl').data_protection_config).toEqual({
      data_protection: [
        { action: 'SUBSTITUTION', field: { field_type: 'SINGLE_HEADER', field_keys: headers } },
        { action: 'SUBSTITUTION', field: { field_type: 'QUERY_STRING' } },
        { action: 'SUBSTITUTION', field: { field_type: 'BODY' } },
      ],
    });
  });

  test('by one policy a stack and region, for the log groups of WAF in this account alone', () => {
    const stack = newStack();
    for (const id of ['One', 'Two']) new WebFirewall(stack, id);
    new WebFirewall(stack, 'Other', { region: 'eu-west-1' });
    const written = Written.of(stack);
    const policies = written.resources('aws_cloudwatch_log_resource_policy');
    expect(Object.keys(policies)).toEqual(['WafLogDelivery-eu-west-1/Resource', 'WafLogDelivery/Resource']);
    const { policy_name, policy_document } = policies['WafLogDelivery-eu-west-1/Resource'];
    expect(policy_name).toBe('test-waflogdelivery-eu-west-1');
    const { Statement } = JSON.parse(policy_document as string) as { Statement: object[] };
    const account = '\\$\\{data\\.aws_caller_identity\\.\\w+\\.account_id\\}';
    const logs = `arn:\\$\\{data\\.aws_partition\\.\\w+\\.partition\\}:logs:eu-west-1:${account}`;
    expect(Statement).toEqual([
      {
        Sid: 'WafLogDelivery',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: expect.stringMatching(`^${logs}:log-group:aws-waf-logs-\\*:log-stream:\\*$`) as string,
        Condition: {
          StringEquals: { 'aws:SourceAccount': expect.stringMatching(`^${account}$`) as string },
          ArnLike: { 'aws:SourceArn': expect.stringMatching(`^${logs}:\\*$`) as string },
        },
      },
    ]);
  });

  test('are kept for longer where that is said, and let go in an ephemeral environment', () => {
    const written = firewall({ retentionDays: 731 }, { environment: Environment.EPHEMERAL });
    expect(written.resource('aws_cloudwatch_log_group').retention_in_days).toBe(731);
    expect(written.resource('aws_cloudwatch_log_group')).not.toHaveProperty('lifecycle');
  });
});

test('takes a name, a rate, a region, tags, and what must not be challenged', () => {
  const written = firewall({
    webAclName: 'shop',
    rateLimit: 300,
    region: 'eu-west-1',
    tags: { team: 'a' },
    unchallengedUris: ['^/up$', '^/api/'],
  });
  const acl = written.resource('aws_wafv2_web_acl');
  expect(acl).toMatchObject({ name: 'shop', region: 'eu-west-1', tags: { team: 'a' } });
  expect(written.resource('aws_cloudwatch_log_group')).toMatchObject({
    name: 'aws-waf-logs-shop',
    region: 'eu-west-1',
    tags: { team: 'a' },
  });
  expect(written.resource('aws_wafv2_web_acl_logging_configuration').region).toBe('eu-west-1');
  expect(JSON.stringify(acl.rule)).toContain('"limit":300');
  expect(JSON.stringify(acl.rule)).toContain('[{"regex_string":"^/up$"},{"regex_string":"^/api/"}]');
});

test('counts rates by the address in a header, where a proxy connects', () => {
  const [, rate] = rules(firewall({ clientAddressHeader: 'x-real-ip' }));
  expect(rate.statement.rate_based_statement).toEqual({
    aggregate_key_type: 'FORWARDED_IP',
    forwarded_ip_config: { header_name: 'x-real-ip', fallback_behavior: 'MATCH' },
    evaluation_window_sec: 300,
    limit: 2000,
  });
  expect(messageOf(() => firewall({ clientAddressHeader: 'X-Forwarded-For' }))).toBe(
    "[test/Firewall] 'clientAddressHeader' must hold plain names of headers, in lower case (TOM 3.3.3 Protection against denial of service), got \"X-Forwarded-For\"; write clientAddressHeader: 'x-forwarded-for'"
  );
});

test('lets single rules count', () => {
  const counted = rules(firewall({ countedRules: { AWSManagedRulesCommonRuleSet: ['SizeRestrictions_BODY'] } }));
  const overridden = counted.filter(({ statement }) => statement.managed_rule_group_statement?.rule_action_override);
  expect(overridden).toHaveLength(1);
  expect(overridden[0]).toMatchObject({
    name: 'AWSManagedRulesCommonRuleSet',
    override_action: { none: {} },
    statement: {
      managed_rule_group_statement: {
        rule_action_override: [{ name: 'SizeRestrictions_BODY', action_to_use: { count: {} } }],
      },
    },
  });
});

test('lets all rules count, which the guardrails report', () => {
  const written = firewall({ countOnly: true });
  for (const { action, override_action } of rules(written)) expect(action ?? override_action).toEqual({ count: {} });
  const { findings } = check([readStack('test', 'cdk.tf.json', written.json)]).report;
  expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('WAF'))).toEqual([
    'WAF-002',
    'WAF-004',
    'WAF-006',
  ]);
});

describe('protects', () => {
  test('what it is put before', () => {
    const stack = newStack();
    new WebFirewall(stack, 'Firewall', { region: 'eu-west-1' }).protect('Shop', LOAD_BALANCER);
    expect(Written.of(stack).resources('aws_wafv2_web_acl_association')).toMatchObject({
      'Firewall/Shop': {
        resource_arn: LOAD_BALANCER,
        web_acl_arn: '${aws_wafv2_web_acl.Firewall_E7948B04.arn}',
        region: 'eu-west-1',
      },
    });
  });

  test('where it is already there', () => {
    const stack = newStack();
    const there = WebFirewall.fromWebAclArn(stack, 'Firewall', ARN);
    there.protect('Shop', new TerraformVariable(stack, 'load-balancer', { type: 'string' }).stringValue);
    expect(there.webAclArn).toBe(ARN);
    const written = Written.of(stack);
    expect(written.resources('aws_wafv2_web_acl')).toEqual({});
    expect(written.resource('aws_wafv2_web_acl_association')).toMatchObject({
      resource_arn: '${var.load-balancer}',
      web_acl_arn: ARN,
    });
  });

  const REGIONAL =
    "'resourceArn' must be the ARN of a regional resource, such as a load balancer (TOM 3.3.3 Protection against denial of service), got ";
  const FIX =
    '; write the arn attribute of the resource; a CloudFront distribution takes a web ACL of the scope CLOUDFRONT';
  test.each([
    ['a distribution', 'arn:aws:cloudfront::111122223333:distribution/EDFDVBD632BHDS5'],
    ['what is no ARN', 'shop'],
  ])('not %s', (_title, arn) => {
    const it = new WebFirewall(newStack(), 'Firewall');
    expect(messageOf(() => it.protect('Shop', arn))).toBe(`[test/Firewall] ${REGIONAL}"${arn}"${FIX}`);
  });
});

describe('of CloudFront', () => {
  const webAclScope = WebAclScope.CLOUDFRONT;
  const globalServiceLogs = 'requests are logged in the United States under standard contractual clauses';
  const HOW = "say why they may lie there, in Posture.set(…, { globalServiceLogs: '…' })";

  test('lies in us-east-1 with its logs and their key, and goes before no regional resource', () => {
    const stack = newStack({ retentionDays: 400, owner: 'tests', globalServiceLogs });
    const it = new WebFirewall(stack, 'Firewall', { webAclScope });
    expect(messageOf(() => it.protect('Shop', LOAD_BALANCER))).toBe(
      '[test/Firewall] \'protect\' must be of a firewall for regional resources (TOM 3.3.3 Protection against denial of service), got "CLOUDFRONT"; leave webAclScope out; a distribution names its firewall itself: webAclId: firewall.webAclArn'
    );
    const written = Written.of(stack);
    const region = 'us-east-1';
    expect(written.resource('aws_wafv2_web_acl')).toMatchObject({ scope: 'CLOUDFRONT', region });
    expect(written.resource('aws_wafv2_web_acl_logging_configuration')).toMatchObject({ region });
    expect(written.resource('aws_cloudwatch_log_resource_policy')).toMatchObject({ region });
    expect(written.resource('aws_cloudwatch_log_group')).toMatchObject({ region, name: 'aws-waf-logs-test-firewall' });
    expect(written.resource('aws_kms_key')).toMatchObject({ region });
  });

  test('has no finding, and the evidence names what is met by declaration, and why', () => {
    const stack = newStack({ retentionDays: 400, owner: 'tests', globalServiceLogs });
    new WebFirewall(stack, 'Firewall', { webAclScope });
    new EncryptedQueue(stack, 'Orders', { retentionDays: 4 });
    const checked = check([readStack('test', 'cdk.tf.json', Written.of(stack).json)]);
    expect(checked.report.findings.map(({ rule }) => rule).filter((rule) => rule !== 'TF-002')).toEqual([]);
    const { declarations, measures } = evidence(checked);
    const says = `part of the logs of a global service, in us-east-1: ${globalServiceLogs}`;
    expect(declarations).toEqual([
      { rule: 'AWS-001', address: 'test:aws_cloudwatch_log_group.Firewall_Logs_7FB06776', says },
      { rule: 'AWS-001', address: 'test:aws_kms_key.Firewall_Logs_Key_BFBB6DD3', says },
    ]);
    const claims = measures.flatMap((measure) => measure.claims);
    expect(claims.find(({ id }) => id === '7.1.a')).toMatchObject({ state: 'shown', why: '2 declarations apply' });
  });

  test('keeps its logs as personal data, whatever is requested', () => {
    const stack = newStack({ retentionDays: 400, dataClass: DataClass.PUBLIC, globalServiceLogs });
    new WebFirewall(stack, 'Firewall', { webAclScope });
    const written = Written.of(stack);
    expect(written.resource('aws_wafv2_web_acl').tags['tom:data-class']).toBe('public');
    expect(written.resource('aws_cloudwatch_log_group').tags['tom:data-class']).toBe('personal');
  });

  test('needs no declaration where us-east-1 is within the residency', () => {
    const stack = newStack({ retentionDays: 400, residency: ['us-east-1'] });
    new WebFirewall(stack, 'Firewall', { webAclScope, region: 'us-east-1' });
    expect(Written.of(stack).resource('aws_cloudwatch_log_group').region).toBe('us-east-1');
  });

  test.each<[string, Parameters<typeof newStack>[0], WebFirewallProps, string]>([
    [
      'without a word on its logs',
      { retentionDays: 400 },
      { webAclScope },
      `'webAclScope' must not be CLOUDFRONT without a word on its logs: they hold addresses of people, and lie in us-east-1, outside of the residency of personal data (TOM 7.1 Protected perimeter), got "CLOUDFRONT"; ${HOW}`,
    ],
    [
      'without a word on its logs, where what is requested is public',
      { retentionDays: 400, dataClass: DataClass.PUBLIC },
      { webAclScope },
      `'webAclScope' must not be CLOUDFRONT without a word on its logs: they hold addresses of people, and lie in us-east-1, outside of the residency of personal data (TOM 7.1 Protected perimeter), got "CLOUDFRONT"; ${HOW}`,
    ],
    [
      'in another region',
      { retentionDays: 400, globalServiceLogs },
      { webAclScope, region: 'eu-central-1' },
      `'region' must be us-east-1 for CloudFront: WAF keeps its web ACLs there, got "eu-central-1"; leave it out`,
    ],
  ])('is refused %s', (_title, posture, props, message) => {
    const stack = newStack(posture);
    expect(messageOf(() => new WebFirewall(stack, 'Firewall', props))).toBe(`[test/Firewall] ${message}`);
  });

  test('is declared by the innermost scope that says why', () => {
    const stack = newStack({ retentionDays: 400 });
    const edge = new Construct(stack, 'Edge');
    Posture.set(edge, { globalServiceLogs });
    expect(() => new WebFirewall(edge, 'Firewall', { webAclScope })).not.toThrow();
    expect(Object.keys(Written.of(stack).resources('aws_kms_key'))).toEqual(['Edge/Firewall/Logs/Key/Resource']);
  });

  test('that is already there is told by its ARN', () => {
    const arn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/1234abcd';
    const there = WebFirewall.fromWebAclArn(newStack(), 'Firewall', arn);
    expect(there.webAclScope).toBe(WebAclScope.CLOUDFRONT);
    expect(messageOf(() => there.protect('Shop', LOAD_BALANCER))).toContain(
      'must be of a firewall for regional resources'
    );
    expect(WebFirewall.fromWebAclArn(newStack(), 'Firewall', ARN).webAclScope).toBe(WebAclScope.REGIONAL);
  });
});

test.each([['arn:aws:waf-regional:eu-central-1:111122223333:webacl/1234abcd'], ['shop']])(
  'takes no web ACL %s',
  (arn) => {
    expect(messageOf(() => WebFirewall.fromWebAclArn(newStack(), 'Firewall', arn))).toBe(
      `[test/Firewall] 'webAclArn' must be the ARN of a web ACL (TOM 3.3.3 Protection against denial of service), got "${arn}"; ` +
        "write 'arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>'"
    );
  }
);

const DDOS = '(TOM 3.3.3 Protection against denial of service)';
const RATE = `'rateLimit' must be a whole number from 10 to 100000: requests of one address within five minutes ${DDOS}`;
const LOGGED = `must not be set: requests are always logged, without secrets (TOM 8.1 Central logging and correlation)`;
const OURS = `must not be set: the firewall has rules of its own ${DDOS}`;
const OURS_FIX = 'write countedRules or countOnly for what blocks too much';
const GROUPS =
  'AWSManagedRulesAntiDDoSRuleSet, AWSManagedRulesAmazonIpReputationList, AWSManagedRulesAnonymousIpList, ' +
  'AWSManagedRulesCommonRuleSet, AWSManagedRulesKnownBadInputsRuleSet, AWSManagedRulesSQLiRuleSet';
const URIS = "'unchallengedUris' must be one to five regular expressions, got";
const URIS_FIX = "join several by '|', or leave it out for what AWS recommends";
const HEADERS =
  "'secretHeaders' must hold plain names of headers, in lower case (TOM 2.1 Data minimization), got \"X-Token\"; write secretHeaders: ['x-session-token']";
const NAME =
  "'webAclName' must be 1 to 128 letters, digits, '_' and '-', known when the program runs, got \"my shop\"; write webAclName: 'acme-shop'";

test.each<[string, object, string]>([
  ['no rate', { rateLimit: 0 }, `${RATE}, got 0; write rateLimit: 2000`],
  ['what WAF does not take as a rate', { rateLimit: 9 }, `${RATE}, got 9; write rateLimit: 2000`],
  ['a rate that fends nothing off', { rateLimit: 100_001 }, `${RATE}, got 100001; write rateLimit: 2000`],
  ['half a request', { rateLimit: 10.5 }, `${RATE}, got 10.5; write rateLimit: 2000`],
  ['NaN', { rateLimit: NaN }, `${RATE}, got NaN; write rateLimit: 2000`],
  [
    'a group that it does not have',
    { countedRules: { AWSManagedRulesLinuxRuleSet: ['LFI_COOKIE'] } },
    `'countedRules' must name groups of rules that the firewall has: ${GROUPS} ${DDOS}, got "AWSManagedRulesLinuxRuleSet"; ` +
      "write countedRules: { AWSManagedRulesCommonRuleSet: ['SizeRestrictions_BODY'] }",
  ],
  ['no URI', { unchallengedUris: [] }, `${URIS} []; ${URIS_FIX}`],
  ['six URIs', { unchallengedUris: [...'abcdef'] }, `${URIS} ["a", "b", "c", "d", "e", "f"]; ${URIS_FIX}`],
  ['a header in upper case', { secretHeaders: ['X-Token'] }, HEADERS],
  ['a name with spaces', { webAclName: 'my shop' }, NAME],
  ['logging off', { logging: false }, `'logging' ${LOGGED}, got false; leave it out`],
  ['logging off, too', { enableLogging: false }, `'enableLogging' ${LOGGED}, got false; leave it out`],
  ['what is redacted', { redactedFields: [] }, `'redactedFields' ${LOGGED}, got []; leave it out`],
  ['another default', { defaultAction: {} }, `'defaultAction' ${OURS}, got an object; ${OURS_FIX}`],
  ['rules of its own', { rules: [] }, `'rules' ${OURS}, got []; ${OURS_FIX}`],
  ['a rule of its own', { rule: [] }, `'rule' ${OURS}, got []; ${OURS_FIX}`],
  [
    'the scope of CloudFront',
    { scope: 'CLOUDFRONT' },
    `'scope' is not a prop of this construct ${DDOS}, got "CLOUDFRONT"; write webAclScope: WebAclScope.CLOUDFRONT for a distribution, or leave it out`,
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => new WebFirewall(newStack(), 'Firewall', props))).toBe(`[test/Firewall] ${message}`);
});

test('refuses a rate that only Terraform knows', () => {
  const stack = newStack();
  const rateLimit = new TerraformVariable(stack, 'rate', { type: 'number' }).numberValue;
  expect(messageOf(() => new WebFirewall(stack, 'Firewall', { rateLimit }))).toBe(
    `[test/Firewall] 'rateLimit' must be a plain number, known when the program runs ${DDOS}, got a token; write rateLimit: 2000`
  );
});

test('refuses logs that are kept for less than a year', () => {
  expect(messageOf(() => new WebFirewall(newStack(), 'Firewall', { retentionDays: 90 }))).toMatch(
    /^\[test\/Firewall\/Logs\] 'retentionDays' must be a whole number of days, at least 365 \(TOM 8\.4 .+\), got 90; write retentionDays: 365$/
  );
});

test.each([
  ['nowhere', 'must be an AWS region'],
  ['eu-west-2', 'must be within the residency of personal data'],
])('refuses the region %s', (region, message) => {
  expect(messageOf(() => new WebFirewall(newStack(), 'Firewall', { region }))).toContain(
    `[test/Firewall] 'region' ${message}`
  );
});

test('refuses a name that another firewall of the stack has, and takes it in another stack', () => {
  const stack = newStack();
  new WebFirewall(stack, 'One', { webAclName: 'shop' });
  expect(messageOf(() => new WebFirewall(stack, 'Two', { webAclName: 'shop' }))).toBe(
    '[test/Two] \'webAclName\' must be unique: test/One has this name, got "shop"; write another webAclName, or leave it out'
  );
  const other = new TerraformStack(stack.node.root, 'other');
  expect(() => new WebFirewall(other, 'Two', { webAclName: 'shop' })).not.toThrow();
});
