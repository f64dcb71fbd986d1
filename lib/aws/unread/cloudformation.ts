import { Value, asNumber, describe, isFalse, isJsonObject, isTrue, items, ownProperty } from '../../terraform/value';
import { areEverybody } from '../ip-ranges';

type Properties = { readonly [name: string]: Value };

/** What a resource of CloudFormation plainly does wrong, by its type. */
const CHECKS: { readonly [type: string]: (properties: Properties) => string | undefined } = {
  'AWS::EC2::SecurityGroup': ({ SecurityGroupIngress }) => openTo(items(SecurityGroupIngress).map(propertiesOf)),
  'AWS::EC2::SecurityGroupIngress': (properties) => openTo([properties]),
  'AWS::S3::Bucket': ({ AccessControl, PublicAccessBlockConfiguration }) => {
    if (typeof AccessControl === 'string' && /^(?:PublicRead|PublicReadWrite|AuthenticatedRead)$/.test(AccessControl)) {
      return `AccessControl is ${AccessControl}`;
    }
    const off = Object.entries(propertiesOf(PublicAccessBlockConfiguration)).find(([, flag]) => isFalse(flag));
    return off && `PublicAccessBlockConfiguration.${off[0]} is false`;
  },
  'AWS::EFS::FileSystem': ({ Encrypted }) => unset('Encrypted', Encrypted),
  'AWS::RDS::DBCluster': (properties) => stored(properties, ['SnapshotIdentifier', 'SourceDBClusterIdentifier']),
  'AWS::RDS::DBInstance': (properties) =>
    stored(properties, ['DBClusterIdentifier', 'DBSnapshotIdentifier', 'SourceDBInstanceIdentifier']),
  'AWS::DocDB::DBCluster': (properties) => stored(properties, ['SnapshotIdentifier']),
  'AWS::Neptune::DBCluster': (properties) => stored(properties, ['SnapshotIdentifier']),
};

/** Settings that mean the same in every type. */
const EVERYWHERE: readonly (readonly [name: string, isWrong: (value: Value) => boolean])[] = [
  ['PubliclyAccessible', isTrue],
  ['Encrypted', isFalse],
  ['StorageEncrypted', isFalse],
];

/** What a resource of CloudFormation plainly opens or leaves unencrypted. Values that are no literals say nothing. */
export function problemOf(type: string, properties: Value): string | undefined {
  const known = propertiesOf(properties);
  const own = ownProperty(CHECKS, type)?.(known);
  if (own !== undefined) return own;
  const wrong = EVERYWHERE.find(([name, isWrong]) => isWrong(known[name]));
  return wrong && `${wrong[0]} is ${describe(known[wrong[0]])}`;
}

function propertiesOf(value: Value): Properties {
  return isJsonObject(value) ? (value as Properties) : {};
}

/** Everybody may come to port 443. */
function openTo(rules: readonly Properties[]): string | undefined {
  const others = rules.filter(({ FromPort, ToPort }) => asNumber(FromPort) !== 443 || asNumber(ToPort) !== 443);
  const ranges = others
    .flatMap(({ CidrIp, CidrIpv6 }) => [CidrIp, CidrIpv6])
    .filter((cidr) => typeof cidr === 'string');
  return areEverybody(ranges) ? `it admits ${ranges.join(', ')}, which is everybody, to more than port 443` : undefined;
}

function unset(name: string, value: Value): string | undefined {
  return value === undefined || isFalse(value) ? `${name} is ${value === undefined ? 'not set' : 'false'}` : undefined;
}

/** Storage is unencrypted where nothing is set, unless it comes from somewhere else. */
function stored(properties: Properties, origins: readonly string[]): string | undefined {
  return origins.some((name) => properties[name] !== undefined)
    ? undefined
    : unset('StorageEncrypted', properties.StorageEncrypted);
}
