/** What an auditor samples in operation, and how. */
export interface Query {
  /** What it shows. */
  readonly shows: string;
  /** Commands and steps, read-only, in Markdown. */
  readonly how: string;
}

/** The queries that claims name: what configuration cannot show, they sample. */
export const QUERIES = {
  Q1: {
    shows: 'TLS as negotiated',
    how: '`openssl s_client -connect HOST:443 -tls1_1` must fail; ELB connection logs, field `tls_protocol`; CloudTrail Lake `SELECT tlsDetails.tlsVersion, count(*) FROM EDS GROUP BY 1`',
  },
  Q2: {
    shows: 'Refusal of plain transport',
    how: '`aws s3api get-bucket-policy --bucket B`; `curl -sI http://B.s3.REGION.amazonaws.com` with a signed request must give 403; Config rule `s3-bucket-ssl-requests-only`',
  },
  Q3: {
    shows: 'TLS of data services',
    how: '`psql "sslmode=disable host=H"` must fail; `aws rds describe-db-cluster-parameters --db-cluster-parameter-group-name G --query "Parameters[?ParameterName==\'rds.force_ssl\'||ParameterName==\'ssl_min_protocol_version\']"`',
  },
  Q4: {
    shows: 'Encryption at rest, whole account',
    how: '`aws configservice select-aggregate-resource-config --configuration-aggregator-name A --expression "SELECT accountId, awsRegion, resourceId WHERE resourceType=\'AWS::RDS::DBInstance\' AND configuration.storageEncrypted=false"`; the same for `AWS::EC2::Volume` (`configuration.encrypted`), EFS, DynamoDB',
  },
  Q5: {
    shows: 'Encryption of recovery points',
    how: "`aws backup list-recovery-points-by-backup-vault --backup-vault-name V --query 'RecoveryPoints[?!IsEncrypted]'`; `aws rds describe-db-snapshots --query 'DBSnapshots[?!Encrypted]'`",
  },
  Q6: {
    shows: 'Keys',
    how: '`aws kms list-key-rotations --key-id K`; `aws kms get-key-policy --key-id K --policy-name default`; CloudTrail events `DisableKey`, `ScheduleKeyDeletion`, `PutKeyPolicy` of the period',
  },
  Q7: {
    shows: 'Certificates',
    how: '`aws acm-pca create-certificate-authority-audit-report`; `aws acm list-certificates --includes keyTypes=...`; sample `openssl x509 -issuer`',
  },
  Q8: {
    shows: 'Pseudonyms',
    how: 'CloudTrail `GenerateMac`, `VerifyMac` by principal; `aws macie2 list-findings` on the bucket of tokens; sample 25 records',
  },
  Q9: {
    shows: 'Rights as they are',
    how: '`aws accessanalyzer list-findings-v2 --analyzer-arn A`; `aws iam get-account-authorization-details`; `aws iam generate-service-last-accessed-details --arn R`',
  },
  Q10: {
    shows: 'Retention as it is',
    how: 'oldest object: `aws s3api list-objects-v2 --bucket B --query "sort_by(Contents,&LastModified)[0]"`; `list-object-versions` for a deleted id; `SELECT min(created) FROM customers`; `aws logs describe-log-groups --query "logGroups[?retentionInDays==null]"`',
  },
  Q11: {
    shows: 'Classes',
    how: '`aws resourcegroupstaggingapi get-resources --tag-filters Key=tom:data-class`; against the Config inventory of stores',
  },
  Q12: {
    shows: 'Identities and ways in',
    how: '`aws sso-admin list-account-assignments`; `aws identitystore list-users`; `aws ec2 describe-client-vpn-connections`',
  },
  Q13: {
    shows: 'Users, root',
    how: '`aws iam get-credential-report`; `aws iam get-account-summary`; `aws iam list-organizations-features`',
  },
  Q14: {
    shows: 'Sessions',
    how: '`aws ssm describe-sessions --state History` against the streams of the log group, one to one; CloudTrail `StartSession` with another `documentName`',
  },
  Q15: {
    shows: 'Trails',
    how: '`aws cloudtrail get-trail-status --name T`; `aws cloudtrail validate-logs --trail-arn T --start-time S`; `aws s3api get-object-retention`; CloudTrail `StopLogging`, `PutBucketPolicy`, `PutBucketLifecycleConfiguration`, `PutRetentionPolicy` on the archive',
  },
  Q16: {
    shows: 'Logs arrive',
    how: 'for each source: `aws logs describe-log-streams --log-group-name G --order-by LastEventTime --descending --max-items 1`; newest key under the prefix; sample one entry for its fields',
  },
  Q17: {
    shows: 'Detection',
    how: '`aws guardduty get-detector --detector-id D`; `aws securityhub get-enabled-standards`; `aws securitylake list-log-sources`; one alert traced to its ticket',
  },
  Q18: {
    shows: 'Drift',
    how: '`terraform plan -detailed-exitcode` gives 0; `aws configservice describe-configuration-recorder-status`; resources in Config that no state holds',
  },
  Q19: {
    shows: 'Network as it is',
    how: '`aws ec2 describe-security-group-rules --filters Name=group-id,Values=...`; `aws ec2 start-network-insights-access-scope-analysis`; `nmap` from outside',
  },
  Q20: {
    shows: 'Flow logs',
    how: '`aws ec2 describe-flow-logs --query "FlowLogs[].[ResourceId,FlowLogStatus,DeliverLogsStatus]"`; `aws route53resolver list-resolver-query-log-config-associations`',
  },
  Q21: {
    shows: 'Attacks',
    how: '`aws wafv2 get-sampled-requests`; CloudWatch `BlockedRequests`; `aws shield describe-attack-statistics`',
  },
  Q22: {
    shows: 'Backups as taken',
    how: '`aws backup list-backup-jobs --by-state FAILED`; `aws backup list-protected-resources` against the stores; `aws rds describe-db-cluster-snapshots`',
  },
  Q23: {
    shows: 'Restores',
    how: '`aws backup list-restore-jobs --by-restore-testing-plan-arn P --query "RestoreJobs[].[Status,ValidationStatus,CompletionDate]"`; the protocol of the last one by hand',
  },
  Q24: {
    shows: 'Copies',
    how: '`aws backup list-copy-jobs --by-destination-vault-arn V`; `aws backup describe-backup-vault --query "[Locked,LockDate]"`',
  },
  Q25: {
    shows: 'Weaknesses',
    how: '`aws inspector2 list-coverage`; `aws inspector2 list-findings --filter-criteria \'{"severity":[{"comparison":"EQUALS","value":"CRITICAL"}]}\'`, age against the agreed days',
  },
  Q26: {
    shows: 'Patches',
    how: '`aws ssm describe-instance-patch-states`; `aws rds describe-pending-maintenance-actions`; image ids in use',
  },
  Q27: {
    shows: 'Alarms',
    how: "`aws cloudwatch describe-alarms --query 'MetricAlarms[?!not_null(AlarmActions[0])]'`; `describe-alarm-history`; subscribers of the topic confirmed",
  },
  Q28: {
    shows: 'Failover',
    how: '`aws rds describe-events --source-type db-cluster --duration 20160`; `aws fis list-experiments`; protocol',
  },
  Q29: {
    shows: 'Changes',
    how: '25 changes: CloudTrail write events by principals other than the pipeline; pull request, approver, plan hash of each',
  },
  Q30: { shows: 'Code', how: 'export of branch protection; runs of the analyser on the sampled commits' },
  Q31: {
    shows: 'Second factor',
    how: 'CloudTrail `ConsoleLogin` with `additionalEventData.MFAUsed`; policy export of the identity provider; `aws iam list-virtual-mfa-devices`',
  },
  Q32: { shows: 'Records', how: 'record of processing and schedule against the stores, five stores each way' },
  Q33: {
    shows: 'Reports of AWS',
    how: '`aws artifact list-reports`, `get-report-metadata`; period, regions, services, exceptions, complementary customer controls',
  },
  Q34: {
    shows: 'Organization',
    how: '`aws organizations list-policies-for-target --target-id A --filter SERVICE_CONTROL_POLICY`; `list-accounts`',
  },
  Q35: { shows: 'Contacts', how: '`aws account get-alternate-contact --alternate-contact-type SECURITY`' },
  Q36: {
    shows: 'Requests of persons',
    how: 'five closed requests: dates, what was found, erasure proven by Q10; `aws stepfunctions list-executions`',
  },
  Q37: {
    shows: 'Regions',
    how: '`aws configservice select-aggregate-resource-config ... "SELECT awsRegion, COUNT(*) GROUP BY awsRegion"`; `aws account list-regions`',
  },
  Q38: {
    shows: 'Secrets',
    how: '`aws secretsmanager list-secrets --query "SecretList[].[Name,LastRotatedDate]"`; search of the state for the patterns of AWS-005',
  },
  Q39: { shows: 'Breach', how: 'protocol of the last exercise or case: noticed, decided, told (times)' },
  Q40: {
    shows: 'People',
    how: '25 of the personnel list against accounts, agreements, trainings, joiner and leaver dates',
  },
  Q41: {
    shows: 'Files',
    how: 'history of alarms; change a watched file, see the alarm; `aws configservice get-resource-config-history`',
  },
} as const satisfies { readonly [id: `Q${number}`]: Query };

export type QueryId = keyof typeof QUERIES;
