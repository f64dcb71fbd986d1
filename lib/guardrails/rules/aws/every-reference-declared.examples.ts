import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  except: { plan: 'Terraform has resolved every reference of a plan' },
  pass: [
    {
      title: 'a log group that is there',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: { flows: { name: '/network/flows' } },
          aws_flow_log: { flows: { log_destination: '${aws_cloudwatch_log_group.flows.arn}', vpc_id: 'vpc-1' } },
        },
      },
    },
    {
      title: 'what counts to none, and text between quotes',
      terraform: {
        resource: {
          aws_kms_key: { spare: { count: 0 } },
          aws_sns_topic: {
            alarms: { kms_master_key_id: '${length(aws_kms_key.spare) > 0 ? "x" : "aws_kms_key.other.arn"}' },
          },
        },
      },
    },
  ],
  fail: [],
  undetermined: [
    {
      title: 'a log group that is gone',
      terraform: {
        resource: {
          aws_flow_log: { flows: { log_destination: '${aws_cloudwatch_log_group.flows.arn}', vpc_id: 'vpc-1' } },
        },
      },
      addresses: ['aws_flow_log.flows'],
    },
    {
      title: 'within an expression, in depends_on and in an output',
      terraform: {
        resource: {
          aws_instance: { one: { depends_on: ['aws_vpc_endpoint.ssm'] } },
          aws_sns_topic: { two: { kms_master_key_id: '${try(aws_kms_key.main.arn, data.aws_kms_alias.main.arn)}' } },
        },
        output: { key: { value: '${aws_kms_key.main.arn}' } },
      },
      addresses: ['aws_instance.one', 'aws_sns_topic.two', 'output.key'],
    },
  ],
};
