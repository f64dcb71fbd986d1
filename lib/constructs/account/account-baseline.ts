import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AccessanalyzerAnalyzer } from '@cdktf/provider-aws/lib/accessanalyzer-analyzer';
import { AccountAlternateContact } from '@cdktf/provider-aws/lib/account-alternate-contact';
import { EbsSnapshotBlockPublicAccess } from '@cdktf/provider-aws/lib/ebs-snapshot-block-public-access';
import { Ec2ImageBlockPublicAccess } from '@cdktf/provider-aws/lib/ec2-image-block-public-access';
import { Ec2InstanceMetadataDefaults } from '@cdktf/provider-aws/lib/ec2-instance-metadata-defaults';
import { Ec2SerialConsoleAccess } from '@cdktf/provider-aws/lib/ec2-serial-console-access';
import { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector';
import { IamAccountPasswordPolicy } from '@cdktf/provider-aws/lib/iam-account-password-policy';
import { S3AccountPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-account-public-access-block';
import { SecurityhubAccount } from '@cdktf/provider-aws/lib/securityhub-account';
import { SecurityhubStandardsSubscription } from '@cdktf/provider-aws/lib/securityhub-standards-subscription';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { TaggedProps } from '../core/props';
import { providerRegion } from '../core/provider-region';
import { requireRegion } from '../core/region';
import { requireWholeNumber } from '../core/require';
import { EbsEncryptionByDefault } from '../encryption/ebs-encryption-by-default';
import { OrganizationService } from './organization-service';
import { ACCOUNT_BASELINE } from './refused';
import { SecurityContact, requireContact } from './security-contact';

/** Whom AWS reaches, and where the account is used. */
export interface AccountBaselineProps extends TaggedProps {
  /** Whom AWS reaches about the security of the account. */
  readonly securityContact: SecurityContact;

  /**
   * Further regions that the account may use, beside that of the stack's provider. A region that is left out keeps the settings of AWS: let a policy of the
   * organization deny it.
   *
   * @default - none
   */
  readonly otherRegions?: string[];

  /**
   * After how many days access that nobody used is reported: 1 to 90.
   *
   * @default 90
   */
  readonly unusedAccessDays?: number;

  /**
   * The services that the organization turns on in this account, from its delegated administrator: AWS takes no second detector or hub.
   *
   * @default - none: the baseline turns on all
   */
  readonly organizationServices?: OrganizationService[];
}

/**
 * The settings of an account that hold whatever a stack forgets (TOM 9.1): no public bucket, snapshot or image, a token for instance metadata, encrypted volumes, no
 * serial console, strong passwords, a security contact (10.2), and the services that look for attacks, deviations and unused access (8.1, 6.5.2, 11.3).
 *
 * ```ts
 * new AccountBaseline(this, 'Baseline', {
 *   securityContact: {
 *     name: 'Security',
 *     title: 'On-call',
 *     emailAddress: 'security@example.com',
 *     phoneNumber: '+49 30 901820',
 *   },
 * });
 * ```
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html
 */
export class AccountBaseline extends Construct {
  /** The block of public access to all buckets of the account. */
  public readonly resource: S3AccountPublicAccessBlock;

  private readonly prevents?: { readonly preventDestroy: true };

  /**
   * @throws ValidationError without a security contact or with one that AWS does not take, where a region is named twice, unknown or outside the residency, on days
   * beyond 90, or where the stack has another baseline.
   */
  constructor(scope: Construct, id: string, props: AccountBaselineProps) {
    super(scope, id);
    const { posture, dataClass, tags } = openConstruct(this, props, { refused: ACCOUNT_BASELINE });
    this.requireOnlyOne();
    const contact = requireContact(this, (props as Partial<AccountBaselineProps> | undefined)?.securityContact);
    const { otherRegions = [], unusedAccessDays = 90, organizationServices = [] } = props;
    requireWholeNumber(this, 'unusedAccessDays', unusedAccessDays, { min: 1, max: 90, measure: '6.5.2', example: 90 });
    const all = [providerRegion(this), ...otherRegions];
    otherRegions.forEach((region, at) => {
      requireRegion(this, region, posture, dataClass, 'otherRegions');
      if (all.indexOf(region) === at + 1) return;
      refuse(this, {
        prop: 'otherRegions',
        must: "must name each region once, and not that of the stack's provider",
        value: region,
        measure: '9.1',
        fix: 'take it out',
      });
    });
    // Anyone who destroys them changes the account for every stack in it.
    if (!posture.isEphemeral) this.prevents = { preventDestroy: true };

    this.resource = new S3AccountPublicAccessBlock(this, 'Resource', {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
      lifecycle: this.prevents,
    });
    this.node.defaultChild = this.resource;
    new AccountAlternateContact(this, 'SecurityContact', { alternateContactType: 'SECURITY', ...contact });
    new IamAccountPasswordPolicy(this, 'Passwords', {
      minimumPasswordLength: 14,
      maxPasswordAge: 90,
      passwordReusePrevention: 24,
      requireLowercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      requireUppercaseCharacters: true,
      allowUsersToChangePassword: true,
      lifecycle: this.prevents,
    });
    const isOn = (service: OrganizationService): boolean => !organizationServices.includes(service);
    const name = shortName(this, posture, 64);
    if (isOn(OrganizationService.ACCESS_ANALYZER)) {
      // IAM is the same in every region, and each analyzer of unused access is paid by the number of roles and users.
      new AccessanalyzerAnalyzer(this, 'UnusedAccess', {
        analyzerName: `${name}-unused`,
        type: 'ACCOUNT_UNUSED_ACCESS',
        configuration: { unusedAccess: { unusedAccessAge: unusedAccessDays } },
        tags,
      });
    }
    for (const region of [undefined, ...otherRegions]) {
      const holder = region === undefined ? this : new Construct(this, region);
      this.closeRegion(holder, region);
      if (isOn(OrganizationService.ACCESS_ANALYZER)) {
        new AccessanalyzerAnalyzer(holder, 'ExternalAccess', {
          analyzerName: `${name}-external`,
          type: 'ACCOUNT',
          region,
          tags,
        });
      }
      if (isOn(OrganizationService.GUARDDUTY)) {
        new GuarddutyDetector(holder, 'Detector', {
          enable: true,
          findingPublishingFrequency: 'FIFTEEN_MINUTES',
          region,
          tags,
          lifecycle: this.prevents,
        });
      }
      if (isOn(OrganizationService.SECURITY_HUB)) this.checkRegion(holder, region);
    }
  }

  /** What nobody can open or leave unencrypted in a region. */
  private closeRegion(holder: Construct, region: string | undefined): void {
    const lifecycle = this.prevents;
    new EbsEncryptionByDefault(holder, 'Volumes', { region });
    new Ec2InstanceMetadataDefaults(holder, 'Metadata', {
      httpTokens: 'required',
      // Containers on an instance are one hop further.
      httpPutResponseHopLimit: 2,
      region,
      lifecycle,
    });
    new EbsSnapshotBlockPublicAccess(holder, 'Snapshots', { state: 'block-all-sharing', region, lifecycle });
    new Ec2ImageBlockPublicAccess(holder, 'Images', { state: 'block-new-sharing', region, lifecycle });
    new Ec2SerialConsoleAccess(holder, 'SerialConsole', { enabled: false, region, lifecycle });
  }

  /** Security Hub, with the standard that AWS keeps up to date itself. */
  private checkRegion(holder: Construct, region: string | undefined): void {
    const hub = new SecurityhubAccount(holder, 'SecurityHub', {
      autoEnableControls: true,
      controlFindingGenerator: 'SECURITY_CONTROL',
      enableDefaultStandards: false,
      region,
      lifecycle: this.prevents,
    });
    const account = accountOf(this);
    new SecurityhubStandardsSubscription(holder, 'BestPractices', {
      standardsArn: `arn:${account.partition}:securityhub:${region ?? account.region}::standards/aws-foundational-security-best-practices/v/1.0.0`,
      region,
      dependsOn: [hub],
    });
  }

  /** Two would set the same values, and the first that is destroyed would unset them for both. */
  private requireOnlyOne(): void {
    const there = TerraformStack.of(this)
      .node.findAll()
      .find((other) => other instanceof AccountBaseline && other !== this);
    if (!there) return;
    refuse(this, {
      prop: 'id',
      must: `must be that of the only one: ${there.node.path} holds for the account`,
      value: this.node.id,
      measure: '9.1',
      fix: 'remove one of them',
    });
  }
}
