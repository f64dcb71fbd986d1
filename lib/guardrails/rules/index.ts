import { Rule } from '../rule';
import { ACM_001 } from './acm/acm-001';
import { APIGATEWAY_001 } from './apigateway/apigateway-001';
import { APPSYNC_001 } from './appsync/appsync-001';
import { ATHENA_001 } from './athena/athena-001';
import { AUTOSCALING_001 } from './autoscaling/autoscaling-001';
import { AWS_001 } from './aws/aws-001';
import { AWS_002 } from './aws/aws-002';
import { AWS_003 } from './aws/aws-003';
import { AWS_004 } from './aws/aws-004';
import { AWS_005 } from './aws/aws-005';
import { AWS_006 } from './aws/aws-006';
import { AWS_007 } from './aws/aws-007';
import { AWS_008 } from './aws/aws-008';
import { AWS_009 } from './aws/aws-009';
import { AWS_010 } from './aws/aws-010';
import { AWS_011 } from './aws/aws-011';
import { AWS_012 } from './aws/aws-012';
import { BACKUP_001 } from './backup/backup-001';
import { BACKUP_002 } from './backup/backup-002';
import { BACKUP_003 } from './backup/backup-003';
import { BEDROCK_001 } from './bedrock/bedrock-001';
import { CLOUDFRONT_001 } from './cloudfront/cloudfront-001';
import { CLOUDTRAIL_001 } from './cloudtrail/cloudtrail-001';
import { CLOUDTRAIL_002 } from './cloudtrail/cloudtrail-002';
import { CONFIG_001 } from './config/config-001';
import { DAX_001 } from './dax/dax-001';
import { DAX_002 } from './dax/dax-002';
import { DMS_001 } from './dms/dms-001';
import { DX_001 } from './dx/dx-001';
import { DYNAMODB_001 } from './dynamodb/dynamodb-001';
import { DYNAMODB_002 } from './dynamodb/dynamodb-002';
import { DYNAMODB_003 } from './dynamodb/dynamodb-003';
import { EC2_001 } from './ec2/ec2-001';
import { EC2_002 } from './ec2/ec2-002';
import { EC2_003 } from './ec2/ec2-003';
import { EC2_004 } from './ec2/ec2-004';
import { EC2_005 } from './ec2/ec2-005';
import { EC2_006 } from './ec2/ec2-006';
import { EC2_007 } from './ec2/ec2-007';
import { EC2_008 } from './ec2/ec2-008';
import { EC2_009 } from './ec2/ec2-009';
import { EC2_010 } from './ec2/ec2-010';
import { EC2_011 } from './ec2/ec2-011';
import { EC2_012 } from './ec2/ec2-012';
import { EC2_013 } from './ec2/ec2-013';
import { EC2_014 } from './ec2/ec2-014';
import { EC2_015 } from './ec2/ec2-015';
import { EC2_016 } from './ec2/ec2-016';
import { EC2_017 } from './ec2/ec2-017';
import { ECR_001 } from './ecr/ecr-001';
import { ECS_001 } from './ecs/ecs-001';
import { EFS_001 } from './efs/efs-001';
import { EFS_002 } from './efs/efs-002';
import { EFS_003 } from './efs/efs-003';
import { EKS_001 } from './eks/eks-001';
import { ELASTICACHE_001 } from './elasticache/elasticache-001';
import { ELASTICACHE_002 } from './elasticache/elasticache-002';
import { ELASTICACHE_003 } from './elasticache/elasticache-003';
import { ELASTICACHE_004 } from './elasticache/elasticache-004';
import { ELB_001 } from './elb/elb-001';
import { ELB_002 } from './elb/elb-002';
import { ELB_003 } from './elb/elb-003';
import { ELB_004 } from './elb/elb-004';
import { ELB_005 } from './elb/elb-005';
import { ELB_006 } from './elb/elb-006';
import { ELB_007 } from './elb/elb-007';
import { ELB_008 } from './elb/elb-008';
import { EMR_001 } from './emr/emr-001';
import { EVENTS_001 } from './events/events-001';
import { FIREHOSE_001 } from './firehose/firehose-001';
import { GLUE_001 } from './glue/glue-001';
import { IAM_001 } from './iam/iam-001';
import { IAM_002 } from './iam/iam-002';
import { IAM_003 } from './iam/iam-003';
import { IAM_004 } from './iam/iam-004';
import { KINESIS_001 } from './kinesis/kinesis-001';
import { KINESIS_002 } from './kinesis/kinesis-002';
import { KMS_001 } from './kms/kms-001';
import { KMS_002 } from './kms/kms-002';
import { KMS_003 } from './kms/kms-003';
import { KMS_004 } from './kms/kms-004';
import { LAMBDA_001 } from './lambda/lambda-001';
import { LAMBDA_002 } from './lambda/lambda-002';
import { LAMBDA_003 } from './lambda/lambda-003';
import { LAMBDA_004 } from './lambda/lambda-004';
import { LOGS_001 } from './logs/logs-001';
import { LOGS_002 } from './logs/logs-002';
import { LOGS_003 } from './logs/logs-003';
import { LOGS_004 } from './logs/logs-004';
import { LOGS_005 } from './logs/logs-005';
import { MEMORYDB_001 } from './memorydb/memorydb-001';
import { MEMORYDB_002 } from './memorydb/memorydb-002';
import { MSK_001 } from './msk/msk-001';
import { MWAA_001 } from './mwaa/mwaa-001';
import { NETWORKFIREWALL_001 } from './networkfirewall/networkfirewall-001';
import { OPENSEARCH_001 } from './opensearch/opensearch-001';
import { OPENSEARCH_002 } from './opensearch/opensearch-002';
import { OPENSEARCH_003 } from './opensearch/opensearch-003';
import { OPENSEARCH_004 } from './opensearch/opensearch-004';
import { PCA_001 } from './pca/pca-001';
import { RBIN_001 } from './rbin/rbin-001';
import { RDS_001 } from './rds/rds-001';
import { RDS_002 } from './rds/rds-002';
import { RDS_003 } from './rds/rds-003';
import { RDS_004 } from './rds/rds-004';
import { RDS_005 } from './rds/rds-005';
import { RDS_006 } from './rds/rds-006';
import { RDS_007 } from './rds/rds-007';
import { REDSHIFT_001 } from './redshift/redshift-001';
import { REDSHIFT_002 } from './redshift/redshift-002';
import { REDSHIFT_003 } from './redshift/redshift-003';
import { REDSHIFT_004 } from './redshift/redshift-004';
import { ROUTE53_001 } from './route53/route53-001';
import { ROUTE53_002 } from './route53/route53-002';
import { S3_001 } from './s3/s3-001';
import { S3_002 } from './s3/s3-002';
import { S3_003 } from './s3/s3-003';
import { S3_004 } from './s3/s3-004';
import { S3_005 } from './s3/s3-005';
import { S3_006 } from './s3/s3-006';
import { S3_007 } from './s3/s3-007';
import { S3_008 } from './s3/s3-008';
import { S3_009 } from './s3/s3-009';
import { S3_010 } from './s3/s3-010';
import { S3_011 } from './s3/s3-011';
import { S3_012 } from './s3/s3-012';
import { S3_013 } from './s3/s3-013';
import { S3_014 } from './s3/s3-014';
import { SAGEMAKER_001 } from './sagemaker/sagemaker-001';
import { SECRETSMANAGER_001 } from './secretsmanager/secretsmanager-001';
import { SECRETSMANAGER_002 } from './secretsmanager/secretsmanager-002';
import { SES_001 } from './ses/ses-001';
import { SFN_001 } from './sfn/sfn-001';
import { SFN_002 } from './sfn/sfn-002';
import { SNS_001 } from './sns/sns-001';
import { SNS_002 } from './sns/sns-002';
import { SNS_003 } from './sns/sns-003';
import { SNS_004 } from './sns/sns-004';
import { SQS_001 } from './sqs/sqs-001';
import { SQS_002 } from './sqs/sqs-002';
import { SQS_003 } from './sqs/sqs-003';
import { SQS_004 } from './sqs/sqs-004';
import { SSM_001 } from './ssm/ssm-001';
import { SSM_002 } from './ssm/ssm-002';
import { SSM_003 } from './ssm/ssm-003';
import { SSM_004 } from './ssm/ssm-004';
import { TF_001 } from './tf/tf-001';
import { TF_002 } from './tf/tf-002';
import { TF_003 } from './tf/tf-003';
import { TF_004 } from './tf/tf-004';
import { TRANSFER_001 } from './transfer/transfer-001';
import { WAF_001 } from './waf/waf-001';
import { WAF_002 } from './waf/waf-002';
import { WAF_003 } from './waf/waf-003';
import { WORKSPACES_001 } from './workspaces/workspaces-001';

