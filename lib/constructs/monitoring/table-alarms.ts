import { IConstruct } from 'constructs';
import { requireWholeNumber } from '../core/require';
import { ITable } from '../stores/table';
import { Watched } from './watched';

/** When a table is told of. */
export interface TableAlarmOptions {
  /**
   * How many reads, and how many writes, DynamoDB may turn away in a minute, where that goes on for five minutes.
   *
   * @default 0
   */
  readonly maxThrottles?: number;

  /**
   * How many requests may fail by a fault of DynamoDB in a minute, where that goes on for a quarter of an hour.
   *
   * @default 0
   */
  readonly maxSystemErrors?: number;
}

/**
 * What is watched of a table. DynamoDB measures these only where they happen, so that without a value nothing is wrong.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#DynamoDB
 */
export function watchedOfTable(scope: IConstruct, table: ITable, options: TableAlarmOptions): Watched[] {
  const { maxThrottles = 0, maxSystemErrors = 0 } = options;
  const bounds = { min: 0, of: 'requests', measure: '3.3.2', example: 0 };
  requireWholeNumber(scope, 'maxThrottles', maxThrottles, bounds);
  requireWholeNumber(scope, 'maxSystemErrors', maxSystemErrors, bounds);
  const common = {
    namespace: 'AWS/DynamoDB',
    dimensions: { TableName: table.tableName },
    statistic: 'Sum',
    when: 'above',
    missing: 'notBreaching',
  } as const;
  const throttled = (what: 'Read' | 'Write'): Watched => ({
    ...common,
    id: `${what}Throttles`,
    says: `DynamoDB turns ${what.toLowerCase()}s away: look for a key that everything asks for, or raise the capacity`,
    metricName: `${what}ThrottleEvents`,
    threshold: maxThrottles,
    minutes: 5,
  });
  return [
    throttled('Read'),
    throttled('Write'),
    {
      ...common,
      id: 'SystemErrors',
      says: 'Requests fail by a fault of DynamoDB: look at the AWS Health Dashboard',
      metricName: 'SystemErrors',
      threshold: maxSystemErrors,
      minutes: 15,
    },
  ];
}
