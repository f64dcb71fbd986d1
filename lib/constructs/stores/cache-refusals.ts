import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, refuseProps } from '../core/errors';
import { claimName } from '../core/names';
import { Form } from './text-formats';

/** Refuses the props by which other libraries and Terraform loosen a cache. */
export function refuseLoosening(scope: Construct, props: object): void {
  // A token of authentication is a secret, and must not stand in a message.
  if ((props as { authToken?: unknown }).authToken !== undefined) refuse(scope, { prop: 'authToken', ...USERS });
  refuseProps(scope, props, REFUSED);
}

/** Refuses a name that ElastiCache does not take, or that another cache of the stack has. */
export function requireName(scope: Construct, name: string): void {
  if (Token.isUnresolved(name) || !/^[a-z](?:-?[a-z0-9]){0,39}$/.test(name) || name.length > 40) {
    refuse(scope, {
      prop: 'cacheName',
      must: 'must be 1 to 40 lower case letters, digits and single hyphens, a letter first and no hyphen last, known when the program runs',
      value: name,
      fix: "write cacheName: 'acme-sessions'",
    });
  }
  claimName(scope, TerraformStack.of(scope), 'cacheName', name);
}

/** The versions of Valkey and Redis that IAM can authenticate users of. */
export const VERSION: Form = {
  form: /^(?:[7-9]|[1-9]\d)\.\d+$/,
  must: 'must be a version of 7.0 or newer: users of older ones cannot authenticate by IAM',
  example: '8.1',
};

const TLS = {
  must: 'must not be set: the cache takes TLS connections alone',
  measure: '1.1.2',
  fix: 'leave it out',
};
const ENCRYPTED = {
  must: 'must not be set: what is written to disk is always encrypted',
  measure: '1.2.1',
  fix: 'write encryptionKey for a key of your own, or leave it out',
};
const USERS = {
  must: 'must not be set: users authenticate by IAM, and nobody else can log in',
  measure: '3.1.1',
  fix: 'leave it out, and call addUser(id).grantConnect(role)',
};
const REDUNDANT = {
  must: 'must not be set: a cache always spans zones, and fails over by itself',
  measure: '3.3.1',
  fix: 'leave it out, and write nodes for how many there are',
};
const PRIVATE = {
  must: 'must not be set: a cache stands in the data subnets',
  measure: '3.3.4',
  fix: 'leave it out, and name who may connect by connections.allowFrom',
};
const KEPT = {
  must: 'is not a prop of this construct',
  measure: '4.1',
  fix: 'write snapshotRetentionDays',
};
const UPGRADED = {
  must: 'must not be set: minor upgrades always come by themselves, in the maintenance window',
  measure: '5.1.2',
  fix: 'leave it out, and write maintenanceWindow',
};

const REFUSED = {
  transitEncryptionEnabled: TLS,
  transitEncryptionMode: TLS,
  atRestEncryptionEnabled: ENCRYPTED,
  kmsKeyId: ENCRYPTED,
  userGroupIds: USERS,
  multiAzEnabled: REDUNDANT,
  automaticFailoverEnabled: REDUNDANT,
  numCacheClusters: REDUNDANT,
  subnetGroupName: PRIVATE,
  vpcSubnets: PRIVATE,
  snapshotRetentionLimit: KEPT,
  autoMinorVersionUpgrade: UPGRADED,
};
