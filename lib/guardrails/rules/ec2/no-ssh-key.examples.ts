import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'no key anywhere',
      terraform: {
        resource: {
          aws_instance: { app: { count: 2, ami: 'ami-1' } },
          aws_launch_template: { app: { key_name: '' } },
          aws_eks_node_group: { app: { node_group_name: 'app' } },
        },
      },
    },
    {
      title: 'the key of an SFTP user',
      terraform: {
        resource: {
          aws_transfer_ssh_key: { partner: { user_name: 'partner' } },
          aws_spot_fleet_request: { app: { launch_specification: { ami: 'ami-1' } } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a key pair, and the instance that uses it',
      terraform: {
        resource: {
          aws_key_pair: { admin: { public_key: 'ssh-ed25519 AAAA' } },
          aws_instance: { app: { key_name: '${aws_key_pair.admin.key_name}' } },
        },
      },
      addresses: ['aws_instance.app', 'aws_key_pair.admin'],
    },
    {
      title: 'by name, in templates, node groups and fleets',
      terraform: {
        resource: {
          aws_launch_template: { app: { key_name: 'admin' } },
          aws_launch_configuration: { app: { key_name: 'admin' } },
          aws_eks_node_group: { app: { remote_access: { ec2_ssh_key: 'admin' } } },
          aws_spot_fleet_request: { app: { launch_specification: [{ ami: 'ami-1' }, { key_name: 'admin' }] } },
        },
      },
      addresses: [
        'aws_eks_node_group.app',
        'aws_launch_configuration.app',
        'aws_launch_template.app',
        'aws_spot_fleet_request.app',
      ],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key, or nothing',
      terraform: {
        variable: { key: {}, access: {} },
        resource: {
          aws_instance: { app: { key_name: '${var.key}' } },
          aws_eks_node_group: { app: { remote_access: '${var.access}' } },
        },
      },
      addresses: ['aws_eks_node_group.app', 'aws_instance.app'],
    },
  ],
};
