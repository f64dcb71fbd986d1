import { Construct } from 'constructs';
import { ConfigConfigurationRecorder } from '@cdktf/provider-aws/lib/config-configuration-recorder';
import { ConfigConfigurationRecorderStatus } from '@cdktf/provider-aws/lib/config-configuration-recorder-status';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { accountOf } from '../core/account';
import { shortName } from '../core/names';
import { trustPolicyText } from '../core/policy';
import { Posture } from '../core/posture';
import { IAuditLogArchive } from '../logging/audit-log-archive';
import { ConfigDelivery } from '../logging/config-delivery';

/** Where what is recorded goes. */
export interface RecorderProps {
  readonly archive: IAuditLogArchive;
  readonly region?: string;
  readonly tags: { [key: string]: string };
  readonly permissionsBoundary?: string;
}

/**
 * A recorder of AWS Config for every type of resource, its delivery, and what starts it. Its role reads, and has no right to write: what it delivers comes from the service, which the
 * archive lets in.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html
 */
export function recordConfiguration(scope: Construct, props: RecorderProps): ConfigConfigurationRecorder {
  const { archive, region, tags } = props;
  const posture = Posture.of(scope);
  const account = accountOf(scope);
  const role = new IamRole(scope, 'RecorderRole', {
    namePrefix: `${shortName(scope, posture, 37)}-`,
    description: `AWS Config for ${scope.node.path}`,
    assumeRolePolicy: trustPolicyText(
      { Service: ['config.amazonaws.com'] },
      { StringEquals: { 'aws:SourceAccount': [account.id] } }
    ),
    permissionsBoundary: props.permissionsBoundary,
    tags,
  });
  new IamRolePolicyAttachment(scope, 'RecorderRights', {
    role: role.name,
    policyArn: `arn:${account.partition}:iam::aws:policy/service-role/AWS_ConfigRole`,
  });
  const recorder = new ConfigConfigurationRecorder(scope, 'Recorder', {
    name: shortName(scope, posture, 200),
    roleArn: role.arn,
    recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    recordingMode: { recordingFrequency: 'CONTINUOUS' },
    region,
  });
  const delivery = new ConfigDelivery(scope, 'Delivery', { archive, recorder, region });
  new ConfigConfigurationRecorderStatus(scope, 'RecorderOn', {
    name: recorder.name,
    isEnabled: true,
    region,
    dependsOn: [delivery.resource],
  });
  return recorder;
}
