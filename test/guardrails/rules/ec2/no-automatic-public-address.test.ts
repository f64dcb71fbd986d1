import { run } from '../../../../lib/guardrails/engine';
import { RULE as EC2_005 } from '../../../../lib/guardrails/rules/ec2/no-automatic-public-address';
import { Json } from '../../../../lib/terraform/value';
import { resources } from '../../../support/models';

test.each<[string, Json]>([
  ['a template without interfaces', { aws_launch_template: { web: {} } }],
  ['interfaces that leave it to the subnet', { aws_launch_template: { web: { network_interfaces: {} } } }],
  ['an instance from a template', { aws_instance: { web: { launch_template: { id: 'lt-1' } } } }],
  ['an instance with an interface', { aws_instance: { web: { primary_network_interface: {} } } }],
  ['a service without a network of its own', { aws_ecs_service: { web: {} } }],
])('%s is neither met nor violated', (_title, resource) => {
  expect(run(resources(resource), [EC2_005]).outcomes).toEqual([]);
});

test.each<[string, Json, string]>([
  [
    'a scheduled task',
    {
      aws_scheduler_schedule: {
        it: { target: { ecs_parameters: { network_configuration: { assign_public_ip: true } } } },
      },
    },
    'target.ecs_parameters.network_configuration.assign_public_ip is true',
  ],
  [
    'a task of an event',
    { aws_cloudwatch_event_target: { it: { ecs_target: { network_configuration: { assign_public_ip: true } } } } },
    'ecs_target.network_configuration.assign_public_ip is true',
  ],
  [
    'a task of a pipe',
    {
      aws_pipes_pipe: {
        it: {
          target_parameters: {
            ecs_task_parameters: { network_configuration: { aws_vpc_configuration: { assign_public_ip: 'ENABLED' } } },
          },
        },
      },
    },
    'target_parameters.ecs_task_parameters.network_configuration.aws_vpc_configuration.assign_public_ip is "ENABLED"',
  ],
  [
    'an instance in a subnet that gives addresses',
    {
      aws_default_subnet: { a: {} },
      aws_instance: { it: { subnet_id: '${aws_default_subnet.a.id}' } },
    },
    'associate_public_ip_address is not set, and its subnet aws_default_subnet.a gives public addresses',
  ],
])('%s with a public address is refused', (_title, resource, message) => {
  const findings = run(resources(resource), [EC2_005]).findings.filter(({ address }) => address.endsWith('.it'));
  expect(findings).toMatchObject([{ outcome: 'violated', message }]);
});

test('the code that mends it is for an attribute of the resource alone', () => {
  const fixes = run(
    resources({
      aws_instance: { web: { associate_public_ip_address: true } },
      aws_ecs_service: { web: { network_configuration: { assign_public_ip: true } } },
    }),
    [EC2_005]
  ).findings.map(({ fix }) => fix);
  expect(fixes[0]).toBe(EC2_005.fix);
  expect(fixes[1]).toContain('associate_public_ip_address');
  expect(fixes[1]).not.toBe(EC2_005.fix);
});
