import { Condition, isOpen } from '../../policy';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { asNumber } from '../../value';
import { bucketPolicyDenies, isDeniedTo } from './bucket-policy';

const MIN_TLS = 1.2;

const DENIAL = {
  Sid: 'DenyOldTls',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['${aws_s3_bucket.invoices.arn}', '${aws_s3_bucket.invoices.arn}/*'],
};

/** Buckets that refuse outdated TLS. */
export const S3_002: ResourceRule = {
  id: 'S3-002',
  title: `A bucket policy denies TLS below ${MIN_TLS}`,
  severity: 'high',
  measures: ['1.1.1'],
  rationale:
    'The bucket policy is the one place where the owner of a bucket sets the lowest TLS version, for every endpoint and client. TLS 1.0 and 1.1 are broken and formally deprecated.',
  fix: `Use \`EncryptedBucket\`, or add to the bucket policy a statement with Effect Deny, Principal *, Action s3:*, the bucket and its objects as Resource, and the condition NumericLessThan s3:TlsVersion = ${MIN_TLS}.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    let open: string | undefined;
    const denial = bucketPolicyDenies(model, bucket, (statement) =>
      isDeniedTo(statement, 's3:tlsversion', (condition) => {
        open ??= condition.values.find(isOpen);
        return refusesOldTls(condition);
      })
    );
    if (denial === 'found') return MET;
    if (open !== undefined) return undetermined(`the denied s3:TlsVersion is ${open}, which only a plan can tell`);
    if (denial !== 'absent') return undetermined(denial.because);
    return violated(`no statement of a bucket policy denies s3:* to everybody where s3:TlsVersion is below ${MIN_TLS}`);
  },
  examples: {
    pass: [
      {
        title: 'the policy is a resource of its own',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_policy: {
              invoices: {
                bucket: '${aws_s3_bucket.invoices.id}',
                policy: JSON.stringify({
                  Statement: [{ ...DENIAL, Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }],
                }),
              },
            },
          },
        },
      },
      {
        title: 'the policy stands within each of two buckets, and names the version as text',
        terraform: {
          resource: [
            {
              aws_s3_bucket: [
                {
                  invoices: [
                    {
                      count: 2,
                      policy:
                        '${jsonencode({ Statement = [{ Effect = "Deny", Principal = { AWS = "*" }, Action = "s3:*", Resource = "*", Condition = { NumericLessThanIfExists = { "s3:TlsVersion" = "1.3" } } }] })}',
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'the policy denies plain HTTP only',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_policy: {
              invoices: {
                bucket: '${aws_s3_bucket.invoices.id}',
                policy: JSON.stringify({
                  Statement: [{ ...DENIAL, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
                }),
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
      {
        title: 'the policy denies TLS 1.0, and lets 1.1 through',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_policy: {
              invoices: {
                bucket: '${aws_s3_bucket.invoices.id}',
                policy: JSON.stringify({
                  Statement: [{ ...DENIAL, Condition: { NumericLessThan: { 's3:TlsVersion': '1.1' } } }],
                }),
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the version',
        terraform: {
          variable: { tls: {} },
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_policy: {
              invoices: {
                bucket: '${aws_s3_bucket.invoices.id}',
                policy: JSON.stringify({
                  Statement: [{ ...DENIAL, Condition: { NumericLessThan: { 's3:TlsVersion': '${var.tls}' } } }],
                }),
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
    ],
  },
};

/** Policies hold the version as a number or as its text. A request is refused where it is below any of the values. */
function refusesOldTls(condition: Condition): boolean {
  if (!/^NumericLessThan(IfExists)?$/i.test(condition.operator)) return false;
  return condition.values.some((value) => (asNumber(value) ?? 0) >= MIN_TLS);
}
