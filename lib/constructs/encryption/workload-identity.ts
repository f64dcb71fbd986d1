import { Construct } from 'constructs';
import { Token } from 'cdktf';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { RolesanywhereProfile } from '@cdktf/provider-aws/lib/rolesanywhere-profile';
import { RolesanywhereTrustAnchor } from '@cdktf/provider-aws/lib/rolesanywhere-trust-anchor';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { Posture } from '../core/posture';
import { TaggedProps } from '../core/props';
import { providerRegion } from '../core/provider-region';
import { requireWholeNumber } from '../core/require';
import { tags } from '../core/tags';
import { IPrivateCertificateAuthority, MEASURE, refuseRoot } from './certificate-authority';
import { installedIn } from './private-certificate-authority';

/** What a certificate must say for its holder to be let in. */
export interface WorkloadIdentityProps extends TaggedProps {
  /** The authority that issues the certificates. */
  readonly certificateAuthority: IPrivateCertificateAuthority;

  /**
   * The common names of which the subject of the certificate must have one.
   *
   * @default - any, where another name is demanded
   */
  readonly commonNames?: string[];

  /**
   * The DNS names of which the certificate must have one, as the first of its alternative names of that kind.
   *
   * @default - any, where another name is demanded
   */
  readonly dnsNames?: string[];

  /**
   * The URIs of which the certificate must have one, as the first of its alternative names of that kind: `spiffe://acme/orders`.
   *
   * @default - any, where another name is demanded
   */
  readonly uris?: string[];

  /**
   * How long a session lasts: 900 to 3600 seconds.
   *
   * @default 3600
   */
  readonly sessionSeconds?: number;
}

/**
 * The role of a workload outside AWS, which shows a certificate of your own authority instead of an access key, and gets an hour at most (TOM 1.3.2).
 *
 * ```ts
 * const identity = new WorkloadIdentity(this, 'Press', {
 *   certificateAuthority: PrivateCertificateAuthority.fromCertificateAuthorityArn(
 *     this,
 *     'Workloads',
 *     'arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/1234abcd-12ab-44cd-a6ef-1234567890ab'
 *   ),
 *   commonNames: ['press-7.plant.example.com'],
 * });
 * new EncryptedBucket(this, 'Readings', { retentionDays: 90 }).grantWrite(identity.role);
 * ```
 *
 * @see https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
 */
export class WorkloadIdentity extends Construct {
  /** The profile, by which a session is asked for. */
  public readonly resource: RolesanywhereProfile;
  /** The role of the workload. Grants take it. */
  public readonly role: IamRole;
  /** The trust in the authority, which the identities under it share. */
  public readonly trustAnchor: RolesanywhereTrustAnchor;

  /**
   * @throws ValidationError where no name is demanded, or one with a wildcard, a session is longer than an hour, or the authority is a root or in another region.
   */
  constructor(scope: Construct, id: string, props: WorkloadIdentityProps) {
    super(scope, id);
    const { posture, tags: all } = openConstruct(this, props, { refused: REFUSED });
    const sessionSeconds = props.sessionSeconds ?? 3600;
    const session = { min: 900, max: 3600, measure: MEASURE, example: 3600 };
    requireWholeNumber(this, 'sessionSeconds', sessionSeconds, session);
    refuseRoot(this, 'certificateAuthority', props.certificateAuthority);
    this.requireRegion(props.certificateAuthority);
    const names = this.names(props);

    this.trustAnchor = this.sharedTrustAnchor(props.certificateAuthority);
    this.role = new IamRole(this, 'Role', {
      name: shortName(this, posture, 64),
      description: `A workload outside AWS (${this.node.path})`,
      assumeRolePolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'rolesanywhere.amazonaws.com' },
            Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
            Condition: { ArnEquals: { 'aws:SourceArn': this.trustAnchor.arn }, StringEquals: names },
          },
        ],
      }),
      maxSessionDuration: 3600,
      tags: all,
    });
    this.resource = new RolesanywhereProfile(this, 'Resource', {
      name: shortName(this, posture, 64),
      roleArns: [this.role.arn],
      durationSeconds: sessionSeconds,
      enabled: true,
      tags: all,
    });
    this.node.defaultChild = this.resource;
  }

  /** What the certificate must say, as Roles Anywhere hands it to IAM. All kinds of names must fit, and of each kind one. */
  private names(props: WorkloadIdentityProps): { [key: string]: string[] } {
    const demanded: { [key: string]: string[] } = {};
    for (const [prop, key] of Object.entries(NAMES)) {
      const values = props[prop as keyof typeof NAMES];
      if (values === undefined) continue;
      const wrong = values.find((value) => !Token.isUnresolved(value) && !/^[^*?]*[^*?\s][^*?]*$/.test(value));
      if (values.length === 0 || wrong !== undefined) {
        refuse(this, {
          prop,
          must: 'must name at least one, whole and without wildcards',
          value: wrong ?? values,
          measure: MEASURE,
          fix: `write ${prop}: ['${EXAMPLES[prop as keyof typeof NAMES]}'], or leave it out`,
        });
      }
      demanded[`aws:PrincipalTag/${key}`] = values;
    }
    if (Object.keys(demanded).length === 0) {
      refuse(this, {
        prop: 'commonNames',
        must: 'is required, or dnsNames or uris: otherwise every certificate of the authority takes the role',
        measure: MEASURE,
        fix: `write commonNames: ['${EXAMPLES.commonNames}']`,
      });
    }
    return demanded;
  }

  private requireRegion(authority: IPrivateCertificateAuthority): void {
    const own = providerRegion(this);
    if (own === undefined || authority.region === undefined || authority.region === own) return;
    refuse(this, {
      prop: 'certificateAuthority',
      must: `must lie in ${own}, the region of the stack's provider, as Roles Anywhere asks`,
      value: authority.region,
      measure: MEASURE,
      fix: 'make the identity in a stack of that region',
    });
  }

  private sharedTrustAnchor(authority: IPrivateCertificateAuthority): RolesanywhereTrustAnchor {
    const known = authority.node.tryFindChild('TrustAnchor') as RolesanywhereTrustAnchor | undefined;
    if (known) return known;
    const posture = Posture.of(authority);
    return new RolesanywhereTrustAnchor(authority, 'TrustAnchor', {
      name: shortName(authority, posture, 255),
      source: { sourceType: 'AWS_ACM_PCA', sourceData: { acmPcaArn: authority.certificateAuthorityArn } },
      enabled: true,
      tags: tags(posture, posture.dataClass),
      dependsOn: installedIn(authority, authority),
    });
  }
}

/** The tags that Roles Anywhere makes of a certificate. */
const NAMES = { commonNames: 'x509Subject/CN', dnsNames: 'x509SAN/DNS', uris: 'x509SAN/URI' } as const;

const EXAMPLES = {
  commonNames: 'press-7.plant.example.com',
  dnsNames: 'press-7.plant.example.com',
  uris: 'spiffe://acme/orders',
} as const;

const REFUSED = {
  durationSeconds: { must: 'is not a prop of this construct', measure: MEASURE, fix: 'write sessionSeconds' },
  assumeRolePolicy: {
    must: 'must not be set',
    measure: MEASURE,
    fix: 'name the certificates by commonNames, dnsNames or uris',
  },
};
