import { App } from 'cdktf';
import { EncryptedStateBackendProps, Environment, Guardrails, Posture } from 'cdktf-aws-toms';
import { SiteStack } from './site-stack';

// The bucket and the key of the states: the example log-archive has the stack that makes them.
const state: EncryptedStateBackendProps = {
  bucketName: 'acme-terraform-state',
  kmsKeyArn:
    process.env.STATE_KEY_ARN ?? 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

// The certificate of the domain: CloudFront takes one of us-east-1.
const certificateArn =
  process.env.SITE_CERTIFICATE_ARN ??
  'arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab';

/** Where the shop delivers to: the member states of the European Union. */
const COUNTRIES = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Whom to tell of a weakness, once somebody says until when that is true: a security.txt lapses within a year. */
const expires = process.env.SECURITY_TXT_EXPIRES;
const securityTxt = expires === undefined ? undefined : { contacts: ['mailto:security@example.com'], expires };

const app = new App();
Guardrails.enforce(app);
Posture.set(app, {
  environment: process.env.EPHEMERAL === 'true' ? Environment.EPHEMERAL : Environment.PRODUCTION,
  owner: 'web',
  namePrefix: 'acme',
  retentionDays: 3650,
  globalServiceLogs:
    'requests to CloudFront are logged in us-east-1 only, by our transfer assessment of 2 November 2026',
});

new SiteStack(app, 'site', { state, certificateArn, domainName: 'www.example.com', countries: COUNTRIES, securityTxt });

app.synth();
