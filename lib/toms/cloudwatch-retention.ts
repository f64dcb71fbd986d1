/**
 * The days that CloudWatch Logs accepts as a retention.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const CLOUDWATCH_RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** The longest retention that CloudWatch Logs accepts within a number of days. */
export function longestRetention(days: number): number | undefined {
  return CLOUDWATCH_RETENTION_DAYS.filter((accepted) => accepted <= days).pop();
}

/** The shortest retention that CloudWatch Logs accepts and that lasts a number of days. */
export function shortestRetention(days: number): number {
  return CLOUDWATCH_RETENTION_DAYS.find((accepted) => accepted >= days) ?? Math.max(...CLOUDWATCH_RETENTION_DAYS);
}
