import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'WorkLink',
  types: {
    aws_worklink_fleet: {
      noun: 'WorkLink fleet',
      logs: {
        what: 'its use',
        ways: [[{ attribute: 'audit_stream_arn', such: '${aws_kinesis_stream.log.arn}' }]],
        otherwise: 'no log says who opened what',
        facts: 'A fleet audits the use of its sites to the stream that it names, and nowhere otherwise.',
        sources: ['https://docs.aws.amazon.com/worklink/latest/api/API_UpdateAuditStreamConfiguration.html'],
      },
    },
  },
};
