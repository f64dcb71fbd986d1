import { Construct, IConstruct } from 'constructs';
import { TerraformResource, TerraformStack } from 'cdktf';
import { CloudwatchLogAccountPolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-account-policy';
import { CloudwatchLogDataProtectionPolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-data-protection-policy';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { Effect } from '../core/policy';
import { DataIdentifier } from './data-identifier';
import { ILogGroup, RetainedLogGroup } from './retained-log-group';

const MEASURE = '1.4.1';

/** What is masked, and where. */
export interface MaskedLogsProps {
  /**
   * The log group whose events are masked.
   *
   * @default - every log group of the account in the region, those to come included
   */
  readonly logGroup?: ILogGroup;

  /**
   * The kinds of data that are masked.
   *
   * @default DataIdentifier.defaults()
   */
  readonly dataIdentifiers?: DataIdentifier[];

  /**
   * The region of the log groups.
   *
   * @default - that of the log group where it is one of this program, else the region of the stack's provider
   */
  readonly region?: string;
}

/**
 * Masks personal data and credentials in log events: anyone who may not unmask sees asterisks (TOM 1.4.1).
 *
 * ```ts
 * const masked = new MaskedLogs(this, 'Masked');
 * masked.denyUnmask(role);
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html
 */
export class MaskedLogs extends Construct {
  /** The policy: of the account, or of the log group. */
  public readonly resource: TerraformResource;

  private readonly lifted: string[];
  private readonly logGroupArns: string[];

  /**
   * @throws ValidationError where nothing is to be masked, the same log events are masked twice, or the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: MaskedLogsProps = {}) {
    super(scope, id);
    const { logGroup } = props;
    const refused = { policyDocument: OURS, deidentify: OURS };
    const { posture } = openConstruct(this, props, { refused });
    const region = props.region ?? (logGroup instanceof RetainedLogGroup ? logGroup.resource.regionInput : undefined);
    claim(this, logGroup ?? TerraformStack.of(this), region);
    const policyDocument = document(
      this,
      shortName(this, posture, 64),
      props.dataIdentifiers ?? DataIdentifier.defaults()
    );

    if (logGroup === undefined) {
      this.lifted = ['logs:DeleteAccountPolicy', 'logs:PutAccountPolicy'];
      this.logGroupArns = ['*'];
      this.resource = new CloudwatchLogAccountPolicy(this, 'Resource', {
        policyName: shortName(this, posture, 64),
        policyType: 'DATA_PROTECTION_POLICY',
        policyDocument,
        scope: 'ALL',
        region,
      });
    } else {
      this.lifted = ['logs:DeleteDataProtectionPolicy', 'logs:PutDataProtectionPolicy'];
      this.logGroupArns = [logGroup.logGroupArn, `${logGroup.logGroupArn}:*`];
      this.resource = new CloudwatchLogDataProtectionPolicy(this, 'Resource', {
        logGroupName: logGroup.logGroupName,
        policyDocument,
        region,
      });
    }
    this.node.defaultChild = this.resource;
  }

  /**
   * Keeps a role from seeing what is masked, and from lifting the mask, whatever its other policies allow. It is a policy of the role: log groups have none that
   * could deny it to everybody.
   */
  public denyUnmask(grantee: IGrantee): void {
    const actions = ['logs:Unmask', ...this.lifted];
    grant(this, grantee, 'DenyUnmask', [{ effect: Effect.DENY, actions, resources: this.logGroupArns }]);
  }
}

/** The policy: one statement counts what is found, the other masks it. AWS takes both only about the same data. */
function document(scope: Construct, name: string, identifiers: readonly DataIdentifier[]): string {
  if (identifiers.length === 0) {
    refuse(scope, {
      prop: 'dataIdentifiers',
      must: 'must name something to mask',
      value: identifiers,
      measure: MEASURE,
      fix: 'write dataIdentifiers: DataIdentifier.defaults(), or leave it out',
    });
  }
  const prefix = `arn:${accountOf(scope).partition}:dataprotection::aws:data-identifier/`;
  const found = [...new Set(identifiers.map(({ identifierName }) => `${prefix}${identifierName}`))];
  return JSON.stringify({
    Name: name,
    Version: '2021-06-01',
    Statement: [
      { Sid: 'Audit', DataIdentifier: found, Operation: { Audit: { FindingsDestination: {} } } },
      { Sid: 'Mask', DataIdentifier: found, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  });
}

const MASKED = Symbol.for('cdktf-aws-toms/MaskedLogs');

/** AWS takes one policy a log group, and one an account and region. A second would replace the first. */
function claim(scope: Construct, what: IConstruct, region: string | undefined): void {
  const holder = what as IConstruct & { [MASKED]?: Map<string, string> };
  if (!holder[MASKED]) Object.defineProperty(what, MASKED, { value: new Map<string, string>() });
  const claimed = holder[MASKED]!;
  const owner = claimed.get(region ?? '');
  if (owner !== undefined) {
    refuse(scope, {
      prop: 'logGroup',
      must: `must be masked once: ${owner} does it, and AWS would keep one of the two`,
      value: what.node.path,
      measure: MEASURE,
      fix: 'name all dataIdentifiers there',
    });
  }
  claimed.set(region ?? '', scope.node.path);
}

const OURS = {
  must: 'must not be set',
  measure: MEASURE,
  fix: 'name what is masked by dataIdentifiers: it is counted and masked',
};
