/**
 * What an alarm makes of minutes for which a metric has no value.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export type Missing = 'breaching' | 'notBreaching';

/** One metric, as CloudWatch names it. */
export interface WatchedMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: { [name: string]: string };
  /** `Sum`, `Average`, `Minimum`, `Maximum`, or a percentile such as `p90`. */
  readonly statistic: string;
}

/** A metric that is watched, and when it is told of. */
export interface Watched extends WatchedMetric {
  /** The id of the alarm: `Cpu`. */
  readonly id: string;
  /** What the alarm says, and what to look at. */
  readonly says: string;
  /** Whether values above or below the threshold are told of. */
  readonly when: 'above' | 'below';
  readonly threshold: number;
  /** For how many minutes in a row. */
  readonly minutes: number;
  readonly missing: Missing;
  /** The metric of which it is a percentage. */
  readonly percentOf?: WatchedMetric;
}
