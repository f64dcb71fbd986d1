/** What the names of types begin with that do not begin with their service, and the service. The first that fits counts. */
const PREFIXES: readonly (readonly [service: string, ...prefixes: readonly string[]])[] = [
  ['apigateway', 'api_gateway_', 'apigatewayv2_'],
  ['autoscaling', 'launch_configuration'],
  ['bedrock', 'bedrockagent_'],
  ['chime', 'chimesdk'],
  ['ds', 'directory_service_'],
  ['docdb', 'docdbelastic_'],
  ['ecr', 'ecrpublic_'],
  ['elasticbeanstalk', 'elastic_beanstalk_'],
  ['elb', 'lb', 'alb', 'elb', 'load_balancer_', 'proxy_protocol_policy', 'app_cookie_stickiness_policy'],
  ['emr', 'emrcontainers_', 'emrserverless_'],
  ['events', 'cloudwatch_event_'],
  ['firehose', 'kinesis_firehose_'],
  ['inspector', 'inspector2_'],
  ['kinesisanalytics', 'kinesis_analytics_', 'kinesisanalyticsv2_'],
  ['kinesisvideo', 'kinesis_video_'],
  ['logs', 'cloudwatch_log_', 'cloudwatch_query_definition'],
  ['macie', 'macie2_'],
  ['mediaconvert', 'media_convert_'],
  ['mediapackage', 'media_package_', 'media_packagev2_'],
  ['mediastore', 'media_store_'],
  ['msk', 'mskconnect_'],
  ['neptune', 'neptunegraph_'],
  ['opensearch', 'elasticsearch_', 'opensearchserverless_', 'osis_'],
  ['rds', 'db_'],
  ['redshift', 'redshiftserverless_', 'redshiftdata_'],
  ['route53', 'route53domains_', 'route53profiles_'],
  ['s3', 's3control_'],
  ['servicediscovery', 'service_discovery_'],
  ['ses', 'sesv2_'],
  ['timestream', 'timestreamquery_', 'timestreamwrite_'],
  ['waf', 'wafv2_', 'wafregional_'],
  [
    'ec2',
    ...['ami', 'availability_zone_', 'customer_gateway', 'default_', 'ebs_', 'egress_only_', 'eip', 'flow_log'],
    ...['instance', 'internet_gateway', 'key_pair', 'launch_template', 'main_route_table_', 'nat_gateway'],
    ...['network_', 'placement_group', 'route', 'security_group', 'snapshot_', 'spot_', 'subnet'],
    ...['volume_', 'vpc', 'vpn_'],
  ],
];

/** The services whose names begin as those of parts of EC2 do. */
const OWN = /^(?:route53|vpclattice)/;

/** The service that a resource type belongs to, in one lower case word: `s3`, `rds`, `ec2`. Reports of the provider are asked for these. */
export function serviceOf(type: string): string {
  const name = type.replace(/^aws_/, '');
  const found = PREFIXES.find(
    ([service, ...prefixes]) =>
      (service !== 'ec2' || !OWN.test(name)) && prefixes.some((prefix) => name.startsWith(prefix))
  );
  return found?.[0] ?? name.split('_')[0];
}
