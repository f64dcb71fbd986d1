import { IConstruct } from 'constructs';
import { requireWholeNumber } from '../core/require';
import { HttpApi } from '../edge/http-api';
import { RestApi } from '../edge/rest-api';
import { Watched, WatchedMetric } from './watched';

/** When an API is told of. */
export interface ApiAlarmOptions {
  /**
   * How many percent of the answers may be errors of clients (4xx), where that goes on for five minutes: 1 to 100. Calls that are turned away, for what they are or how many, count.
   *
   * @default 5
   */
  readonly maxClientErrorPercent?: number;

  /**
   * How many percent of the answers may be errors of what is behind it (5xx), where that goes on for three minutes: 1 to 100.
   *
   * @default 5
   */
  readonly maxServerErrorPercent?: number;

  /**
   * How many milliseconds nine of ten calls may take, where others go on for five minutes.
   *
   * @default 2500
   */
  readonly maxLatencyMillis?: number;
}

/** What CloudWatch calls the metrics of a kind of APIs. */
export interface ApiMetrics {
  readonly clientErrors: string;
  readonly serverErrors: string;
  readonly dimensions: { [name: string]: string };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
export function metricsOfHttpApi({ apiId, stage }: HttpApi): ApiMetrics {
  return { clientErrors: '4xx', serverErrors: '5xx', dimensions: { ApiId: apiId, Stage: stage.name } };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html */
export function metricsOfRestApi({ apiName, stage }: RestApi): ApiMetrics {
  const dimensions = { ApiName: apiName, Stage: stage.stageName };
  return { clientErrors: '4XXError', serverErrors: '5XXError', dimensions };
}

/**
 * What is watched of an API. Where nobody calls, nothing is measured, and nothing is wrong.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#ApiGateway
 */
export function watchedOfApi(
  scope: IConstruct,
  { clientErrors, serverErrors, dimensions }: ApiMetrics,
  options: ApiAlarmOptions
): Watched[] {
  const { maxClientErrorPercent = 5, maxServerErrorPercent = 5, maxLatencyMillis = 2500 } = options;
  const percent = { min: 1, max: 100, of: 'percent', measure: '3.3.2', example: 5 };
  requireWholeNumber(scope, 'maxClientErrorPercent', maxClientErrorPercent, percent);
  requireWholeNumber(scope, 'maxServerErrorPercent', maxServerErrorPercent, percent);
  const millis = { min: 1, of: 'milliseconds', measure: '3.3.2', example: 2500 };
  requireWholeNumber(scope, 'maxLatencyMillis', maxLatencyMillis, millis);
  const sum = (metricName: string): WatchedMetric => ({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensions,
    statistic: 'Sum',
  });
  const common = { when: 'above', missing: 'notBreaching' } as const;
  return [
    {
      ...common,
      ...sum(clientErrors),
      id: 'ClientErrors',
      says: `More than ${maxClientErrorPercent} percent of the answers are errors of clients: the log of the API says who is turned away, and why`,
      percentOf: sum('Count'),
      threshold: maxClientErrorPercent,
      minutes: 5,
    },
    {
      ...common,
      ...sum(serverErrors),
      id: 'ServerErrors',
      says: `More than ${maxServerErrorPercent} percent of the answers are errors of what is behind the API: read its log, and theirs`,
      percentOf: sum('Count'),
      threshold: maxServerErrorPercent,
      minutes: 3,
    },
    {
      ...common,
      ...sum('Latency'),
      id: 'Latency',
      says: `One of ten calls takes more than ${maxLatencyMillis} milliseconds: look at what is behind the API`,
      statistic: 'p90',
      threshold: maxLatencyMillis,
      minutes: 5,
    },
  ];
}
