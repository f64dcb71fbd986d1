import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Connect',
  types: {
    aws_connect_instance: {
      noun: 'contact center',
      logs: {
        what: 'its contact flows',
        ways: [[{ attribute: 'contact_flow_logs_enabled', is: [true], default: false }]],
        otherwise: 'no log says how contacts were handled',
        facts: 'Connect logs the steps of contact flows where that is switched on; by default it does not.',
        sources: [
          'https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-logs.html',
          'AWS Security Hub Connect.2',
        ],
      },
    },
  },
};
