import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  EncryptedBucket,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  EncryptedTable,
  LogType,
  MaskedLogs,
  PseudonymizationKey,
  RetainedLogGroup,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';
import { RecordsStack } from './records-stack';

/** Statistics on pseudonyms: anyone who reads them cannot derive whose they are, and anyone who derives pseudonyms reads none. */
export class AnalyticsStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    props: { readonly state: EncryptedStateBackendProps; readonly records: RecordsStack }
  ) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);

    const visits = new EncryptedBucket(this, 'Visits', {
      dataCategory: 'visits',
      // Rule KMS-004 proves of what bears this tag that nobody who reads it can derive a token.
      tags: { 'tom:pseudonymized': 'true' },
    });
    const reports = new EncryptedTable(this, 'Reports', {
      dataCategory: 'reports',
      partitionKey: { name: 'month' },
      timeToLiveAttribute: 'expires',
    });

    const tokenizer = new IamRole(this, 'Tokenizer', { assumeRolePolicy: assumedBy('lambda.amazonaws.com') });
    const analyst = new IamRole(this, 'Analyst', { assumeRolePolicy: assumedBy('glue.amazonaws.com') });

    const tokens = new PseudonymizationKey(this, 'VisitorTokens');
    tokens.grantTokenize(tokenizer);
    props.records.events.grantRead(tokenizer);
    visits.grantWrite(tokenizer);
    tokens.denyReader(analyst);
    visits.grantRead(analyst);
    reports.grantReadWriteData(analyst);

    const queries = new RetainedLogGroup(this, 'Queries', { logType: LogType.APPLICATION, dataCategory: 'visits' });
    queries.grantWrite(analyst);
    new MaskedLogs(this, 'Masked', { logGroup: queries }).denyUnmask(analyst);
  }
}

function assumedBy(service: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });
}
