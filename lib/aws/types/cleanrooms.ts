import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Clean Rooms',
  types: {
    aws_cleanrooms_collaboration: {
      noun: 'collaboration',
      logs: {
        what: 'its queries',
        ways: [[{ attribute: 'query_log_status', is: ['ENABLED'] }]],
        otherwise: 'no log says who asked what of the shared data',
        facts:
          'Members of a collaboration query the data of each other. Clean Rooms logs the queries to CloudWatch Logs where both the collaboration and a membership enable it.',
        sources: ['https://docs.aws.amazon.com/clean-rooms/latest/userguide/analysis-logging.html'],
      },
    },
    aws_cleanrooms_membership: {
      noun: 'membership of a collaboration',
      logs: {
        what: 'its queries',
        ways: [[{ attribute: 'query_log_status', is: ['ENABLED'] }]],
        otherwise: 'no log says who asked what of the shared data',
        facts:
          'Members of a collaboration query the data of each other. Clean Rooms logs the queries to CloudWatch Logs where both the collaboration and a membership enable it.',
        sources: ['https://docs.aws.amazon.com/clean-rooms/latest/userguide/analysis-logging.html'],
      },
    },
  },
};
