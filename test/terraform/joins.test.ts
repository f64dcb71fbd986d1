import { items, namedBy, namedIn, namesUnknown } from '../../lib/terraform/joins';
import { at, modelOf, resources } from '../support/models';

function addresses(found: readonly { readonly address: string }[]): string[] {
  return found.map(({ address }) => address);
}

describe('what names a resource', () => {
  const model = resources({
    aws_security_group: { web: { count: 2 }, known: { id: 'sg-1' }, other: {} },
    aws_lb: {
      list: { security_groups: ['${aws_security_group.web[0].id}', '${aws_security_group.known.id}'] },
      splat: { security_groups: '${aws_security_group.web[*].id}' },
      literal: { security_groups: ['sg-1', 'sg-1'] },
    },
    aws_ecs_service: {
      app: { network_configuration: [{ security_groups: ['${aws_security_group.web[1].id}'] }] },
      bridge: {},
    },
  });

  test('is found in lists, by reference and by id, once each', () => {
    expect(addresses(namedBy(model, at(model, 'aws_security_group.web'), 'aws_lb', 'security_groups'))).toEqual([
      'aws_lb.list',
      'aws_lb.splat',
    ]);
    expect(addresses(namedBy(model, at(model, 'aws_security_group.known'), 'aws_lb', 'security_groups'))).toEqual([
      'aws_lb.list',
      'aws_lb.literal',
    ]);
    expect(namedBy(model, at(model, 'aws_security_group.other'), 'aws_lb', 'security_groups')).toEqual([]);
  });

  test('is found within blocks', () => {
    const web = at(model, 'aws_security_group.web');
    expect(addresses(namedBy(model, web, 'aws_ecs_service', 'network_configuration.security_groups'))).toEqual([
      'aws_ecs_service.app',
    ]);
  });

  test('is found in another stack', () => {
    const both = modelOf({
      network: {
        resource: { aws_subnet: { data: {} } },
        output: { 'cross-stack-output-aws_subnetdataid': { value: '${aws_subnet.data.id}' } },
      },
      data: {
        data: { terraform_remote_state: { 'cross-stack-reference-input-network': { backend: 'local' } } },
        resource: {
          aws_db_subnet_group: {
            orders: {
              subnet_ids: [
                '${data.terraform_remote_state.cross-stack-reference-input-network.outputs.cross-stack-output-aws_subnetdataid}',
              ],
            },
          },
        },
      },
    });
    expect(addresses(namedBy(both, at(both, 'aws_subnet.data'), 'aws_db_subnet_group', 'subnet_ids'))).toEqual([
      'aws_db_subnet_group.orders',
    ]);
    expect(namesUnknown(both, 'aws_db_subnet_group', 'subnet_ids')).toBe(false);
  });
});

test('only what cannot be resolved is unknown: neither an id, nor what is not set', () => {
  const model = resources({
    aws_vpc: { main: {} },
    aws_flow_log: {
      vpc: { vpc_id: '${aws_vpc.main.id}' },
      subnet: { subnet_id: '${var.open}' },
      id: { vpc_id: 'vpc-1' },
    },
    aws_lb: { web: { security_groups: ['sg-1', '${var.open}'] } },
  });
  expect(namesUnknown(model, 'aws_flow_log', 'vpc_id')).toBe(false);
  expect(namesUnknown(model, 'aws_flow_log', 'subnet_id')).toBe(true);
  expect(namesUnknown(model, 'aws_lb', 'security_groups')).toBe(true);
  expect(namesUnknown(model, 'aws_alb', 'security_groups')).toBe(false);
});

test('what a value names has one of the types, by reference or by id', () => {
  const model = resources({
    aws_vpc: { main: { id: 'vpc-1' } },
    aws_subnet: {
      reference: { vpc_id: '${aws_vpc.main.id}' },
      id: { vpc_id: 'vpc-1' },
      other: { vpc_id: 'vpc-2' },
      gone: { vpc_id: '${aws_vpc.gone.id}' },
    },
  });
  const vpcOf = (name: string): string[] => {
    const subnet = at(model, `aws_subnet.${name}`);
    return addresses(namedIn(model, subnet, subnet.get('vpc_id'), ['aws_vpc']));
  };
  expect(['reference', 'id', 'other', 'gone'].map(vpcOf)).toEqual([['aws_vpc.main'], ['aws_vpc.main'], [], []]);
  const subnet = at(model, 'aws_subnet.reference');
  expect(namedIn(model, subnet, subnet.get('vpc_id'), ['aws_subnet'])).toEqual([]);
});

test('items are flat, and without what is not set', () => {
  expect(items(undefined)).toEqual([]);
  expect(items('')).toEqual([]);
  expect(items('a')).toEqual(['a']);
  expect(items(['a', '', ['b', undefined]])).toEqual(['a', 'b']);
});
