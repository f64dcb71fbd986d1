/** A service or feature that AWS closed. */
export interface ClosedService {
  /** What the names of its resource types begin with. */
  readonly prefix: string;
  readonly service: string;
  /** What AWS did, and when. */
  readonly closed: string;
  /** What does the same. */
  readonly instead: string;
}

function closedTo(date: string): string {
  return `closed to new customers on ${date}`;
}

function ended(date: string): string {
  return `ended by AWS on ${date}`;
}

/**
 * Services that AWS closed to new customers or ended, as its documentation says. CodeCommit is not among them:
 * it opened again in November 2025.
 */
export const CLOSED_SERVICES: readonly ClosedService[] = [
  {
    prefix: 'aws_apprunner_',
    service: 'AWS App Runner',
    closed: closedTo('2026-04-30'),
    instead: 'Amazon ECS on Fargate',
  },
  {
    prefix: 'aws_appmesh_',
    service: 'AWS App Mesh',
    closed: ended('2026-09-30'),
    instead: 'ECS Service Connect or VPC Lattice',
  },
  {
    prefix: 'aws_auditmanager_',
    service: 'AWS Audit Manager',
    closed: closedTo('2026-04-30'),
    instead: 'AWS Config conformance packs and Security Hub',
  },
  {
    prefix: 'aws_cloud9_',
    service: 'AWS Cloud9',
    closed: 'closed to new customers',
    instead: 'AWS CloudShell or the AWS Toolkits',
  },
  {
    prefix: 'aws_cloudsearch_',
    service: 'Amazon CloudSearch',
    closed: closedTo('2024-07-25'),
    instead: 'Amazon OpenSearch Service',
  },
  {
    prefix: 'aws_cloudtrail_event_data_store',
    service: 'CloudTrail Lake',
    closed: closedTo('2026-05-31'),
    instead: 'a trail into S3, queried with Athena, or Security Lake',
  },
  {
    prefix: 'aws_codegurureviewer_',
    service: 'Amazon CodeGuru Reviewer',
    closed: 'closed to new repositories on 2025-11-07',
    instead: 'Amazon Inspector code security',
  },
  {
    prefix: 'aws_cloudsearch_',
    service: 'Amazon CloudSearch',
    closed: closedTo('2024-07-25'),
    instead: 'Amazon OpenSearch Service',
  },
  {
    prefix: 'aws_codegurureviewer_',
    service: 'Amazon CodeGuru Reviewer',
    closed: closedTo('2025-11-07'),
    instead: 'Amazon Q Developer or Amazon Inspector code security',
  },
  {
    prefix: 'aws_datapipeline_',
    service: 'AWS Data Pipeline',
    closed: 'closed to new customers',
    instead: 'AWS Glue or Step Functions',
  },
  {
    prefix: 'aws_elastictranscoder_',
    service: 'Amazon Elastic Transcoder',
    closed: ended('2025-11-13'),
    instead: 'AWS Elemental MediaConvert',
  },
  {
    prefix: 'aws_evidently_',
    service: 'CloudWatch Evidently',
    closed: ended('2025-10-16'),
    instead: 'AWS AppConfig feature flags',
  },
  { prefix: 'aws_finspace_', service: 'Amazon FinSpace', closed: ended('2026-10-07'), instead: 'kdb Insights on EC2' },
  {
    prefix: 'aws_glacier_',
    service: 'Amazon Glacier with vaults of its own',
    closed: closedTo('2025-11-07'),
    instead: 'the Glacier storage classes of S3',
  },
  {
    prefix: 'aws_kendra_',
    service: 'Amazon Kendra',
    closed: closedTo('2026-07-30'),
    instead: 'Amazon Bedrock Knowledge Bases',
  },
  {
    prefix: 'aws_kinesis_analytics_',
    service: 'Kinesis Data Analytics for SQL',
    closed: 'closed to new applications on 2025-10-15',
    instead: 'Managed Service for Apache Flink (aws_kinesisanalyticsv2_application)',
  },
  {
    prefix: 'aws_m2_',
    service: 'AWS Mainframe Modernization Service',
    closed: closedTo('2025-11-07'),
    instead: 'its self-managed experience',
  },
  {
    prefix: 'aws_media_store_',
    service: 'AWS Elemental MediaStore',
    closed: ended('2025-11-13'),
    instead: 'S3 or MediaPackage',
  },
  {
    prefix: 'aws_qbusiness_',
    service: 'Amazon Q Business',
    closed: closedTo('2026-07-31'),
    instead: 'Amazon Quick',
  },
  {
    prefix: 'aws_qldb_',
    service: 'Amazon QLDB',
    closed: ended('2025-07-31'),
    instead: 'Aurora PostgreSQL with audit tables',
  },
  {
    prefix: 'aws_s3control_object_lambda_',
    service: 'S3 Object Lambda',
    closed: closedTo('2025-11-07'),
    instead: 'a Lambda function behind API Gateway or CloudFront',
  },
  {
    prefix: 'aws_sns_topic_data_protection_policy',
    service: 'SNS message data protection',
    closed: closedTo('2026-04-30'),
    instead: 'masking in the publisher',
  },
  {
    prefix: 'aws_ssmcontacts_',
    service: 'Systems Manager Incident Manager',
    closed: closedTo('2025-11-07'),
    instead: 'EventBridge with SNS, EventBridge Scheduler and Step Functions',
  },
  {
    prefix: 'aws_ssmincidents_',
    service: 'Systems Manager Incident Manager',
    closed: closedTo('2025-11-07'),
    instead: 'EventBridge with SNS, EventBridge Scheduler and Step Functions',
  },
  {
    prefix: 'aws_timestreamquery_',
    service: 'Timestream for LiveAnalytics',
    closed: closedTo('2025-06-20'),
    instead: 'Timestream for InfluxDB',
  },
  {
    prefix: 'aws_timestreamwrite_',
    service: 'Timestream for LiveAnalytics',
    closed: closedTo('2025-06-20'),
    instead: 'Timestream for InfluxDB',
  },
  { prefix: 'aws_waf_', service: 'AWS WAF Classic', closed: ended('2025-09-30'), instead: 'aws_wafv2_web_acl' },
  { prefix: 'aws_wafregional_', service: 'AWS WAF Classic', closed: ended('2025-09-30'), instead: 'aws_wafv2_web_acl' },
];

const BY_TYPE = new Map<string, ClosedService | undefined>();

/** The closed service that a resource type belongs to. */
export function closedService(type: string): ClosedService | undefined {
  if (!BY_TYPE.has(type))
    BY_TYPE.set(
      type,
      CLOSED_SERVICES.find(({ prefix }) => type.startsWith(prefix))
    );
  return BY_TYPE.get(type);
}
