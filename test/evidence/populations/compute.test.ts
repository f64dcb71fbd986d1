import { COMPUTE_POPULATIONS } from '../../../lib/evidence/populations/compute';
import { differences } from '../../support/members';
import { resources } from '../../support/models';

const MODEL = resources({
  aws_autoscaling_group: { web: {} },
  aws_cloudwatch_event_target: { mail: {}, task: { ecs_target: [{ task_definition_arn: 'arn' }] } },
  aws_codebuild_project: { app: {} },
  aws_db_instance: { orders: {} },
  aws_ecr_repository: { images: {} },
  aws_ecs_task_definition: { job: {} },
  aws_eks_cluster: { pods: {} },
  aws_instance: { bastion: {} },
  aws_kms_key: { data: {} },
  aws_lambda_function: {
    inside: { vpc_config: [{ subnet_ids: ['subnet-1'] }] },
    outside: {},
    test: { vpc_config: [{ subnet_ids: ['subnet-1'] }], tags: { 'tom:environment': 'staging' } },
  },
  aws_lambda_function_url: { outside: {} },
  aws_launch_template: { web: {} },
  aws_lb: { web: {} },
  aws_rds_cluster: { customers: {} },
  aws_rds_cluster_instance: { one: { cluster_identifier: '${aws_rds_cluster.customers.id}' } },
  aws_s3_bucket: { letters: {} },
  aws_subnet: { web: {} },
});

const FUNCTIONS = ['aws_lambda_function.inside', 'aws_lambda_function.outside', 'aws_lambda_function.test'];
const INSTANCES = ['aws_instance.bastion', 'aws_launch_template.web'];

const EXPECTED: { readonly [P in keyof typeof COMPUTE_POPULATIONS]: readonly string[] } = {
  instances: INSTANCES,
  // An instance of a cluster counts for the cluster.
  'instances and databases': ['aws_db_instance.orders', 'aws_instance.bastion', 'aws_rds_cluster.customers'],
  'instances, tasks and clusters': [...INSTANCES, 'aws_ecs_task_definition.job', 'aws_eks_cluster.pods'],
  'Kubernetes clusters': ['aws_eks_cluster.pods'],
  'instances, tasks and subnets': [...INSTANCES, 'aws_cloudwatch_event_target.task', 'aws_subnet.web'],
  engines: ['aws_db_instance.orders', 'aws_eks_cluster.pods', 'aws_rds_cluster.customers'],
  functions: FUNCTIONS,
  tasks: ['aws_ecs_task_definition.job'],
  'tasks and instances': ['aws_ecs_task_definition.job', ...INSTANCES],
  'image repositories': ['aws_ecr_repository.images'],
  'images and functions': ['aws_ecr_repository.images', ...FUNCTIONS],
  'buckets and functions': ['aws_lambda_function_url.outside', 'aws_s3_bucket.letters'],
  compute: ['aws_autoscaling_group.web', 'aws_ecs_task_definition.job', ...FUNCTIONS, ...INSTANCES],
  'compute in production': ['aws_autoscaling_group.web', 'aws_lambda_function.inside', 'aws_lb.web'],
  'load balancers and groups in production': ['aws_autoscaling_group.web', 'aws_lb.web'],
  'load-bearing resources': [
    'aws_autoscaling_group.web',
    'aws_db_instance.orders',
    'aws_instance.bastion',
    'aws_lb.web',
    'aws_rds_cluster.customers',
    ...FUNCTIONS,
  ],
  'scalable resources': ['aws_autoscaling_group.web', 'aws_rds_cluster.customers'],
  'containers, builds and notebooks': ['aws_codebuild_project.app', 'aws_ecs_task_definition.job'],
  'critical resources': [
    'aws_db_instance.orders',
    'aws_eks_cluster.pods',
    'aws_kms_key.data',
    'aws_lb.web',
    'aws_rds_cluster.customers',
    'aws_s3_bucket.letters',
  ],
};

test('the populations of compute', () => {
  expect(differences(MODEL, EXPECTED)).toEqual([]);
});
