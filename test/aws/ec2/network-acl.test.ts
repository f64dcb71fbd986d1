import { run } from '../../../lib/guardrails/engine';
import { RULE as EC2_003 } from '../../../lib/guardrails/rules/ec2/network-acl-closes-admin-ports';
import { Json, JsonObject } from '../../../lib/terraform/value';
import { resources } from '../../support/models';

const ANSWERS = { rule_number: 200, rule_action: 'allow', protocol: 'tcp', from_port: 1024, to_port: 4000 };
const DENY = { ...ANSWERS, rule_number: 90, rule_action: 'deny', from_port: 3389, to_port: 3389 };

function outcomes(resource: Json): string[] {
  return run(resources(resource), [EC2_003]).findings.map(
    ({ outcome, address, message }) => `${outcome} ${address}: ${message}`
  );
}

/** Entries of one ACL as resources of their own. */
function acl(
  network_acl_id: string,
  entries: { [name: string]: JsonObject },
  cidr: JsonObject = { cidr_block: '0.0.0.0/0' }
): JsonObject {
  const rules = Object.entries(entries).map(([name, entry]) => [name, { network_acl_id, ...cidr, ...entry }]);
  return { aws_network_acl_rule: Object.fromEntries(rules) as Json };
}

describe('entries of an ACL belong together', () => {
  test.each([
    ['of the configuration', '${aws_network_acl.public.id}'],
    ['by its id', 'acl-1'],
    ['by a variable', '${var.open}'],
    ['by its VPC', '${aws_vpc.main.default_network_acl_id}'],
  ])('%s', (_title, id) => {
    const others = { aws_network_acl: { public: {} }, aws_vpc: { main: {} } };
    expect(outcomes({ ...others, ...acl(id, { rdp: DENY, answers: ANSWERS }) })).toEqual([]);
    expect(outcomes({ ...others, ...acl(id, { answers: ANSWERS }) })).toEqual([
      'violated aws_network_acl_rule.answers: entry 200 allows tcp 3389 from "0.0.0.0/0", and no entry with a lower number denies that',
    ]);
  });

  test('and not with those of another', () => {
    const rules = {
      ...(acl('acl-1', { answers: ANSWERS }).aws_network_acl_rule as JsonObject),
      ...(acl('acl-2', { rdp: DENY }).aws_network_acl_rule as JsonObject),
    };
    expect(outcomes({ aws_network_acl_rule: rules })).toHaveLength(1);
  });

  test('the outbound ones decide on nothing that comes in', () => {
    expect(outcomes(acl('acl-1', { rdp: { ...DENY, egress: true }, answers: ANSWERS }))).toHaveLength(1);
    expect(outcomes(acl('acl-1', { out: { ...ANSWERS, egress: 'true' } }))).toEqual([]);
    expect(outcomes(acl('acl-1', { either: { ...ANSWERS, egress: '${var.open}' } }))).toEqual([
      'undetermined aws_network_acl_rule.either: an entry is ${var.open}, which only a plan can tell',
    ]);
  });
});

describe('a denial counts', () => {
  const open = acl('acl-1', { answers: ANSWERS });
  const beside = (denial: JsonObject): string[] =>
    outcomes({
      aws_network_acl_rule: {
        ...(open.aws_network_acl_rule as JsonObject),
        rdp: { network_acl_id: 'acl-1', cidr_block: '0.0.0.0/0', ...denial },
      },
    });

  test.each<[string, JsonObject]>([
    ['for more ports', { ...DENY, from_port: 3000, to_port: 4000 }],
    [
      'for every port of the protocol',
      { ...DENY, protocol: '6', from_port: undefined as never, to_port: undefined as never },
    ],
    ['for every protocol', { ...DENY, protocol: '-1', from_port: 0, to_port: 0 }],
  ])('%s', (_title, denial) => {
    expect(beside(denial)).toEqual([]);
  });

  test.each<[string, JsonObject, string]>([
    ['not for the other family of addresses', { ...DENY, cidr_block: '', ipv6_cidr_block: '::/0' }, 'violated'],
    ['not with the same number', { ...DENY, rule_number: 200 }, 'violated'],
    ['not if it allows', { ...DENY, rule_action: 'allow', cidr_block: '10.0.0.0/8' }, 'violated'],
    [
      'not for a part of the range, whatever its action is',
      { ...DENY, rule_action: '${var.open}', cidr_block: '203.0.113.0/24' },
      'violated',
    ],
    ['perhaps, for an open range', { ...DENY, cidr_block: '${var.open}' }, 'undetermined'],
    ['perhaps, for open ports', { ...DENY, to_port: '${var.open}' }, 'undetermined'],
    ['perhaps, for an open protocol', { ...DENY, protocol: '${var.open}' }, 'undetermined'],
  ])('%s', (_title, denial, outcome) => {
    expect(beside(denial).map((finding) => finding.split(' ')[0])).toEqual([outcome]);
  });
});

test('everything stays everything, whatever is denied before it', () => {
  const all = { ...ANSWERS, protocol: '-1', from_port: 0, to_port: 0 };
  expect(outcomes(acl('acl-1', { rdp: DENY, all }))).toEqual([
    'violated aws_network_acl_rule.all: entry 200 allows everything from "0.0.0.0/0", and no entry with a lower number denies that',
  ]);
  expect(outcomes(acl('acl-1', { none: { ...all, rule_number: 1, rule_action: 'deny' }, all }))).toEqual([]);
});

test('a narrow range, another protocol, and a range that ends narrow let no administrator in', () => {
  const ssh = { ...ANSWERS, from_port: 22, to_port: 22 };
  expect(outcomes(acl('acl-1', { ssh }, { cidr_block: '10.0.0.0/8' }))).toEqual([]);
  expect(outcomes(acl('acl-1', { ssh }, { cidr_block: '${var.open}/32' }))).toEqual([]);
  expect(outcomes(acl('acl-1', { ssh: { ...ssh, protocol: 'icmp' } }))).toEqual([]);
});
