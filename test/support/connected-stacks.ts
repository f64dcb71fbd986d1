import { tmpdir } from 'node:os';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import * as toms from '../../lib';
import { trustPolicyText } from '../../lib/constructs/core/policy';
import { CONSTRUCTS } from './constructs';
import { reachableNetwork, segmentedVpc } from './network';
import { random } from './random';
import { TARGETS } from './targets';

/** What has connections: every construct of the catalogue that has some, and what is there before the program. */
const CONNECTABLE: { readonly [kind: string]: (scope: Construct, vpc: toms.IVpc) => toms.IConnectable } = {
  'an imported group': (scope) => toms.SecurityGroup.fromSecurityGroupId(scope, 'Legacy', 'sg-0123456789abcdef1'),
  ...Object.fromEntries(
    Object.entries(CONSTRUCTS)
      .filter(([name, { defaults }]) => {
        const stack = new TerraformStack(new App({ outdir: tmpdir() }), 'probe');
        toms.Posture.set(stack, { owner: 'tests', retentionDays: 400 });
        new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
        // A function connects to nothing where it is in no network, as by default.
        return name !== 'SecureFunction' && 'connections' in defaults(stack, 'It', () => reachableNetwork(stack));
      })
      .map(([name, { defaults }]) => [
        name,
        (scope: Construct, vpc: toms.IVpc) => defaults(scope, name, () => vpc) as Construct & toms.IConnectable,
      ])
  ),
};

/** The kinds of what has connections. */
export const KINDS = Object.keys(CONNECTABLE);

/** A connection that a program asks for, by the paths of both sides. */
export interface Asked {
  readonly from: string;
  readonly to: string;
}

/** A program of several stacks, and the connections that it asks for. */
export interface Program {
  readonly app: App;
  readonly asked: readonly Asked[];
  /** What it does, in its order. */
  readonly steps: readonly string[];
}

const STACKS = ['network', 'data', 'service', 'edge'];
const PORT = toms.Port.tcp(9000);

/**
 * A program of a network, data, a service and an edge at random: in which order stacks are made, where constructs are, who makes the network, which values
 * go from stack to stack, and who is connected, by a call on which side and when. All values go along one order of the stacks that the program does not
 * name, so it is one that can be applied.
 *
 * @param kinds what it has at least, and may be connected to each other
 */
export function connectedStacks(seed: number, outdir: string, kinds: readonly string[]): Program {
  const below = random(seed);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)];
  const shuffled = <T>(items: readonly T[]): T[] => {
    const left = [...items];
    return items.map(() => left.splice(below(left.length), 1)[0]);
  };
  const app = new App({ outdir, context: TARGETS });
  toms.Posture.set(app, { owner: 'tests', retentionDays: 400 });
  const stacks = new Map(shuffled(STACKS).map((id): [string, TerraformStack] => [id, new TerraformStack(app, id)]));
  for (const stack of stacks.values()) new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  // A network of ours gives its id to everything within it.
  const isOurs = below(2) === 0;
  const order = isOurs ? ['network', ...shuffled(STACKS.slice(1))] : shuffled(STACKS);
  const vpcStack = stacks.get(isOurs ? 'network' : pick(STACKS))!;
  const vpc = isOurs ? segmentedVpc(vpcStack, 'Vpc') : reachableNetwork(vpcStack);
  const steps = [`${[...stacks.keys()].join(', ')}: ${vpc.node.path}, ${isOurs ? 'made' : 'imported'}`];

  const members = shuffled([...kinds, pick(KINDS), pick(KINDS)]).map((kind, at) => {
    const scope = new Construct(stacks.get(pick(STACKS))!, `M${at}`);
    steps.push(`${kind} in ${scope.node.path}`);
    return CONNECTABLE[kind](scope, vpc).connections;
  });
  if (below(2) === 0) members.push(vpc.interfaceEndpoints!.connections);

  const asked: Asked[] = [];
  const acts: [said: string, act: () => void][] = [];
  for (const [at, from] of members.entries()) {
    // Groups that reach each other in a circle are refused.
    for (const to of members.slice(at + 1)) {
      if (to._inward || below(3) === 0) continue;
      const [client, server] = [from, to].map((side) => side._group!.node.path);
      asked.push({ from: client, to: server });
      acts.push(
        below(2) === 0
          ? [`${client} allowTo ${server}`, () => from.allowTo({ connections: to }, PORT)]
          : [`${server} allowFrom ${client}`, () => to.allowFrom({ connections: from }, PORT)]
      );
    }
  }
  for (let at = 0; at < 4; at++) {
    const [earlier, later] = [below(STACKS.length), below(STACKS.length)].sort((a, b) => a - b);
    acts.push(pick(LINKS)(stacks.get(order[later])!, stacks.get(order[earlier])!, at));
  }
  for (const [said, act] of shuffled(acts)) {
    steps.push(said);
    act();
  }
  return { app, asked, steps };
}

/** What makes one stack come after another. */
const LINKS: ((later: TerraformStack, earlier: TerraformStack, at: number) => [said: string, act: () => void])[] = [
  (later, earlier, at) => [
    `${later.node.id} refers to ${earlier.node.id}`,
    () => {
      const source = new IamRole(earlier, `Source${at}`, {
        assumeRolePolicy: trustPolicyText({ Service: ['ec2.amazonaws.com'] }),
      });
      new SsmParameter(later, `Target${at}`, { name: `target-${at}`, type: 'String', value: source.arn });
    },
  ],
  (later, earlier, at) => [
    `a bucket in ${earlier.node.id} grants to a role in ${later.node.id}`,
    () => {
      const bucket = new toms.EncryptedBucket(earlier, `Bucket${at}`);
      bucket.grantReadWrite(
        new IamRole(later, `Role${at}`, { assumeRolePolicy: trustPolicyText({ Service: ['ec2.amazonaws.com'] }) })
      );
    },
  ],
  (later, earlier) => [
    `${later.node.id} addDependency ${earlier.node.id}`,
    () => {
      if (later !== earlier) later.addDependency(earlier);
    },
  ],
];
