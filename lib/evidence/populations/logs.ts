import { LOAD_BALANCERS } from '../../aws/elb/load-balancer';
import { LOGGING, NOTIFYING, endsOf, notifiesWithin } from '../../aws/iam/access/can-deliver';
import { holdsPersonalData } from '../../aws/declared';
import { typesWith } from '../../aws/types';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { isUnknown } from '../../terraform/value';
import { PopulationReader, every, those, together } from '../population';
import { FRONT_POPULATIONS } from './fronts';
import { STORE_POPULATIONS, keepsLogs } from './stores';

const GROUPS = every('aws_cloudwatch_log_group');
const BUCKETS = every('aws_s3_bucket');

const LOG_STORES = together(GROUPS, those(BUCKETS, keepsLogs), every('aws_cloudtrail_event_data_store'));
const SECURITY_LOGS = together(
  those(GROUPS, keepsLogs),
  those(BUCKETS, keepsLogs),
  every('aws_cloudtrail_event_data_store')
);

function isOfWorkload(model: Model, group: Resource): boolean {
  return holdsPersonalData(group) && !keepsLogs(model, group);
}

/** Audit logs of shares are those of the store behind them. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...FRONT_POPULATIONS.fronts.types,
  ...STORE_POPULATIONS['stores of personal data'].types.filter((type) => /_(?:file_system|file_share)$/.test(type)),
  'aws_api_gateway_method_settings',
  'aws_route53_zone',
  'aws_storagegateway_file_system_association',
  'aws_verifiedaccess_instance_logging_configuration',
]);

/** What logs by attributes of its own, or by a companion, and is no network, front or store. */
const SERVICES = every(
  ...typesWith(({ logs }) => logs?.ways !== undefined).filter((type) => !ELSEWHERE.has(type)),
  'aws_directory_service_directory',
  'aws_workspacesweb_portal'
);

/** Only a directory of AWS has security logs to forward. */
function hasLogs(_model: Model, service: Resource): boolean {
  const type = service.get('type');
  return service.type !== 'aws_directory_service_directory' || type === 'MicrosoftAD' || isUnknown(type);
}

export const LOG_POPULATIONS = {
  'detection services': every(...typesWith(({ detection }) => detection !== undefined)),
  'services that log': those(SERVICES, hasLogs),
  logs: LOG_STORES,
  'security logs': SECURITY_LOGS,
  'log destinations': LOG_STORES,
  'log groups of workloads': those(GROUPS, isOfWorkload),
  'log resource policies': every('aws_cloudwatch_log_destination_policy', 'aws_cloudwatch_log_resource_policy'),
  trails: every('aws_cloudtrail'),
  'delivery channels of AWS Config': every('aws_config_delivery_channel'),
  'log deliveries': those(every(...LOGGING), sendsLogs),
  notifications: those(every(...NOTIFYING), notifiesWithin),
  'log sources': together(
    every(
      ...LOAD_BALANCERS,
      'aws_cloudtrail',
      'aws_elb',
      'aws_networkfirewall_firewall',
      'aws_vpc',
      'aws_default_vpc',
      'aws_wafv2_web_acl'
    ),
    those(
      every(
        'aws_db_instance',
        'aws_docdb_cluster',
        'aws_elasticsearch_domain',
        'aws_neptune_cluster',
        'aws_opensearch_domain',
        'aws_rds_cluster',
        'aws_redshift_cluster',
        'aws_s3_bucket'
      ),
      isOfStore
    )
  ),
} as const satisfies { readonly [population: string]: PopulationReader };

/** A log group takes logs, and does not send them. */
function sendsLogs(_model: Model, source: Resource): boolean {
  return source.type !== 'aws_cloudwatch_log_group' && endsOf(source).length > 0;
}

function isOfStore(model: Model, store: Resource): boolean {
  return holdsPersonalData(store) && !keepsLogs(model, store);
}
