import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, refuseProps } from '../core/errors';
import { claimName } from '../core/names';
import { requireWholeNumber } from '../core/require';
import { SearchDomainProps } from './search-domain-props';
import { Form, requireForm } from './text-formats';

/** Refuses the props by which other libraries and Terraform loosen a domain. */
export function refuseLoosening(scope: Construct, props: object): void {
  // A password is a secret, and must not stand in a message.
  const { masterUserPassword } = props as { masterUserPassword?: unknown };
  if (masterUserPassword !== undefined) refuse(scope, { prop: 'masterUserPassword', ...BY_IAM });
  refuseProps(scope, props, REFUSED);
}

/** Refuses texts and sizes that OpenSearch Service would only refuse when they are applied, and what cannot encrypt. */
export function requireForms(scope: Construct, props: SearchDomainProps): void {
  requireMasterUser(scope, props.masterUserArn);
  requireForm(scope, 'engineVersion', props.engineVersion, VERSION);
  for (const prop of ['instanceType', 'masterInstanceType'] as const) requireInstanceType(scope, prop, props[prop]);
  if (props.storageGiB !== undefined) {
    requireWholeNumber(scope, 'storageGiB', props.storageGiB, { min: 10, of: 'GiB', measure: '3.3.2', example: 20 });
  }
  requireTime(scope, props.offPeakStart);
}

/**
 * In how many zones the nodes stand: in as many as possible with the same number in each. Refuses numbers of nodes for which there is none.
 *
 * @param available how many zones the data subnets are in
 */
export function zonesOf(scope: Construct, nodes: number, available: number, isEphemeral: boolean): number {
  const known = !Token.isUnresolved(nodes);
  if (known && isEphemeral && nodes === 1) return 1;
  const zones = known && nodes > 0 ? [3, 2].find((count) => count <= available && nodes % count === 0) : undefined;
  if (zones !== undefined) return zones;
  const multiple = `must be a multiple of ${available > 2 ? '2 or 3' : '2'}: every zone has as many nodes as the next, and one that fails must not take all of them`;
  refuse(scope, {
    prop: 'nodes',
    must: known ? multiple : 'must be a plain number, known when the program runs',
    value: nodes,
    measure: '3.3.1',
    fix: `write nodes: ${Math.min(available, 3)}`,
  });
}

/** Refuses a name that OpenSearch Service does not take, or that another domain of the stack has. */
export function requireName(scope: Construct, name: string): void {
  if (Token.isUnresolved(name) || !/^[a-z][a-z0-9-]{2,27}$/.test(name)) {
    refuse(scope, {
      prop: 'domainName',
      must: 'must be 3 to 28 lower case letters, digits and hyphens, a letter first, known when the program runs',
      value: name,
      fix: "write domainName: 'acme-products'",
    });
  }
  claimName(scope, TerraformStack.of(scope), 'domainName', name);
}

/** The versions that know fine-grained access control, and with it audit logs. */
const VERSION: Form = {
  form: /^(?:OpenSearch_\d+\.\d+|Elasticsearch_(?:6\.[7-9]|7\.\d+))$/,
  must: 'must be a version of OpenSearch, or of Elasticsearch from 6.7 on: older ones have no fine-grained access control and no audit logs',
  example: 'OpenSearch_3.1',
};

const INSTANCE_TYPE: Form = {
  form: /^[a-z0-9]+\.[a-z0-9]+\.search$/,
  must: "must be a type of instances, with '.search' at its end",
  example: 'r6g.large.search',
};

function requireMasterUser(scope: Construct, arn: string): void {
  if (Token.isUnresolved(arn) || /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn)) return;
  refuse(scope, {
    prop: 'masterUserArn',
    must: 'must be the ARN of a role: its sessions end, and nobody keeps a password or an access key',
    value: arn,
    measure: '3.1.1',
    fix: 'write masterUserArn: role.arn',
  });
}

function requireInstanceType(scope: Construct, prop: string, type: string | undefined): void {
  requireForm(scope, prop, type, INSTANCE_TYPE);
  if (type === undefined || Token.isUnresolved(type) || !/^(?:m3|r3|t2)\./.test(type)) return;
  refuse(scope, {
    prop,
    must: 'must be a type that can encrypt: those of m3, r3 and t2 cannot',
    value: type,
    measure: '1.2.1',
    fix: `write ${prop}: '${INSTANCE_TYPE.example}'`,
  });
}

