import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Directory Service',
  types: {
    aws_directory_service_directory: {
      noun: 'managed Microsoft AD',
      logs: {
        what: 'its security events',
        companion: { type: 'aws_directory_service_log_subscription', attribute: 'directory_id' },
        only: [{ attribute: 'type', is: ['MicrosoftAD'], default: 'SimpleAD' }],
        otherwise: 'no log says who signed in',
        facts:
          'The domain controllers of a managed Microsoft AD write security logs that only a log subscription makes readable. Simple AD and AD Connector forward none.',
        sources: ['https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_enable_log_forwarding.html'],
      },
    },
  },
};
