import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the account sets the default',
      terraform: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_ec2_instance_metadata_defaults: { here: { http_tokens: 'required' } },
          aws_instance: { app: { ami: 'ami-1' } },
          aws_launch_template: { app: {} },
        },
      },
    },
    {
      title: 'a token is required, the service is off, or the hop limit is 2',
      terraform: {
        resource: {
          aws_instance: {
            app: { count: 2, metadata_options: { http_tokens: 'required' } },
            quiet: { metadata_options: [{ http_endpoint: 'disabled' }] },
          },
          aws_launch_template: {
            app: { metadata_options: { http_tokens: 'required', http_put_response_hop_limit: 2 } },
          },
          aws_launch_configuration: { app: { metadata_options: { http_tokens: 'required' } } },
        },
      },
    },
    {
      title: 'the instance takes its options from the template',
      terraform: {
        resource: {
          aws_launch_template: { app: { name: 'app', metadata_options: [{ http_tokens: 'required' }] } },
          aws_instance: {
            a: { launch_template: { id: '${aws_launch_template.app.id}' } },
            b: { launch_template: [{ name: 'app' }], metadata_options: { http_put_response_hop_limit: 1 } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'unset, or version 1 allowed',
      terraform: {
        resource: {
          aws_instance: { app: { ami: 'ami-1' }, old: { metadata_options: { http_tokens: 'optional' } } },
        },
      },
      addresses: ['aws_instance.app', 'aws_instance.old'],
    },
    {
      title: 'too many hops, by the template or by the default of the account',
      terraform: {
        resource: {
          aws_ec2_instance_metadata_defaults: { here: { http_tokens: 'required', http_put_response_hop_limit: 64 } },
          aws_launch_template: { app: { metadata_options: { http_put_response_hop_limit: 3 } } },
          aws_instance: { app: { launch_template: { id: '${aws_launch_template.app.id}' } }, own: {} },
        },
      },
      addresses: ['aws_instance.app', 'aws_instance.own', 'aws_launch_template.app'],
    },
    {
      title: 'a launch configuration without options, and a default without preference',
      terraform: {
        resource: {
          aws_ec2_instance_metadata_defaults: {
            here: { http_endpoint: 'no-preference', http_put_response_hop_limit: -1 },
          },
          aws_launch_configuration: { app: {} },
        },
      },
      addresses: ['aws_launch_configuration.app'],
    },
    {
      title: 'a template',
      terraform: { resource: { aws_launch_template: { app: { metadata_options: [] } } } },
      addresses: ['aws_launch_template.app'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides, the template is not among what is checked, or the default is of an unknown region',
      terraform: {
        variable: { tokens: {}, region: {} },
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_ec2_instance_metadata_defaults: { far: { region: '${var.region}', http_tokens: 'required' } },
          aws_instance: {
            a: { metadata_options: { http_tokens: '${var.tokens}' } },
            b: { launch_template: { id: 'lt-1' } },
            c: {},
          },
        },
      },
      addresses: ['aws_instance.a', 'aws_instance.b', 'aws_instance.c'],
    },
  ],
};
