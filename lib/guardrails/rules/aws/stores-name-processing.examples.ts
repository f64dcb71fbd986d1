import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const BILLING = { processing: 'Billing' };

const queue = (categories: JsonObject, tags: JsonObject = { 'tom:data-category': 'visits' }): JsonObject => ({
  '//': { toms: { schedules: [{ categories }] } },
  resource: { aws_sqs_queue: { visits: { tags } } },
});

export const EXAMPLES: Examples = {
  pass: [
    { title: 'the category names its processing', terraform: queue({ visits: { processing: 'Web shop' } }) },
    { title: 'no category names one', terraform: queue({ visits: {}, invoices: {} }) },
    {
      title: 'nothing personal',
      terraform: queue(
        { visits: {}, invoices: BILLING },
        { 'tom:data-category': 'visits', 'tom:data-class': 'internal' }
      ),
    },
  ],
  fail: [
    {
      title: 'another category names its processing',
      terraform: queue({ visits: {}, invoices: BILLING }),
      addresses: ['aws_sqs_queue.visits'],
    },
    {
      title: 'a name without letters',
      terraform: queue({ visits: { processing: ' ' }, invoices: BILLING }),
      addresses: ['aws_sqs_queue.visits'],
    },
  ],
};
