import { Resource } from '../../terraform/stack';
import { AtRest, Service } from './resource-type';

/** Under whose key volumes, and copies of them, are encrypted. */
const VOLUMES = {
  data: 'personal',
  defaultKey: { type: 'aws_ebs_default_kms_key', key: 'key_arn' },
  withoutKey:
    'EBS encrypts with the default key of the account and region, which is aws/ebs unless somebody set another',
  facts:
    'EBS encrypts with the default key of the account and region unless a key is named. That is aws/ebs, with which no snapshot can be shared with another account, until `aws_ebs_default_kms_key` sets another. A volume of a snapshot has the key of the snapshot.',
  note: 'Or set the key of all volumes of the region by an `aws_ebs_default_kms_key`.',
  sources: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyEbsDefaultKmsKeyId.html',
  ],
} satisfies AtRest;

/** The volumes that the blocks of an instance describe. One of a snapshot is as that is. */
const OF_INSTANCE: AtRest = {
  ...VOLUMES,
  parts: [
    { blocks: 'root_block_device', key: 'kms_key_id' },
    { blocks: 'ebs_block_device', only: { attribute: 'snapshot_id', unset: true }, key: 'kms_key_id' },
  ],
};

function isOfSnapshot(volume: Resource): boolean {
  return volume.has('snapshot_id') && !volume.has('kms_key_id');
}

