import { serviceOf } from '../../lib/aws/service-of';
import { SERVICES } from '../../lib/aws/types';

test('the name of a type says its service as the table of types does', () => {
  const types = Object.entries(SERVICES).flatMap(([service, { types: all }]) =>
    Object.keys(all).map((type) => [type, service] as const)
  );
  expect(types.length).toBeGreaterThan(100);
  expect(types.filter(([type, service]) => serviceOf(type) !== service)).toEqual([]);
});

test.each([
  ['aws_route_table', 'ec2'],
  ['aws_route53_zone', 'route53'],
  ['aws_vpclattice_service', 'vpclattice'],
  ['aws_lb_listener', 'elb'],
  ['aws_lakeformation_resource', 'lakeformation'],
  ['aws_cloudwatch_log_group', 'logs'],
  ['aws_cloudwatch_metric_alarm', 'cloudwatch'],
  ['aws_iam_role', 'iam'],
  ['aws_new_thing', 'new'],
])('%s belongs to %s', (type, service) => {
  expect(serviceOf(type)).toBe(service);
});
