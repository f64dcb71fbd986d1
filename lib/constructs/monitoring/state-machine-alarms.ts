import { IConstruct } from 'constructs';
import { requireWholeNumber } from '../core/require';
import { StateMachine } from '../integration/state-machine';
import { Watched } from './watched';

/** When a state machine is told of. */
export interface StateMachineAlarmOptions {
  /**
   * How many executions may fail in a minute.
   *
   * @default 0
   */
  readonly maxFailed?: number;
}

/**
 * What is watched of a state machine. Where nobody starts it, nothing is measured, and nothing is wrong.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
export function watchedOfStateMachine(
  scope: IConstruct,
  machine: StateMachine,
  { maxFailed = 0 }: StateMachineAlarmOptions
): Watched[] {
  requireWholeNumber(scope, 'maxFailed', maxFailed, { min: 0, of: 'executions', measure: '3.3.2', example: 0 });
  const common = {
    namespace: 'AWS/States',
    dimensions: { StateMachineArn: machine.stateMachineArn },
    statistic: 'Sum',
    when: 'above',
    missing: 'notBreaching',
  } as const;
  return [
    {
      ...common,
      id: 'Failed',
      says: 'Executions fail: their history says in which state',
      metricName: 'ExecutionsFailed',
      threshold: maxFailed,
      minutes: 1,
    },
    {
      ...common,
      id: 'TimedOut',
      says: 'Executions run out of time: find out what they wait for',
      metricName: 'ExecutionsTimedOut',
      threshold: 0,
      minutes: 1,
    },
    {
      ...common,
      id: 'Throttled',
      says: 'Step Functions holds executions up: ask AWS for a higher quota, or start fewer at a time',
      metricName: 'ExecutionThrottled',
      threshold: 0,
      minutes: 5,
    },
  ];
}
