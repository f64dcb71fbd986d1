import { TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import {
  CloudwatchMetricAlarm,
  CloudwatchMetricAlarmMetricQuery,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { SecureFunction } from '../compute/secure-function';
import { refuse } from '../core/errors';
import { claimName, defaultName } from '../core/names';
import { openConstruct } from '../core/open';
import { Posture } from '../core/posture';
import { RegionalProps } from '../core/props';
import { HttpApi } from '../edge/http-api';
import { RestApi } from '../edge/rest-api';
import { EventBus } from '../integration/event-bus';
import { StateMachine } from '../integration/state-machine';
import { HttpsLoadBalancer } from '../network/https-load-balancer';
import { LoadBalancerBase } from '../network/load-balancer';
import { NetworkTlsLoadBalancer } from '../network/network-tls-load-balancer';
import { EncryptedCache } from '../stores/encrypted-cache';
import { EncryptedDatabase } from '../stores/encrypted-database';
import { EncryptedTopic } from '../stores/encrypted-topic';
import { IQueue } from '../stores/queue';
import { ITable } from '../stores/table';
import { ITopic } from '../stores/topic';
import { ApiAlarmOptions, metricsOfHttpApi, metricsOfRestApi, watchedOfApi } from './api-alarms';
import { CacheAlarmOptions, watchedOfCache } from './cache-alarms';
import { DatabaseAlarmOptions, watchedOfDatabase } from './database-alarms';
import { watchedOfEventBus } from './event-bus-alarms';
import { FunctionAlarmOptions, watchedOfFunction } from './function-alarms';
import { LoadBalancerAlarmOptions, watchedOfLoadBalancer } from './load-balancer-alarms';
import { QueueAlarmOptions, watchedOfQueue } from './queue-alarms';
import { StateMachineAlarmOptions, watchedOfStateMachine } from './state-machine-alarms';
import { TableAlarmOptions, watchedOfTable } from './table-alarms';
import { Watched, WatchedMetric } from './watched';

const MEASURE = '8.1';

/** Who hears of alarms. */
export interface AlarmsProps extends RegionalProps {
  /**
   * Where alarms go, and where they go once all is well again: an `AlarmTopic` of the same region. A topic of this program is told to let CloudWatch publish; another
   * must already.
   *
   * @default - nowhere, which only an ephemeral environment may
   */
  readonly topic?: ITopic;
}

/**
 * Alarms of CloudWatch for what is watched (TOM 3.3.2, 8.1), with the metrics, thresholds and times that AWS recommends, and for each a decision what it means that
 * nothing was measured.
 *
 * ```ts
 * const topic = new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] });
 * const alarms = new Alarms(this, 'Alarms', { topic });
 * alarms.watchDatabase(new EncryptedDatabase(this, 'Orders', { vpc }), { maxConnections: 400 });
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export class Alarms extends Construct {
  private readonly actions?: string[];
  private readonly region?: string;
  private readonly tags: { [key: string]: string };

  /**
   * @throws ValidationError where alarms tell nobody outside ephemeral environments, and where the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: AlarmsProps = {}) {
    super(scope, id);
    const { posture, region, tags } = openConstruct(this, props, { refused: REFUSED });
    const { topic } = props;
    if (!topic && !posture.isEphemeral) {
      refuse(this, {
        prop: 'topic',
        must: 'must be set: an alarm without an action tells nobody',
        measure: MEASURE,
        fix: "write topic: new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] })",
      });
    }
    if (topic instanceof EncryptedTopic) topic.allowService('cloudwatch.amazonaws.com');
    this.actions = topic && [topic.topicArn];
    this.region = region;
    this.tags = tags;
  }

  /**
   * Watches each instance of a database in its region, readers included that were added before: processors, connections, free storage, and how far behind copies are.
   *
   * @param database the database
   * @param options when to tell of it
   */
  public watchDatabase(database: EncryptedDatabase, options: DatabaseAlarmOptions = {}): void {
    this.watch(database, watchedOfDatabase(this, database, options));
  }

  /**
   * Watches each node of a cache: its processor, its memory, and how far behind replicas are.
   *
   * @param cache the cache
   * @param options when to tell of it
   */
  public watchCache(cache: EncryptedCache, options: CacheAlarmOptions = {}): void {
    this.watch(cache, watchedOfCache(this, cache, options));
  }

  /**
   * Watches a queue: how long messages wait, and dead letters where the queue is of this program.
   *
   * @param queue the queue
   * @param options when to tell of it
   */
  public watchQueue(queue: IQueue, options: QueueAlarmOptions = {}): void {
    this.watch(queue, watchedOfQueue(this, queue, options));
  }

  /**
   * Watches a table: requests that are turned away, and those that fail by a fault of DynamoDB.
   *
   * @param table the table
   * @param options when to tell of it
   */
  public watchTable(table: ITable, options: TableAlarmOptions = {}): void {
    this.watch(table, watchedOfTable(this, table, options));
  }

  /**
   * Watches a function: calls that fail, that are turned away, that take long, and dead letters.
   *
   * @param of the function
   * @param options when to tell of it
   */
  public watchFunction(of: SecureFunction, options: FunctionAlarmOptions = {}): void {
    this.watch(of, watchedOfFunction(this, of, options));
  }

  /**
   * Watches an event bus and each rule that was added to it before: events that its target never took, those that not even the queue for dead letters took, and dead letters.
   *
   * @param bus the event bus
   */
  public watchEventBus(bus: EventBus): void {
    this.watch(bus, watchedOfEventBus(bus));
  }

  /**
   * Watches a state machine: executions that fail, that run out of time, and that are held up.
   *
   * @param machine the state machine
   * @param options when to tell of it
   */
  public watchStateMachine(machine: StateMachine, options: StateMachineAlarmOptions = {}): void {
    this.watch(machine, watchedOfStateMachine(this, machine, options));
  }

  /**
   * Watches an HTTP API: errors of clients and of what is behind it, and how long calls take.
   *
   * @param api the API
   * @param options when to tell of it
   */
  public watchHttpApi(api: HttpApi, options: ApiAlarmOptions = {}): void {
    this.watch(api, watchedOfApi(this, metricsOfHttpApi(api), options));
  }

  /**
   * Watches a REST API: the same.
   *
   * @param api the API
   * @param options when to tell of it
   */
  public watchRestApi(api: RestApi, options: ApiAlarmOptions = {}): void {
    this.watch(api, watchedOfApi(this, metricsOfRestApi(api), options));
  }

  /**
   * Watches a load balancer for HTTPS: targets that are unhealthy, and errors of targets and of its own.
   *
   * @param loadBalancer the load balancer
   * @param options when to tell of it
   */
  public watchLoadBalancer(loadBalancer: HttpsLoadBalancer, options: LoadBalancerAlarmOptions = {}): void {
    this.watchTargets(loadBalancer, options);
  }

  /**
   * Watches a load balancer for TLS: targets that are unhealthy. It knows of no errors.
   *
   * @param loadBalancer the load balancer
   * @param options when to tell of it
   */
  public watchNetworkLoadBalancer(loadBalancer: NetworkTlsLoadBalancer, options: LoadBalancerAlarmOptions = {}): void {
    this.watchTargets(loadBalancer, options);
  }

  private watchTargets(loadBalancer: LoadBalancerBase, options: LoadBalancerAlarmOptions): void {
    this.watch(loadBalancer, watchedOfLoadBalancer(this, loadBalancer, options));
  }

  private watch(of: IConstruct, all: readonly Watched[]): void {
    const other = WATCHED.get(of);
    if (other !== undefined) {
      refuse(this, {
        prop: 'watch',
        must: `must be called once for what is watched: ${other} watches it`,
        value: of.node.path,
        measure: MEASURE,
        fix: 'merge the two calls',
      });
    }
    WATCHED.set(of, this.node.path);
    const id = of.node.path.replace(/\//g, '-');
    for (const watched of all) this.alarm(of, `${id}-${watched.id}`, watched);
  }

  private alarm(of: IConstruct, id: string, watched: Watched): void {
    const suffix = watched.id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
    const name = `${defaultName(of, Posture.of(this)).slice(0, MAX_NAME - suffix.length - 1)}-${suffix}`;
    claimName(this, TerraformStack.of(this), 'alarm', name);
    new CloudwatchMetricAlarm(this, id, {
      alarmName: name,
      alarmDescription: `${watched.says}.`,
      comparisonOperator: watched.when === 'above' ? 'GreaterThanThreshold' : 'LessThanThreshold',
      threshold: watched.threshold,
      evaluationPeriods: watched.minutes,
      datapointsToAlarm: watched.minutes,
      treatMissingData: watched.missing,
      ...(watched.percentOf ? { metricQuery: percentage(watched, watched.percentOf) } : single(watched)),
      alarmActions: this.actions,
      okActions: this.actions,
      region: this.region,
      tags: this.tags,
    });
  }
}

/** What is watched, and by which alarms. */
const WATCHED = new WeakMap<IConstruct, string>();

/** What CloudWatch takes as the name of an alarm. */
const MAX_NAME = 255;

const PERIOD = 60;

/** One metric, as the arguments of an alarm. Percentiles are another argument. */
function single({ namespace, metricName, dimensions, statistic }: WatchedMetric) {
  const isPercentile = /^p\d/.test(statistic);
  return {
    namespace,
    metricName,
    dimensions,
    period: PERIOD,
    statistic: isPercentile ? undefined : statistic,
    extendedStatistic: isPercentile ? statistic : undefined,
  };
}

/** How much of one metric another one is. Of a metric that counts only what happens, no value is none. */
function percentage(part: WatchedMetric, whole: WatchedMetric): CloudwatchMetricAlarmMetricQuery[] {
  const query = (id: string, metric: WatchedMetric): CloudwatchMetricAlarmMetricQuery => ({
    id,
    metric: {
      namespace: metric.namespace,
      metricName: metric.metricName,
      dimensions: metric.dimensions,
      period: PERIOD,
      stat: metric.statistic,
    },
  });
  return [
    {
      id: 'percent',
      expression: '100 * FILL(part, 0) / whole',
      label: `${part.metricName} in percent`,
      returnData: true,
    },
    query('part', part),
    query('whole', whole),
  ];
}

const SILENT = {
  must: 'must not be set: an alarm always tells somebody',
  measure: MEASURE,
  fix: 'leave it out',
};

/** What L1 alarms and other libraries call the ways to silence one. */
const REFUSED = { actionsEnabled: SILENT, alarmActions: SILENT, okActions: SILENT };
