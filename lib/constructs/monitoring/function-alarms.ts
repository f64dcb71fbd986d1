import { IConstruct } from 'constructs';
import { requireWholeNumber } from '../core/require';
import { SecureFunction } from '../compute/secure-function';
import { deadLetters } from './queue-alarms';
import { Watched } from './watched';

/** When a function is told of. */
export interface FunctionAlarmOptions {
  /**
   * How many calls may fail in a minute, where that goes on for three minutes.
   *
   * @default 0
   */
  readonly maxErrors?: number;

  /**
   * How many calls Lambda may turn away in a minute, where that goes on for five minutes.
   *
   * @default 0
   */
  readonly maxThrottles?: number;

  /**
   * Of how many percent of its timeout a tenth of the calls may take more, for a quarter of an hour: 1 to 100.
   *
   * @default 80
   */
  readonly maxDurationPercent?: number;
}

/**
 * What is watched of a function. Lambda measures nothing while nobody calls it, and then nothing is wrong.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#Lambda
 */
export function watchedOfFunction(scope: IConstruct, of: SecureFunction, options: FunctionAlarmOptions): Watched[] {
  const { maxErrors = 0, maxThrottles = 0, maxDurationPercent = 80 } = options;
  const bounds = { min: 0, of: 'calls', measure: '3.3.2', example: 0 };
  requireWholeNumber(scope, 'maxErrors', maxErrors, bounds);
  requireWholeNumber(scope, 'maxThrottles', maxThrottles, bounds);
  const percent = { min: 1, max: 100, of: 'percent', measure: '3.3.2', example: 80 };
  requireWholeNumber(scope, 'maxDurationPercent', maxDurationPercent, percent);
  const common = {
    namespace: 'AWS/Lambda',
    dimensions: { FunctionName: of.functionName },
    when: 'above',
    missing: 'notBreaching',
  } as const;
  return [
    {
      ...common,
      id: 'Errors',
      says: 'Calls fail: read the log of the function',
      metricName: 'Errors',
      statistic: 'Sum',
      threshold: maxErrors,
      minutes: 3,
    },
    {
      ...common,
      id: 'Throttles',
      says: 'Lambda turns calls away: raise reservedConcurrentExecutions, or find out who calls so often',
      metricName: 'Throttles',
      statistic: 'Sum',
      threshold: maxThrottles,
      minutes: 5,
    },
    {
      ...common,
      id: 'Duration',
      says: `Calls take more than ${maxDurationPercent} percent of the timeout: Lambda is about to stop them`,
      metricName: 'Duration',
      statistic: 'p90',
      threshold: of.resource.timeoutInput! * 10 * maxDurationPercent,
      minutes: 15,
    },
    deadLetters(of.deadLetterQueue),
  ];
}
