import { Construct } from 'constructs';
import * as toms from '../../lib';

export const STATE = {
  bucketName: 'acme-terraform-state',
  kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

type Make = (scope: Construct, id: string) => Construct;

/** How each construct is made: with nothing but what it cannot do without, and with every optional part that adds resources. */
export const CONSTRUCTS: {
  readonly [name: string]: { readonly defaults: Make; readonly variants?: { readonly [title: string]: Make } };
} = {
  RotatedKey: {
    defaults: (scope, id) => new toms.RotatedKey(scope, id),
    variants: {
      'with a region and users': (scope, id) =>
        new toms.RotatedKey(scope, id, { region: 'eu-west-1', userArns: ['arn:aws:iam::111122223333:role/orders'] }),
    },
  },
  EncryptedBucket: {
    defaults: (scope, id) => new toms.EncryptedBucket(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.EncryptedBucket(scope, id, { region: 'eu-west-1' }),
      'with another class of data': (scope, id) =>
        new toms.EncryptedBucket(scope, id, { dataClass: toms.DataClass.SPECIAL_CATEGORY }),
      'with an archive and a key': (scope, id) =>
        new toms.EncryptedBucket(scope, id, {
          accessLogBucket: new toms.AuditLogArchive(scope, 'Archive').accessLogBucket,
          encryptionKey: new toms.RotatedKey(scope, 'Key'),
        }),
    },
  },
  AccountTrail: {
    defaults: (scope, id) =>
      new toms.AccountTrail(scope, id, { archive: new toms.AuditLogArchive(scope, `${id}Archive`) }),
    variants: {
      'with buckets': (scope, id) =>
        new toms.AccountTrail(scope, id, {
          archive: new toms.AuditLogArchive(scope, `${id}Archive`),
          dataEventBuckets: [new toms.EncryptedBucket(scope, 'Invoices')],
        }),
      'with an archive of another region': (scope, id) =>
        new toms.AccountTrail(scope, id, {
          archive: new toms.AuditLogArchive(scope, `${id}Archive`, { region: 'eu-west-1' }),
        }),
    },
  },
  OrganizationTrail: {
    defaults: (scope, id) =>
      new toms.OrganizationTrail(scope, id, { archive: new toms.AuditLogArchive(scope, `${id}Archive`) }),
  },
  AuditLogArchive: {
    defaults: (scope, id) => new toms.AuditLogArchive(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.AuditLogArchive(scope, id, { region: 'eu-west-1' }),
      'with a key': (scope, id) =>
        new toms.AuditLogArchive(scope, id, { encryptionKey: new toms.RotatedKey(scope, 'Key') }),
    },
  },
  RetainedLogGroup: {
    defaults: (scope, id) => new toms.RetainedLogGroup(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.RetainedLogGroup(scope, id, { region: 'eu-west-1' }),
      ...Object.fromEntries(
        Object.values(toms.DataClass).map((dataClass): [string, Make] => [
          `of ${dataClass} data`,
          (scope, id) => new toms.RetainedLogGroup(scope, id, { dataClass }),
        ])
      ),
      'with a key': (scope, id) =>
        new toms.RetainedLogGroup(scope, id, { encryptionKey: new toms.RotatedKey(scope, 'Key') }),
    },
  },
  WebFirewall: {
    defaults: (scope, id) => new toms.WebFirewall(scope, id),
    variants: {
      'with a region': (scope, id) => new toms.WebFirewall(scope, id, { region: 'eu-west-1' }),
    },
  },
  EncryptedStateBackend: {
    defaults: (scope, id) => new toms.EncryptedStateBackend(scope, id, STATE),
  },
};

/** The constructs that the package exports, found by what they are. */
export const EXPORTED = Object.entries(toms)
  .filter(([, value]) => typeof value === 'function' && value.prototype instanceof Construct)
  .map(([name]) => name)
  .sort();
