import { Model, Resource } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { isProduction } from '../environment';
import { itemsOf, zoneOf } from '../zones';

const SUBNETS = 'vpc_config.subnet_ids';

/** Functions that outlive the loss of a zone. */
export const LAMBDA_003: ResourceRule = {
  id: 'LAMBDA-003',
  title: 'A function within a VPC in production has subnets in two Availability Zones or more',
  severity: 'medium',
  measures: ['3.3.1'],
  rationale:
    'Lambda runs a function in several zones by itself, but a function in a VPC only where it has a subnet: with one it stops when that zone is out. Subnets count as different zones where nothing shows that they share one; a list that is not written out is left to the plan. A function whose environment nobody declares counts as production.',
  fix: 'Name at least two subnets, each of another Availability Zone, in `vpc_config.subnet_ids`. What is no production says so: the posture, or the tag tom:environment.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/security-resilience.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'AWS Security Hub Lambda.5',
  ],
  types: ['aws_lambda_function'],
  check: (lambda, model) => (isProduction(lambda) ? subnetsVerdict(model, lambda) : undefined),
  examples: {
    pass: [
      {
        title: 'subnets of the configuration, and no VPC',
        terraform: {
          resource: {
            aws_subnet: {
              a: { availability_zone: 'eu-central-1a' },
              b: { availability_zone: 'eu-central-1b' },
            },
            aws_lambda_function: {
              mail: { function_name: 'mail' },
              shop: { count: 2, vpc_config: { subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] } },
            },
          },
        },
      },
      {
        title: 'ids, and a development environment; blocks as lists',
        terraform: {
          resource: [
            {
              aws_lambda_function: [
                { shop: [{ vpc_config: [{ subnet_ids: ['subnet-0a', 'subnet-0b'] }] }] },
                {
                  test: [{ tags: { 'tom:environment': 'development' }, vpc_config: [{ subnet_ids: ['subnet-0a'] }] }],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'one subnet, and two of one zone',
        terraform: {
          resource: {
            aws_subnet: {
              a: { availability_zone: 'eu-central-1a' },
              b: { availability_zone: 'eu-central-1a' },
            },
            aws_lambda_function: {
              shop: { vpc_config: { subnet_ids: ['${aws_subnet.a.id}'] } },
              stock: { vpc_config: { subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] } },
            },
          },
        },
        addresses: ['aws_lambda_function.shop', 'aws_lambda_function.stock'],
      },
      {
        title: 'one subnet within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_lambda_function.shop',
                      mode: 'managed',
                      type: 'aws_lambda_function',
                      name: 'shop',
                      values: { vpc_config: [{ subnet_ids: ['subnet-0a'] }] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_lambda_function.shop'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the subnets',
        terraform: {
          variable: { subnets: {} },
          resource: { aws_lambda_function: { shop: { vpc_config: { subnet_ids: '${var.subnets}' } } } },
        },
        addresses: ['aws_lambda_function.shop'],
      },
    ],
  },
};

function subnetsVerdict(model: Model, lambda: Resource): Verdict | undefined {
  const subnets = lambda.get(SUBNETS);
  if (isUnknown(subnets)) return unknownAttribute(SUBNETS, subnets);
  const zones = new Set(itemsOf(subnets).map((subnet) => zoneOf(model, lambda, subnet)));
  if (zones.size === 0) return undefined;
  if (zones.size > 1) return MET;
  return violated(`the function has subnets in one Availability Zone (${[...zones].join()}), and stops with it`);
}
