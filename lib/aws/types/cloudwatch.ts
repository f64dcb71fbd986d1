import { Service } from './resource-type';

const ALARMS = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html';

export const SERVICE: Service = {
  name: 'CloudWatch',
  types: {
    aws_cloudwatch_metric_alarm: {
      noun: 'alarm',
      detection: {
        demand: 'acts when it goes off',
        ways: [[{ attribute: 'actions_enabled', is: [true], default: true }]],
        otherwise: 'nobody hears of it when it goes off',
        facts: 'An alarm whose actions are disabled changes its state, and tells nobody.',
        sources: [ALARMS, 'AWS Security Hub CloudWatch.17'],
      },
    },
    aws_cloudwatch_composite_alarm: {
      noun: 'composite alarm',
      detection: {
        demand: 'acts when it goes off',
        ways: [
          [
            { attribute: 'actions_enabled', is: [true], default: true },
            { attribute: 'alarm_actions', such: ['arn:aws:sns:eu-central-1:111122223333:alarms'] },
          ],
        ],
        otherwise: 'nobody hears of it when it goes off',
        facts: 'A composite alarm sums up others to tell somebody once: without actions it tells nobody.',
        sources: [ALARMS, 'AWS Security Hub CloudWatch.17'],
      },
    },
  },
};
