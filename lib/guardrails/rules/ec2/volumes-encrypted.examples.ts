import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a volume, and the root volume of an instance',
      terraform: {
        resource: {
          aws_ebs_volume: { data: { encrypted: true } },
          aws_instance: { app: { root_block_device: { encrypted: true } } },
        },
      },
    },
    {
      title: 'each volume is encrypted by itself',
      terraform: {
        resource: {
          aws_ebs_volume: { data: { count: 2, encrypted: true } },
          aws_ebs_snapshot_copy: { data: { encrypted: 'true' } },
          aws_instance: {
            app: { root_block_device: { encrypted: true }, ebs_block_device: [{ encrypted: true }] },
          },
          aws_launch_template: {
            app: { block_device_mappings: [{ device_name: '/dev/xvda', ebs: { encrypted: 'true' } }] },
          },
        },
      },
    },
    {
      title: 'the account encrypts all new volumes of the region, in the stack of another provider too',
      terraform: {
        provider: {
          aws: [
            { region: 'eu-central-1' },
            { alias: 'ireland', region: 'eu-west-1' },
            { alias: 'home', region: 'eu-central-1' },
          ],
        },
        resource: {
          aws_ebs_encryption_by_default: {
            here: { provider: 'aws.home' },
            ireland: { region: 'eu-west-1', enabled: true },
          },
          aws_instance: { app: { ami: 'ami-1' }, far: { ami: 'ami-1', provider: 'aws.ireland' } },
          aws_ami_copy: { app: { encrypted: false } },
        },
      },
    },
    {
      title: 'an instance from a launch template, and what ECS encrypts by itself',
      terraform: {
        data: { aws_ami: { linux: {} } },
        resource: {
          aws_launch_template: {
            app: {
              name: 'app',
              block_device_mappings: {
                device_name: '${data.aws_ami.linux.root_device_name}',
                ebs: { encrypted: true },
              },
            },
          },
          aws_instance: {
            a: { launch_template: { id: '${aws_launch_template.app.id}' } },
            b: { launch_template: [{ name: 'app', version: '$Latest' }] },
          },
          aws_ecs_service: { app: { volume_configuration: { managed_ebs_volume: { role_arn: 'r' } } }, web: {} },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a volume, a copy of an image, and a root volume that the image decides',
      terraform: {
        resource: {
          aws_ebs_volume: { data: { size: 10 } },
          aws_ami_copy: { app: { source_ami_id: 'ami-1' } },
          aws_instance: { app: { ami: 'ami-1' } },
        },
      },
      addresses: ['aws_ami_copy.app', 'aws_ebs_volume.data', 'aws_instance.app'],
    },
    {
      title: 'one volume of several',
      terraform: {
        resource: {
          aws_launch_template: {
            app: {
              block_device_mappings: [
                { device_name: '/dev/xvda', ebs: { encrypted: true } },
                { device_name: '/dev/xvdb', ebs: { volume_size: 10 } },
              ],
            },
          },
          aws_spot_fleet_request: {
            app: { launch_specification: [{ root_block_device: { encrypted: true } }, { ami: 'ami-1' }] },
          },
          aws_launch_configuration: {
            app: { root_block_device: { encrypted: true }, ebs_block_device: { encrypted: false } },
          },
        },
      },
      addresses: ['aws_launch_configuration.app', 'aws_launch_template.app', 'aws_spot_fleet_request.app'],
    },
    {
      title: 'the account encrypts by default in another region, or in another account',
      terraform: {
        provider: {
          aws: [
            { region: 'eu-central-1', assume_role: { role_arn: 'arn:aws:iam::111122223333:role/deploy' } },
            {
              alias: 'other',
              region: 'eu-central-1',
              assume_role: [{ role_arn: 'arn:aws:iam::444455556666:role/deploy' }],
            },
          ],
        },
        resource: {
          aws_ebs_encryption_by_default: { far: { region: 'eu-west-1' }, other: { provider: 'aws.other' } },
          aws_ebs_volume: { data: { snapshot_id: 'snap-1' } },
        },
      },
      addresses: ['aws_ebs_volume.data'],
    },
    {
      title: 'ECS told not to encrypt, a template without its root volume',
      terraform: {
        resource: {
          aws_ecs_service: { app: { volume_configuration: { managed_ebs_volume: { encrypted: false } } } },
          aws_launch_template: {
            app: { block_device_mappings: { device_name: '/dev/sdf', ebs: { encrypted: 'true' } } },
          },
        },
      },
      addresses: ['aws_ecs_service.app', 'aws_launch_template.app'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide: whether a volume is encrypted, the devices, the template, the name of the root device',
      terraform: {
        variable: { encrypted: {}, devices: {}, device: {} },
        resource: {
          aws_ebs_volume: { data: { encrypted: '${var.encrypted}' } },
          aws_instance: { app: { launch_template: { id: 'lt-1' }, ebs_block_device: '${var.devices}' } },
          aws_launch_template: {
            app: { block_device_mappings: { device_name: '${var.device}', ebs: { encrypted: true } } },
            whole: { block_device_mappings: '${var.devices}' },
          },
        },
      },
      addresses: ['aws_ebs_volume.data', 'aws_instance.app', 'aws_launch_template.app', 'aws_launch_template.whole'],
    },
    {
      title: 'variables decide whether the account encrypts by default, and where',
      terraform: {
        variable: { enabled: {}, region: {} },
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_ebs_encryption_by_default: {
            here: { enabled: '${var.enabled}' },
            far: { region: '${var.region}' },
          },
          aws_ebs_volume: { a: {}, b: { region: 'eu-west-1' } },
        },
      },
      addresses: ['aws_ebs_volume.a', 'aws_ebs_volume.b'],
    },
  ],
};
