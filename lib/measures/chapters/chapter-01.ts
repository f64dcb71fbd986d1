import { controls } from '../controls';
import { Measure } from '../measure';

/** Chapter 1: pseudonymization and encryption (GDPR Art. 32(1)(a)). */
export const CHAPTER_1: readonly Measure[] = [
  {
    id: '1.1.1',
    chapter: 1,
    title: 'TLS on untrusted networks',
    statement: 'Whatever crosses a public or untrusted network travels over TLS 1.2 or newer.',
    kind: 'technical',
    controls: controls({
      gdpr: ['32(1)(a)'],
      'c5:2020': ['CRY-02'],
      'iso27001:2022': ['A.5.14', 'A.8.21', 'A.8.24'],
      soc2: ['CC6.1', 'CC6.7'],
      'cis-aws:3.0': ['2.1.1'],
      'security-hub': [
        'S3.5',
        'ELB.1',
        'ELB.17',
        'ELB.18',
        'CloudFront.3',
        'CloudFront.9',
        'CloudFront.10',
        'CloudFront.15',
      ],
    }),
  },
  {
    id: '1.2.1',
    chapter: 1,
    title: 'AES-256 for databases and object stores',
    statement: 'Databases and object stores that hold sensitive data encrypt it at rest with AES-256.',
    kind: 'technical',
    controls: controls({
      gdpr: ['32(1)(a)'],
      'c5:2020': ['CRY-03'],
      'iso27001:2022': ['A.8.24'],
      soc2: ['CC6.1'],
      'cis-aws:3.0': ['2.2.1', '2.3.1', '2.4.1'],
      'security-hub': [
        'RDS.3',
        'RDS.27',
        'EC2.3',
        'EC2.7',
        'S3.17',
        'EFS.1',
        'EFS.8',
        'SQS.1',
        'Kinesis.1',
        'DynamoDB.3',
        'Opensearch.1',
        'Redshift.10',
      ],
    }),
  },
];
