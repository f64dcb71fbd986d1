import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'WorkSpaces Secure Browser',
  types: {
    aws_workspacesweb_portal: {
      noun: 'web portal',
      logs: {
        what: 'its sessions',
        companion: { type: 'aws_workspacesweb_user_access_logging_settings_association', attribute: 'portal_arn' },
        otherwise: 'no log says who opened what',
        facts:
          'A portal logs the sessions of people to Kinesis Data Streams where user access logging settings are associated with it.',
        sources: ['https://docs.aws.amazon.com/workspaces-web/latest/adminguide/monitoring-logging.html'],
      },
    },
  },
};
