import { IConstruct } from 'constructs';
import { accountOf } from './account';
import { refuse } from './errors';
import { Effect, PolicyStatement, policyText, sidOf } from './policy';
import { PolicyOf } from './policy-quota';
import { requireService } from './service-access';

/** The condition keys that narrow a statement about everybody to some. */
const NARROWING = [
  'aws:PrincipalOrgID',
  'aws:PrincipalAccount',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceVpce',
];

/** Refuses a statement that lets everybody in. */
export function requireNarrow(scope: IConstruct, statement: PolicyStatement): void {
  const everybody = '*' in statement.principals || (statement.principals.AWS ?? []).includes('*');
  if (!everybody || statement.effect === Effect.DENY || isNarrowed(statement)) return;
  refuse(scope, {
    prop: 'principals',
    must: 'must not be everybody without a condition that names an account, an organization or a VPC endpoint',
    value: '*',
    measure: '3.1.1',
    fix: "write the ARNs of roles, or the condition StringEquals { 'aws:PrincipalOrgID': ['o-…'] }",
  });
}

function isNarrowed(statement: PolicyStatement): boolean {
  return Object.values(statement.conditions ?? {}).some((keys) => NARROWING.some((key) => key in keys));
}

/** The policy of a queue or a topic, to which statements are added as the program goes on. */
export class GrowingPolicy {
  private readonly sources = new Map<string, string[]>();

  constructor(
    private readonly scope: IConstruct,
    private readonly of: PolicyOf,
    private readonly statements: PolicyStatement[],
    private readonly resource: { policy: string }
  ) {}

  /** Adds a statement, which must not let everybody in. */
  public add(statement: PolicyStatement): void {
    requireNarrow(this.scope, statement);
    this.statements.push(statement);
    this.write();
  }

  /** Lets a service of AWS do something on behalf of one source, or of any source of this account. */
  public allowService(service: string, actions: string[], resources: string[], sourceArn: string | undefined): void {
    requireService(this.scope, service);
    const sid = `Allow${sidOf(service)}${sourceArn === undefined ? 'OfAccount' : ''}`;
    const known = this.sources.get(sid);
    if (known) {
      if (sourceArn !== undefined && !known.includes(sourceArn)) known.push(sourceArn);
      this.write();
      return;
    }
    const sources = [sourceArn ?? accountOf(this.scope).id];
    this.sources.set(sid, sources);
    this.add({
      sid,
      principals: { Service: [service] },
      actions,
      resources,
      conditions:
        sourceArn === undefined
          ? { StringEquals: { 'aws:SourceAccount': sources } }
          : { ArnEquals: { 'aws:SourceArn': sources } },
    });
  }

  private write(): void {
    this.resource.policy = policyText(this.scope, this.of, this.statements);
  }
}
