import { App } from 'cdktf';
import {
  DataClass,
  EncryptedStateBackendProps,
  Environment,
  Guardrails,
  Posture,
  RetentionSchedule,
} from 'cdktf-aws-toms';
import { AnalyticsStack } from './analytics-stack';
import { NetworkStack } from './network-stack';
import { RecordsStack } from './records-stack';

// The bucket and the key of the states: the example log-archive has the stack that makes them.
const state: EncryptedStateBackendProps = {
  bucketName: 'acme-terraform-state',
  kmsKeyArn:
    process.env.STATE_KEY_ARN ?? 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

// The certificate of the VPN's own name, and the identity provider of the people who use it.
const certificateArn =
  process.env.CERTIFICATE_ARN ??
  'arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab';
const samlProviderArn = 'arn:aws:iam::111122223333:saml-provider/workforce';

// The security group of the customers' portal, which another team runs in the network.
const portalGroupId = process.env.PORTAL_GROUP_ID ?? 'sg-0123456789abcdef0';

const app = new App();
Guardrails.enforce(app);
Posture.set(app, { environment: Environment.PRODUCTION, owner: 'platform', namePrefix: 'acme' });

// What is kept, for how long, and why. Stores name their category; nothing else says a number of days.
RetentionSchedule.set(app, {
  customers: { retentionDays: 1096, legalBasis: '§ 195 BGB: claims lapse after 3 years' },
  appointments: { retentionDays: 731, legalBasis: 'GDPR Art. 6(1)(f): questions about past appointments' },
  sessions: { retentionDays: 14, legalBasis: 'GDPR Art. 6(1)(b): while a visit lasts' },
  certificates: {
    retentionDays: 3653,
    legalBasis: '§ 630f(3) BGB: 10 years',
    dataClass: DataClass.SPECIAL_CATEGORY,
  },
  events: { retentionDays: 30, legalBasis: 'GDPR Art. 6(1)(f): to find faults' },
  visits: { retentionDays: 731, legalBasis: 'GDPR Art. 89(1): statistics on pseudonyms' },
  reports: { retentionDays: 1827, legalBasis: 'internal reporting: no person in it', dataClass: DataClass.INTERNAL },
});

const network = new NetworkStack(app, 'network', { state, certificateArn, samlProviderArn });
const records = new RecordsStack(app, 'records', { state, network, portalGroupId });
new AnalyticsStack(app, 'analytics', { state, records });

app.synth();
