import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function group(attributes: JsonObject, beside: JsonObject = {}): JsonObject {
  return { resource: { aws_autoscaling_group: { web: attributes }, ...beside } };
}

const TARGETS: JsonObject = { target_group_arns: ['${aws_lb_target_group.web.arn}'] };
const ADDRESSES = ['aws_autoscaling_group.web'];

export const EXAMPLES: Examples = {
  pass: [
    { title: 'health checks of the load balancer', terraform: group({ ...TARGETS, health_check_type: 'ELB' }) },
    { title: 'no load balancer', terraform: group({ health_check_type: 'EC2' }) },
    { title: 'a stack for a test run', terraform: group({ ...TARGETS, tags: { 'tom:environment': 'ephemeral' } }) },
  ],
  fail: [
    { title: 'the default', terraform: group(TARGETS), addresses: ADDRESSES },
    {
      title: 'status checks only, with an attachment',
      terraform: group(
        { health_check_type: 'EC2' },
        {
          aws_autoscaling_attachment: {
            web: {
              autoscaling_group_name: '${aws_autoscaling_group.web.id}',
              lb_target_group_arn: '${aws_lb_target_group.web.arn}',
            },
          },
        }
      ),
      addresses: ADDRESSES,
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: { ...group({ ...TARGETS, health_check_type: '${var.open}' }), variable: { open: {} } },
      addresses: ADDRESSES,
    },
  ],
};
