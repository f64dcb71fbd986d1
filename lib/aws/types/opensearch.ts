import { InTransit, Logs, PublicAddress, Reading, Service, Setting } from './resource-type';

const BETWEEN_NODES: InTransit = {
  demand: 'encrypts traffic between its nodes',
  settings: [
    {
      attribute: 'node_to_node_encryption.enabled',
      is: [true],
      otherwise: 'documents pass unencrypted from node to node',
    },
  ],
  facts: 'The nodes of a domain exchange documents unencrypted by default.',
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
    'AWS Security Hub Opensearch.3, ES.3',
  ],
};

const PUBLIC: PublicAddress = {
  vpc: 'vpc_options',
  facts: 'A search domain has a public endpoint unless `vpc_options` puts it into a VPC. A change replaces the domain.',
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html',
    'AWS Security Hub Opensearch.2, ES.2',
  ],
};

const OPTIONS = 'domain_endpoint_options';

const POLICY: Setting = {
  attribute: `${OPTIONS}.tls_security_policy`,
  is: ['Policy-Min-TLS-1-2-PFS-2023-10', 'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08'],
  otherwise: 'the domain takes old TLS or ciphers without forward secrecy',
};

const HTTPS: Setting = {
  attribute: `${OPTIONS}.enforce_https`,
  is: [true],
  default: true,
  otherwise: 'the domain takes plain HTTP',
};

const ENDPOINT: InTransit = {
  demand: 'requires HTTPS with TLS 1.2 or newer and forward secrecy',
  settings: [POLICY, HTTPS],
  // The provider enforces HTTPS by default where the block is set; without the block AWS does not.
  settingsOf: (domain) => [POLICY, { ...HTTPS, default: domain.blocks(OPTIONS).length > 0 }],
  facts:
    'Without `domain_endpoint_options` a domain takes plain HTTP as well as HTTPS, and TLS 1.0. Policy-Min-TLS-1-2-2019-07 admits no old TLS, but ciphers without forward secrecy.',
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html',
    'AWS Security Hub Opensearch.8, ES.8',
  ],
};

const AUDIT_LOGS: Logs = {
  what: 'who searched it',
  list: { blocks: 'log_publishing_options', log: 'log_type', wanted: ['AUDIT_LOGS'], enabled: 'enabled' },
  otherwise: 'nothing shows who searched the domain',
  facts:
    'CloudTrail shows who changed a domain, and nothing of who searched it. Audit logs do: sign-ins, failed ones too, and requests to indices. They need fine-grained access control, and beside the publishing that is judged here, somebody has to switch them on within the domain.',
  note: 'Each block names a log group, such as that of a `RetainedLogGroup`. Set `advanced_security_options.enabled` to true.',
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html',
    'AWS Security Hub Opensearch.5, ES.5',
  ],
};

/** The domain decrypts what it answers: who searches it needs no right on the key. */
const SEARCHES: Reading = {
  reads: [
    { action: 'es:ESHttpGet', part: '/*' },
    { action: 'es:ESHttpPost', part: '/*' },
  ],
  sources: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html'],
};

export const SERVICE: Service = {
  name: 'OpenSearch Service',
  types: {
    aws_opensearch_domain: {
      noun: 'search domain',
      holdsData: true,
      policy: {
        attribute: 'access_policies',
        apart: { type: 'aws_opensearch_domain_policy', attribute: 'domain_name', names: 'domain_name' },
      },
      reading: SEARCHES,
      authentication: {
        demand: 'asks its users who they are, with fine-grained access control',
        ways: [
          [
            { attribute: 'advanced_security_options.enabled', is: [true], default: false },
            { attribute: 'advanced_security_options.anonymous_auth_enabled', is: [false], default: false },
          ],
        ],
        otherwise: 'whatever reaches the domain may read every index that its policy lets pass',
        facts:
          'Without fine-grained access control the policy of a domain decides by IAM only, about whole indexes, and Dashboards knows no users. It is off by default. Anonymous access is for the migration to it.',
        sources: [
          'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html',
          'AWS Security Hub Opensearch.7',
        ],
      },
      publicAddress: PUBLIC,
      network: {
        drawn: { as: 'database', what: 'search domain' },
        groups: ['vpc_options.security_group_ids'],
        subnets: ['vpc_options.subnet_ids'],
        within: 'vpc_options',
      },
      secrets: [
        {
          path: 'advanced_security_options.master_user_options.master_user_password',
          instead: 'master_user_arn',
        },
      ],
      atRest: {
        data: 'any',
        settings: [
          { attribute: 'encrypt_at_rest.enabled', is: [true], otherwise: 'indices and snapshots lie unencrypted' },
        ],
        key: 'encrypt_at_rest.kms_key_id',
        withoutKey: 'the AWS managed key encrypts personal data',
        facts:
          'A domain encrypts its indices, logs, swap and automated snapshots only if it is told to. Without a key of its own it uses the AWS managed key aws/es.',
        note: 'Another key replaces the domain.',
        sources: [
          'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
          'AWS Security Hub Opensearch.1, ES.1',
        ],
      },
      inTransit: BETWEEN_NODES,
      minTls: ENDPOINT,
      logs: AUDIT_LOGS,
    },
    aws_elasticsearch_domain: {
      noun: 'search domain',
      policy: {
        attribute: 'access_policies',
        apart: { type: 'aws_elasticsearch_domain_policy', attribute: 'domain_name', names: 'domain_name' },
      },
      reading: SEARCHES,
      authentication: {
        demand: 'asks its users who they are, with fine-grained access control',
        ways: [[{ attribute: 'advanced_security_options.enabled', is: [true], default: false }]],
        otherwise: 'whatever reaches the domain may read every index that its policy lets pass',
        facts:
          'Without fine-grained access control the policy of a domain decides by IAM only, about whole indexes, and Dashboards knows no users. It is off by default. Anonymous access is for the migration to it.',
        sources: [
          'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html',
          'AWS Security Hub Opensearch.7',
        ],
      },
      publicAddress: PUBLIC,
      atRest: {
        data: 'any',
        settings: [
          { attribute: 'encrypt_at_rest.enabled', is: [true], otherwise: 'indices and snapshots lie unencrypted' },
        ],
        key: 'encrypt_at_rest.kms_key_id',
        withoutKey: 'the AWS managed key encrypts personal data',
        facts:
          'A domain encrypts its indices, logs, swap and automated snapshots only if it is told to. Without a key of its own it uses the AWS managed key aws/es.',
        note: 'Another key replaces the domain.',
        sources: [
          'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
          'AWS Security Hub Opensearch.1, ES.1',
        ],
      },
      inTransit: BETWEEN_NODES,
      minTls: ENDPOINT,
      logs: AUDIT_LOGS,
    },
    aws_opensearchserverless_collection: {
      noun: 'collection of OpenSearch Serverless',
      holdsData: true,
    },
    aws_osis_pipeline: {
      noun: 'ingestion pipeline',
      atRest: {
        data: 'personal',
        key: 'encryption_at_rest_options.kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'A pipeline buffers what it takes in, encrypted by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/osis-features-overview.html'],
      },
      logs: {
        what: 'its events',
        ways: [[{ attribute: 'log_publishing_options.is_logging_enabled', is: [true], default: false }]],
        otherwise: 'records that were lost leave no trace',
        facts:
          'A pipeline of OpenSearch Ingestion publishes logs of its errors and warnings where that is switched on, to the log group that it names.',
        sources: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/monitoring-pipeline-logs.html'],
      },
    },
  },
};