export const SERVICE: Service = {
  name: 'EC2 and VPC',
  types: {
    aws_ami: {
      noun: 'image',
      holdsData: true,
    },
    aws_ami_copy: {
      noun: 'copy of an image',
      holdsData: true,
      atRest: { ...VOLUMES, key: 'kms_key_id' },
    },
    aws_ami_from_instance: {
      noun: 'image of an instance',
      holdsData: true,
    },
    aws_ebs_snapshot: {
      noun: 'EBS snapshot',
      holdsData: true,
    },
    aws_ebs_snapshot_block_public_access: {
      noun: 'setting for public snapshots',
      hardening: {
        demand: 'blocks all public sharing',
        ways: [[{ attribute: 'state', is: ['block-all-sharing'] }]],
        otherwise: 'snapshots of the account and Region may be shared with everyone',
        facts:
          'A public snapshot can be read by every AWS account. With block-new-sharing those that are public already stay public.',
        sources: [
          'https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html',
          'AWS Config ebs-snapshot-block-public-access',
        ],
      },
    },
    aws_ebs_snapshot_copy: {
      noun: 'copy of an EBS snapshot',
      holdsData: true,
      atRest: { ...VOLUMES, key: 'kms_key_id' },
    },
    aws_ec2_image_block_public_access: {
      noun: 'setting for public images',
      hardening: {
        demand: 'blocks public sharing',
        ways: [[{ attribute: 'state', is: ['block-new-sharing'] }]],
        otherwise: 'images of the account and Region may be shared with everyone',
        facts: 'A public image hands its volumes to every AWS account. Images that are public already stay public.',
        sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html'],
      },
    },
    aws_ec2_instance_metadata_defaults: {
      noun: 'setting for instance metadata',
      hardening: {
        demand: 'requires a token',
        ways: [[{ attribute: 'http_tokens', is: ['required'] }], [{ attribute: 'http_endpoint', is: ['disabled'] }]],
        otherwise: 'instances that say nothing answer without a token, unless their image asks for one',
        facts:
          'The default holds for every instance that is launched without a setting of its own. Version 1 of the metadata service hands the credentials of the role to anyone who can make a program on the instance fetch a URL.',
        sources: [
          'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html',
          'AWS Security Hub EC2.8',
        ],
      },
    },
    aws_ebs_volume: {
      noun: 'EBS volume',
      holdsData: true,
      atRest: { ...VOLUMES, key: 'kms_key_id', inherits: isOfSnapshot },
      lastCopy: {
        setting: {
          attribute: 'final_snapshot',
          is: [true],
          default: false,
          otherwise: 'nothing is left of the volume once it is deleted',
        },
        demand: 'leaves a final snapshot',
        facts: 'Terraform deletes a volume without a snapshot unless told to take one.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume'],
      },
    },
    aws_instance: {
      noun: 'instance',
      holdsData: true,
      atRest: OF_INSTANCE,
      network: {
        drawn: { as: 'workload', what: 'instance' },
        groups: ['vpc_security_group_ids', 'security_groups'],
        subnets: ['subnet_id'],
        templates: ['launch_template.id', 'launch_template.name'],
      },
    },
    aws_ec2_client_vpn_endpoint: {
      noun: 'Client VPN endpoint',
      network: {
        drawn: { as: 'vpn', what: 'client VPN' },
        groups: ['security_group_ids'],
        subnets: [],
      },
      logs: {
        what: 'its connections',
        switches: ['connection_log_options.enabled'],
        otherwise: 'nobody can tell who was connected, when, and from where',
        facts: 'The connection log shows who was connected, when, and from where, and every attempt that failed.',
        note: 'Name a log group, such as that of a `RetainedLogGroup`, in `connection_log_options.cloudwatch_log_group`.',
        sources: [
          'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html',
          'AWS Security Hub EC2.51',
        ],
      },
    },
    aws_vpc: {
      noun: 'VPC',
      logs: {
        what: 'all of its traffic',
        companion: { type: 'aws_flow_log', attribute: 'vpc_id', needs: { attribute: 'traffic_type', is: 'ALL' } },
        otherwise: 'nobody can tell who talked to whom',
        facts:
          'Flow logs show who talked to whom, and when: without them nobody can tell after a breach where data went. Refused traffic shows the attempts, accepted traffic those that worked. Flow logs of single subnets and interfaces do not count: they miss what comes later.',
        sources: [
          'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
          'CIS AWS Foundations Benchmark 3.0.0, 3.7',
          'AWS Security Hub EC2.6',
        ],
      },
    },
    aws_ec2_transit_gateway: {
      noun: 'transit gateway',
      logs: {
        what: 'all of its traffic',
        companion: { type: 'aws_flow_log', attribute: 'transit_gateway_id' },
        otherwise: 'nobody can tell who talked to whom',
        facts:
          'Flow logs of a transit gateway do not distinguish refused from accepted traffic, and take no `traffic_type`. Those of single attachments do not count.',
        sources: ['https://docs.aws.amazon.com/vpc/latest/tgw/flow-logs-api-cli.html'],
      },
    },
    aws_vpn_connection: {
      noun: 'VPN connection',
      logs: {
        what: 'both of its tunnels',
        switches: [
          'tunnel1_log_options.cloudwatch_log_options.log_enabled',
          'tunnel2_log_options.cloudwatch_log_options.log_enabled',
        ],
        otherwise: 'nobody sees what the tunnel agreed on, or who tried in vain',
        facts:
          'The log of a tunnel shows what both sides agreed on, and every attempt that failed. Either of the two tunnels carries the traffic.',
        note: 'Each tunnel names a log group, such as that of a `RetainedLogGroup`, in `log_group_arn`.',
        sources: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html', 'AWS Security Hub EC2.171'],
      },
    },
    aws_ebs_snapshot_import: {
      noun: 'snapshot of a disk',
      atRest: { ...VOLUMES, key: 'kms_key_id' },
    },
    aws_spot_instance_request: {
      noun: 'request of a spot instance',
      atRest: OF_INSTANCE,
    },
    aws_launch_template: {
      noun: 'launch template',
      atRest: {
        ...VOLUMES,
        parts: [
          {
            blocks: 'block_device_mappings.ebs',
            only: { attribute: 'snapshot_id', unset: true },
            key: 'kms_key_id',
          },
        ],
      },
    },
    aws_spot_fleet_request: {
      noun: 'spot fleet',
      atRest: {
        ...VOLUMES,
        parts: [
          { blocks: 'launch_specification.root_block_device', key: 'kms_key_id' },
          {
            blocks: 'launch_specification.ebs_block_device',
            only: { attribute: 'snapshot_id', unset: true },
            key: 'kms_key_id',
          },
        ],
      },
    },
  },
};
