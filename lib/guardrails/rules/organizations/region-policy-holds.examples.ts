import { EU_REGIONS } from '../../../toms/regions';
import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const POLICY = 'aws_organizations_policy.regions';

const attached = (Statement: JsonObject): JsonObject => ({
  resource: {
    aws_organizations_policy: { regions: { name: 'regions', content: content(Statement) } },
    aws_organizations_policy_attachment: {
      workloads: { policy_id: `\${${POLICY}.id}`, target_id: 'ou-ab12-11111111' },
    },
  },
});

function content(Statement: JsonObject): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

const denyOutside = (regions: readonly string[], exempt?: string): JsonObject => ({
  Effect: 'Deny',
  NotAction: ['iam:*', 'sts:*'],
  Resource: '*',
  Condition: {
    StringNotEquals: { 'aws:RequestedRegion': [...regions] },
    ...(exempt === undefined ? {} : { ArnNotLike: { 'aws:PrincipalArn': exempt } }),
  },
});

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a narrow residency', terraform: attached(denyOutside(['eu-central-1'])) },
    {
      title: 'all of it, and an exception for a role by name',
      terraform: attached(denyOutside(EU_REGIONS, 'arn:aws:iam::*:role/deploy')),
    },
  ],
  fail: [
    {
      title: 'a region outside of the residency',
      terraform: attached(denyOutside(['eu-central-1', 'us-east-1'])),
      addresses: [POLICY],
    },
    {
      title: 'an exception for every role',
      terraform: attached(denyOutside(EU_REGIONS, 'arn:aws:iam::*:role/*')),
      addresses: [POLICY],
    },
    {
      title: 'attached to nothing',
      terraform: {
        resource: {
          aws_organizations_policy: { regions: { name: 'regions', content: content(denyOutside(EU_REGIONS)) } },
        },
      },
      addresses: [POLICY],
    },
  ],
  undetermined: [
    {
      title: 'a condition that not every request has',
      terraform: attached({
        ...denyOutside(EU_REGIONS),
        Condition: {
          StringNotEquals: { 'aws:RequestedRegion': [...EU_REGIONS], 'aws:PrincipalTag/team': 'platform' },
        },
      }),
      addresses: [POLICY],
    },
  ],
};
