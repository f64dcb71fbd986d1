import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CloudFormation',
  types: {
    aws_cloudformation_type: {
      noun: 'registered extension',
      logs: {
        what: 'its actions',
        ways: [
          [
            {
              attribute: 'logging_config',
              such: { log_group_name: '${aws_cloudwatch_log_group.log.name}', log_role_arn: '${aws_iam_role.log.arn}' },
            },
          ],
        ],
        otherwise: 'what its code does in the account leaves no log',
        facts:
          'An extension is code that CloudFormation runs with a role in the account. It logs where a group and a role are set.',
        sources: ['AWSCloudFormation/latest/APIReference/API_RegisterType.html'],
      },
    },
  },
};
