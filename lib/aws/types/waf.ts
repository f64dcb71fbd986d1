import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'WAF',
  types: {
    aws_wafv2_web_acl: {
      noun: 'web ACL',
      logs: {
        what: 'its requests',
        companion: { type: 'aws_wafv2_web_acl_logging_configuration', attribute: 'resource_arn' },
        otherwise: 'nobody sees what it refused and what it let in',
        facts:
          'The log of a web ACL shows who asked for what, and which rule let it in or refused it: what an attack is traced by, and what shows that a rule hits the wrong people. The samples of the console are a few requests of the last hours. A filter may keep only what was refused; it is not judged.',
        note: 'The log goes to a bucket, log group or stream whose name begins with aws-waf-logs-. Redact what is secret with `redacted_fields`.',
        sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/logging.html', 'AWS Security Hub WAF.11'],
      },
    },
    aws_waf_web_acl: {
      noun: 'web ACL of WAF Classic',
      logs: {
        what: 'its requests',
        ways: [
          [
            {
              attribute: 'logging_configuration.log_destination',
              such: '${aws_kinesis_firehose_delivery_stream.log.arn}',
            },
          ],
        ],
        otherwise: 'no log says which requests it let pass',
        facts: 'WAF Classic logs requests to Data Firehose where a web ACL names a stream, and nothing otherwise.',
        sources: [
          'https://docs.aws.amazon.com/waf/latest/developerguide/classic-logging.html',
          'AWS Security Hub WAF.1',
        ],
      },
    },
    aws_wafregional_web_acl: {
      noun: 'web ACL of WAF Classic',
      logs: {
        what: 'its requests',
        ways: [
          [
            {
              attribute: 'logging_configuration.log_destination',
              such: '${aws_kinesis_firehose_delivery_stream.log.arn}',
            },
          ],
        ],
        otherwise: 'no log says which requests it let pass',
        facts: 'WAF Classic logs requests to Data Firehose where a web ACL names a stream, and nothing otherwise.',
        sources: [
          'https://docs.aws.amazon.com/waf/latest/developerguide/classic-logging.html',
          'AWS Security Hub WAF.1',
        ],
      },
    },
  },
};
