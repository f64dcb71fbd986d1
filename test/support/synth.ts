import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { Posture, PostureProps } from '../../lib';
import { TARGETS } from './targets';

const made: string[] = [];

/** A directory of its own for one test. */
export function temporaryDirectory(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'toms-')));
  made.push(directory);
  return directory;
}

afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** An app that writes into a directory of its own. */
export function temporaryApp(): App {
  return new App({ outdir: join(temporaryDirectory(), 'out'), context: TARGETS });
}

/** A stack with a provider, in an app of its own. */
export function newStack(posture: PostureProps = { owner: 'tests', retentionDays: 400 }, id = 'test'): TerraformStack {
  const app = temporaryApp();
  Posture.set(app, posture);
  const stack = new TerraformStack(app, id);
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  return stack;
}

type Body = { [key: string]: any }; // eslint-disable-line @typescript-eslint/no-explicit-any

/** What synth wrote of a stack, read back from disk. */
export class Written {
  public static of(stack: TerraformStack): Written {
    const app = App.of(stack);
    app.synth();
    const file = join(app.outdir, app.manifest.forStack(stack).synthesizedStackPath);
    return new Written(JSON.parse(readFileSync(file, 'utf8')) as Body);
  }

  constructor(public readonly json: Body) {}

  /** The resources of a type, by the path of their construct below the stack. */
  public resources(type: string): { [path: string]: Body } {
    const found: { [path: string]: Body } = {};
    for (const body of Object.values((this.json.resource?.[type] ?? {}) as { [name: string]: Body })) {
      const path = (body['//'] as { metadata: { path: string } }).metadata.path;
      found[path.slice(path.indexOf('/') + 1)] = body;
    }
    return found;
  }

  /** The one resource of a type below a construct. */
  public resource(type: string, below = ''): Body {
    const found = Object.entries(this.resources(type)).filter(([path]) => path.startsWith(below));
    if (found.length !== 1) throw new Error(`${found.length} resources of type ${type} below '${below}'`);
    return found[0][1];
  }

  /** The statements of the policy of a resource, by their Sid. */
  public statements(type: string, below = ''): { [sid: string]: Body } {
    const policy = JSON.parse(this.resource(type, below).policy as string) as { Statement: Body[] };
    return Object.fromEntries(policy.Statement.map((statement) => [statement.Sid as string, statement]));
  }

  /** What the grants of the one role below a construct allow: the actions by resource, `<Key>` for the ARN of what is made as `Key`. */
  public granted(below = ''): { [resource: string]: string[] } {
    const policy = JSON.parse(this.resource('aws_iam_role_policy', below).policy as string) as { Statement: Body[] };
    const granted: { [resource: string]: string[] } = {};
    for (const { Effect, Action, Resource } of policy.Statement) {
      for (const resource of Resource as string[]) {
        const name = resource.replace(/\$\{(?:data\.)?\w+\.([\w-]+?)(?:_[0-9A-F]{8})?\.arn\}/g, '<$1>');
        const actions = (Action as string[]).map((action) => (Effect === 'Allow' ? action : `not ${action}`));
        granted[name] = [...(granted[name] ?? []), ...actions].sort();
      }
    }
    return granted;
  }

  /** Every address that the stack declares. */
  public get addresses(): string[] {
    const of = (section: Body | undefined, prefix: string): string[] =>
      Object.entries(section ?? {}).flatMap(([type, bodies]) =>
        Object.keys(bodies as Body).map((name) => `${prefix}${type}.${name}`)
      );
    return [...of(this.json.data as Body, 'data.'), ...of(this.json.resource as Body, '')].sort();
  }
}

/** The message of what a function throws. */
export function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
