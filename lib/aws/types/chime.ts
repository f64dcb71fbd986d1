import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Chime SDK',
  types: {
    aws_chime_voice_connector_logging: {
      noun: 'logging of a Voice Connector',
      logs: {
        what: 'its calls',
        ways: [[{ attribute: 'enable_sip_logs', is: [true], default: false }]],
        otherwise: 'no log says who called whom',
        facts: 'A Voice Connector logs the SIP messages of its calls where that is switched on, and none by default.',
        sources: ['https://docs.aws.amazon.com/chime-sdk/latest/ag/monitoring-cloudwatch.html'],
      },
    },
  },
};
