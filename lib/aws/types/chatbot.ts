import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Amazon Q Developer in chat applications',
  types: {
    aws_chatbot_slack_channel_configuration: {
      noun: 'Slack channel configuration',
      logs: {
        what: 'its events and commands',
        ways: [[{ attribute: 'logging_level', is: ['INFO', 'ERROR'], default: 'NONE' }]],
        otherwise: 'failed commands and deliveries leave no trace',
        facts:
          'People run commands in the account from a chat channel. Errors and events reach CloudWatch Logs at level ERROR or INFO, and not at NONE, which is the default.',
        sources: ['https://docs.aws.amazon.com/chatbot/latest/adminguide/cloudwatch-logs.html'],
      },
    },
    aws_chatbot_teams_channel_configuration: {
      noun: 'Teams channel configuration',
      logs: {
        what: 'its events and commands',
        ways: [[{ attribute: 'logging_level', is: ['INFO', 'ERROR'], default: 'NONE' }]],
        otherwise: 'failed commands and deliveries leave no trace',
        facts:
          'People run commands in the account from a chat channel. Errors and events reach CloudWatch Logs at level ERROR or INFO, and not at NONE, which is the default.',
        sources: ['https://docs.aws.amazon.com/chatbot/latest/adminguide/cloudwatch-logs.html'],
      },
    },
  },
};