function requireTime(scope: Construct, offPeakStart: string | undefined): void {
  if (offPeakStart === undefined) return;
  if (!Token.isUnresolved(offPeakStart) && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(offPeakStart)) return;
  refuse(scope, {
    prop: 'offPeakStart',
    must: 'must be a time of day in UTC, known when the program runs',
    value: offPeakStart,
    fix: "write offPeakStart: '22:00'",
  });
}

const TLS = {
  must: 'must not be set: the domain takes HTTPS alone, of TLS 1.2 or newer with forward secrecy',
  measure: '1.1.1',
  fix: 'leave it out',
};
const NODES_ENCRYPT = {
  must: 'must not be set: nodes always encrypt what they send one another',
  measure: '1.1.2',
  fix: 'leave it out',
};
const ENCRYPTED = {
  must: 'must not be set: indices and automated snapshots are always encrypted',
  measure: '1.2.1',
  fix: 'write encryptionKey for a key of your own, or leave it out',
};
const PRIVATE = {
  must: 'must not be set: a domain stands in the data subnets, and has no public endpoint',
  measure: '3.3.4',
  fix: 'leave it out, and name who may connect by connections.allowFrom',
};
const CLOSED = {
  must: 'must not be set: the access policy lets in the master user alone, and others come by policies of their roles',
  measure: '3.1.1',
  fix: 'leave it out, and call grantRead, grantWrite or grantReadWrite',
};
const BY_IAM = {
  must: 'must not be set: everybody signs requests as a role, and the domain knows no passwords and nobody without a name',
  measure: '3.1.1',
  fix: 'leave it out, and write masterUserArn: role.arn',
};
const LOGGED = {
  must: 'must not be set: audit, slow and error logs are always published',
  measure: '8.1',
  fix: 'leave it out',
};
const REDUNDANT = {
  must: 'must not be set: nodes are spread over zones, and three others lead them',
  measure: '3.3.1',
  fix: 'leave it out, and write nodes for how many there are',
};
const UPDATED = {
  must: 'must not be set: updates of the service always come by themselves, in the off-peak window',
  measure: '5.1.2',
  fix: 'leave it out, and write offPeakStart',
};
const KEPT = {
  must: 'must not be set: OpenSearch Service takes a snapshot every hour, and keeps it for 14 days',
  measure: '4.1',
  fix: 'leave it out',
};
const PROTECTED = {
  must: 'must not be set: the environment of the posture decides it',
  measure: '3.2.1',
  fix: 'set the posture of a test to Environment.EPHEMERAL',
};

const REFUSED = {
  enforceHttps: TLS,
  tlsSecurityPolicy: TLS,
  domainEndpointOptions: TLS,
  nodeToNodeEncryption: NODES_ENCRYPT,
  encryptionAtRest: ENCRYPTED,
  encryptAtRest: ENCRYPTED,
  kmsKeyId: ENCRYPTED,
  publicAccess: PRIVATE,
  vpcOptions: PRIVATE,
  vpcSubnets: PRIVATE,
  subnetIds: PRIVATE,
  accessPolicies: CLOSED,
  accessPolicy: CLOSED,
  useUnsignedBasicAuth: BY_IAM,
  fineGrainedAccessControl: BY_IAM,
  advancedSecurityOptions: BY_IAM,
  anonymousAuthEnabled: BY_IAM,
  internalUserDatabaseEnabled: BY_IAM,
  masterUserName: BY_IAM,
  masterUserOptions: BY_IAM,
  logging: LOGGED,
  auditLogEnabled: LOGGED,
  logPublishingOptions: LOGGED,
  capacity: REDUNDANT,
  clusterConfig: REDUNDANT,
  zoneAwareness: REDUNDANT,
  zoneAwarenessEnabled: REDUNDANT,
  availabilityZoneCount: REDUNDANT,
  dedicatedMasterEnabled: REDUNDANT,
  enableAutoSoftwareUpdate: UPDATED,
  softwareUpdateOptions: UPDATED,
  offPeakWindowEnabled: UPDATED,
  offPeakWindowOptions: UPDATED,
  automatedSnapshotStartHour: KEPT,
  snapshotOptions: KEPT,
  removalPolicy: PROTECTED,
};