/** Every rule, in the order of the ids. */
export const RULES: readonly Rule[] = [
  ACM_001,
  APIGATEWAY_001,
  APPSYNC_001,
  ATHENA_001,
  AUTOSCALING_001,
  AWS_001,
  AWS_002,
  AWS_003,
  AWS_004,
  AWS_005,
  AWS_006,
  AWS_007,
  AWS_008,
  AWS_009,
  AWS_010,
  AWS_011,
  AWS_012,
  BACKUP_001,
  BACKUP_002,
  BACKUP_003,
  BEDROCK_001,
  CLOUDFRONT_001,
  CLOUDTRAIL_001,
  CLOUDTRAIL_002,
  CONFIG_001,
  DAX_001,
  DAX_002,
  DMS_001,
  DX_001,
  DYNAMODB_001,
  DYNAMODB_002,
  DYNAMODB_003,
  EC2_001,
  EC2_002,
  EC2_003,
  EC2_004,
  EC2_005,
  EC2_006,
  EC2_007,
  EC2_008,
  EC2_009,
  EC2_010,
  EC2_011,
  EC2_012,
  EC2_013,
  EC2_014,
  EC2_015,
  EC2_016,
  EC2_017,
  ECR_001,
  ECS_001,
  EFS_001,
  EFS_002,
  EFS_003,
  EKS_001,
  ELASTICACHE_001,
  ELASTICACHE_002,
  ELASTICACHE_003,
  ELASTICACHE_004,
  ELB_001,
  ELB_002,
  ELB_003,
  ELB_004,
  ELB_005,
  ELB_006,
  ELB_007,
  ELB_008,
  EMR_001,
  EVENTS_001,
  FIREHOSE_001,
  GLUE_001,
  IAM_001,
  IAM_002,
  IAM_003,
  IAM_004,
  KINESIS_001,
  KINESIS_002,
  KMS_001,
  KMS_002,
  KMS_003,
  KMS_004,
  LAMBDA_001,
  LAMBDA_002,
  LAMBDA_003,
  LAMBDA_004,
  LOGS_001,
  LOGS_002,
  LOGS_003,
  LOGS_004,
  LOGS_005,
  MEMORYDB_001,
  MEMORYDB_002,
  MSK_001,
  MWAA_001,
  NETWORKFIREWALL_001,
  OPENSEARCH_001,
  OPENSEARCH_002,
  OPENSEARCH_003,
  OPENSEARCH_004,
  PCA_001,
  RBIN_001,
  RDS_001,
  RDS_002,
  RDS_003,
  RDS_004,
  RDS_005,
  RDS_006,
  RDS_007,
  REDSHIFT_001,
  REDSHIFT_002,
  REDSHIFT_003,
  REDSHIFT_004,
  ROUTE53_001,
  ROUTE53_002,
  S3_001,
  S3_002,
  S3_003,
  S3_004,
  S3_005,
  S3_006,
  S3_007,
  S3_008,
  S3_009,
  S3_010,
  S3_011,
  S3_012,
  S3_013,
  S3_014,
  SAGEMAKER_001,
  SECRETSMANAGER_001,
  SECRETSMANAGER_002,
  SES_001,
  SFN_001,
  SFN_002,
  SNS_001,
  SNS_002,
  SNS_003,
  SNS_004,
  SQS_001,
  SQS_002,
  SQS_003,
  SQS_004,
  SSM_001,
  SSM_002,
  SSM_003,
  SSM_004,
  TF_001,
  TF_002,
  TF_003,
  TF_004,
  TRANSFER_001,
  WAF_001,
  WAF_002,
  WAF_003,
  WORKSPACES_001,
];

/** The rules by id. */
export const RULES_BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));
