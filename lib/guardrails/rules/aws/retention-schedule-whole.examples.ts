import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const schedule = (categories: JsonObject): JsonObject => ({
  '//': { toms: { version: 1, schedules: [{ path: '', categories }] } },
  resource: { aws_sqs_queue: { clicks: {} } },
});

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'days and a legal basis',
      terraform: schedule({ invoices: { retentionDays: 2922, legalBasis: '§ 147 AO' } }),
    },
    { title: 'no schedule', terraform: { resource: { aws_sqs_queue: { clicks: {} } } } },
  ],
  fail: [
    {
      title: 'no legal basis',
      terraform: schedule({ invoices: { retentionDays: 2922, legalBasis: ' ' } }),
      addresses: ['retention schedule of the app'],
    },
    {
      title: 'a word instead of days',
      terraform: schedule({ invoices: { retentionDays: 'as needed', legalBasis: '§ 147 AO' } }),
      addresses: ['retention schedule of the app'],
    },
    { title: 'no category', terraform: schedule({}), addresses: ['retention schedule of the app'] },
  ],
};
