import { Construct } from 'constructs';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Route53HostedZoneDnssec } from '@cdktf/provider-aws/lib/route53-hosted-zone-dnssec';
import { Route53KeySigningKey } from '@cdktf/provider-aws/lib/route53-key-signing-key';
import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import { DataClass } from '../../toms/data-class';
import { GLOBAL_SERVICE_REGION } from '../../toms/regions';
import { Account, accountOf } from '../core/account';
import { shortName } from '../core/names';
import { PolicyStatement, policyText } from '../core/policy';
import { Posture } from '../core/posture';
import { tags } from '../core/tags';
import { administration } from '../encryption/key-administration';
import { makeKmsKey } from '../encryption/kms-key';

const SERVICE = 'dnssec-route53.amazonaws.com';

/** What signs a zone. */
export interface ZoneSigning {
  readonly key: KmsKey;
  readonly keySigningKey: Route53KeySigningKey;
  readonly signing: Route53HostedZoneDnssec;
}

/**
 * Signs a public zone, by a key that Route 53 takes from us-east-1 only, and of this kind only.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html
 */
export function signZone(scope: Construct, zone: Route53Zone, own: { [key: string]: string } | undefined): ZoneSigning {
  const posture = Posture.of(scope);
  // What it signs everyone may read, so it is no key of the zone's class, and may lie outside of the residency.
  const dataClass = DataClass.PUBLIC;
  const { resource: key } = makeKmsKey(
    new Construct(scope, 'SigningKey'),
    {},
    { posture, dataClass, region: GLOBAL_SERVICE_REGION, tags: tags(posture, dataClass, own) },
    {
      measure: '1.3.1',
      description: `Signs a zone of Route 53 (${scope.node.path})`,
      customerMasterKeySpec: 'ECC_NIST_P256',
      keyUsage: 'SIGN_VERIFY',
      policy: policyText(scope, 'key', keyPolicy(accountOf(scope), zone.arn)),
    }
  );
  const keySigningKey = new Route53KeySigningKey(scope, 'KeySigningKey', {
    name: shortName(scope, posture, 128).replace(/-/g, '_'),
    hostedZoneId: zone.zoneId,
    keyManagementServiceArn: key.arn,
  });
  // It names the zone by its key, so that a destroy stops signing before the key goes.
  const signing = new Route53HostedZoneDnssec(scope, 'Signing', { hostedZoneId: keySigningKey.hostedZoneId });
  return { key, keySigningKey, signing };
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/access-control-managing-permissions.html#KMS-key-policy-for-DNSSEC */
function keyPolicy(account: Account, zoneArn: string): PolicyStatement[] {
  const principals = { Service: [SERVICE] };
  return [
    administration(account, undefined),
    {
      sid: 'SignZone',
      principals,
      actions: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign'],
      resources: ['*'],
      conditions: {
        StringEquals: { 'aws:SourceAccount': [account.id] },
        ArnEquals: { 'aws:SourceArn': [zoneArn] },
      },
    },
    {
      sid: 'KeepSigning',
      principals,
      actions: ['kms:CreateGrant'],
      resources: ['*'],
      conditions: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
    },
  ];
}
