import { IConstruct } from 'constructs';
import { Account, accountOf } from './account';
import { refuse } from './errors';
import { Conditions, PolicyStatement, sidOf } from './policy';

/** What a service of AWS may do with what is stored. */
export enum ServiceAccess {
  /** It may read. */
  READ = 'read',
  /** It may write. */
  WRITE = 'write',
  /** It may do both. */
  READ_WRITE = 'read-write',
}

/** For which of its resources a service of AWS may do what. */
export interface AllowServiceOptions {
  /**
   * The ARN of what the service acts for: a distribution, a rule, a bucket.
   *
   * @default - any of this account
   */
  readonly sourceArn?: string;

  /**
   * What it may do.
   *
   * @default ServiceAccess.READ
   */
  readonly access?: ServiceAccess;
}

const CLOUDFRONT = /^cloudfront\.amazonaws\.com(\.cn)?$/;

/** ARNs of buckets name no account, and a bucket that was deleted may be somebody else's. */
const S3 = /^s3\.amazonaws\.com(\.cn)?$/;

/** Refuses what is no service of AWS. */
export function requireService(scope: IConstruct | undefined, service: string): void {
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/.test(service)) return;
  refuse(scope, {
    prop: 'service',
    must: 'must be the principal of a service of AWS',
    value: service,
    measure: '3.1.1',
    fix: "write 'events.amazonaws.com'",
  });
}

/** Whom a statement about a service is for. */
interface Source {
  readonly sourceArn?: string;
  /** Tells statements apart that are otherwise about the same: the objects that they speak of. */
  readonly of?: string;
}

/**
 * Statements that let services of AWS use a resource: one for each service and what it may do, however many sources it does it for.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export class ServiceStatements {
  private readonly sources = new Map<string, string[]>();
  private readonly sids = new Set<string>();

  constructor(
    private readonly scope: IConstruct,
    /** Takes new statements, and writes the policy. */
    private readonly write: (...added: PolicyStatement[]) => void
  ) {}

  /** Lets a service do something for one source, or for any source of this account. */
  public allow(
    service: string,
    access: ServiceAccess,
    grants: readonly Pick<PolicyStatement, 'actions' | 'resources'>[],
    { sourceArn, of = '' }: Source
  ): void {
    requireService(this.scope, service);
    const sid = `Allow${sidOf(service)}${sidOf(access)}${sourceArn === undefined ? 'OfAccount' : ''}`;
    const known = this.sources.get(`${sid} ${of}`);
    if (known) {
      if (sourceArn === undefined || known.includes(sourceArn)) return;
      known.push(sourceArn);
      this.write();
      return;
    }
    const sources = sourceArn === undefined ? [] : [sourceArn];
    this.sources.set(`${sid} ${of}`, sources);
    const conditions = sourceConditions(accountOf(this.scope), service, sources);
    const principals = { Service: [service] };
    this.write(...grants.map((granted) => ({ sid: this.unique(sid), principals, ...granted, conditions })));
  }

  private unique(sid: string): string {
    let found = sid;
    for (let number = 2; this.sids.has(found); number++) found = `${sid}${number}`;
    this.sids.add(found);
    return found;
  }
}

/**
 * What holds a statement about a service to some of its sources, or to this account. CloudFront documents `aws:SourceArn` only, with a wildcard for all
 * distributions of an account.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront_origins-readme.html
 */
function sourceConditions({ id, partition }: Account, service: string, sources: string[]): Conditions {
  const ofAccount = { 'aws:SourceAccount': [id] };
  if (sources.length > 0) {
    const ofSources = { ArnEquals: { 'aws:SourceArn': sources } };
    return S3.test(service) ? { ...ofSources, StringEquals: ofAccount } : ofSources;
  }
  if (!CLOUDFRONT.test(service)) return { StringEquals: ofAccount };
  return { ArnLike: { 'aws:SourceArn': [`arn:${partition}:cloudfront::${id}:distribution/*`] } };
}
