import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const SCHEDULES = [{ categories: { invoices: { retentionDays: 2922, legalBasis: '§ 147 AO' } } }];

const table = (tags: JsonObject, schedules: JsonObject[] = SCHEDULES): JsonObject => ({
  '//': { toms: { schedules } },
  resource: { aws_dynamodb_table: { invoices: { tags } } },
});

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a category of the schedule', terraform: table({ 'tom:data-category': 'invoices' }) },
    {
      title: 'nothing personal, of a category that no schedule has',
      terraform: table({ 'tom:data-category': 'weather', 'tom:data-class': 'internal' }),
    },
    { title: 'no schedule to compare with', terraform: table({ 'tom:data-category': 'bills' }, []) },
  ],
  fail: [
    {
      title: 'a category that the schedule does not have',
      terraform: table({ 'tom:data-category': 'bills' }),
      addresses: ['aws_dynamodb_table.invoices'],
    },
    {
      title: 'a category that only the schedule of another scope has',
      except: { plan: 'a module of Terraform has no construct paths' },
      terraform: {
        '//': { toms: { schedules: [{ path: 'orders/Web', categories: SCHEDULES[0].categories }] } },
        resource: {
          aws_sqs_queue: {
            clicks: {
              '//': { metadata: { path: 'orders/Clicks/Resource' } },
              tags: { 'tom:data-category': 'invoices' },
            },
          },
        },
      },
      addresses: ['aws_sqs_queue.clicks'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: { ...table({ 'tom:data-category': '${var.category}' }), variable: { category: {} } },
      addresses: ['aws_dynamodb_table.invoices'],
    },
  ],
};
