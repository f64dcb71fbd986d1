import { attributesOf } from '../../../terraform/expression/identity';
import { referencesIn } from '../../../terraform/expression/scanner';
import { Model } from '../../../terraform/model';
import { behindOutput, instancesOf, isMadeAlike, isOwnIndex, resolve } from '../../../terraform/references';
import { Memo, MemoHolder } from '../../../terraform/memo';
import { Resource, Stack } from '../../../terraform/stack';
import { ownProperty } from '../../../terraform/value';
import { accountNameOf, accountOf } from '../../account-of';
import { regionOf } from '../../regions-of';
import { Symbols, Text, hole } from '../evaluation/text';

/** How the ARNs of a type are written. */
interface ArnForm {
  readonly service: string;
  /** What stands before the name. */
  readonly path?: string;
  /** The attribute with the name, where somebody chooses it. */
  readonly name?: string;
  /** Further attributes that are the name, or the ARN. */
  readonly isName?: readonly string[];
  readonly isArn?: readonly string[];
  /** Whether an id that AWS chooses follows the name. */
  readonly hasId?: true;
  /** Whether it says neither region nor account, or no region. */
  readonly without?: 'region' | 'region and account';
}

const NAMED: Pick<ArnForm, 'name' | 'isName'> = { name: 'name', isName: ['name', 'id'] };

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const FORMS: { readonly [type: string]: ArnForm } = {
  aws_cloudformation_stack: {
    service: 'cloudformation',
    path: 'stack/',
    name: 'name',
    isName: ['name'],
    isArn: ['id'],
    hasId: true,
  },
  aws_cloudtrail: { service: 'cloudtrail', path: 'trail/', name: 'name', isName: ['name'] },
  aws_cloudwatch_event_bus: { service: 'events', path: 'event-bus/', ...NAMED },
  aws_cloudwatch_event_rule: { service: 'events', path: 'rule/', ...NAMED },
  aws_cloudwatch_log_group: { service: 'logs', path: 'log-group:', ...NAMED },
  aws_codebuild_project: { service: 'codebuild', path: 'project/', name: 'name', isName: ['name'], isArn: ['id'] },
  aws_dynamodb_table: { service: 'dynamodb', path: 'table/', ...NAMED },
  aws_ecr_repository: { service: 'ecr', path: 'repository/', ...NAMED },
  aws_efs_file_system: { service: 'elasticfilesystem', path: 'file-system/', isName: ['id'] },
  aws_elasticsearch_domain: {
    service: 'es',
    path: 'domain/',
    name: 'domain_name',
    isName: ['domain_name'],
    isArn: ['id'],
  },
  aws_glue_catalog_database: { service: 'glue', path: 'database/', name: 'name', isName: ['name'] },
  aws_glue_dev_endpoint: { service: 'glue', path: 'devEndpoint/', ...NAMED },
  aws_iam_group: { service: 'iam', path: 'group/', ...NAMED, without: 'region' },
  aws_iam_policy: {
    service: 'iam',
    path: 'policy/',
    name: 'name',
    isName: ['name'],
    isArn: ['id'],
    without: 'region',
  },
  aws_iam_role: { service: 'iam', path: 'role/', ...NAMED, without: 'region' },
  aws_iam_user: { service: 'iam', path: 'user/', ...NAMED, without: 'region' },
  aws_instance: { service: 'ec2', path: 'instance/', isName: ['id'] },
  aws_kinesis_firehose_delivery_stream: { service: 'firehose', path: 'deliverystream/', name: 'name', isArn: ['id'] },
  aws_kinesis_stream: { service: 'kinesis', path: 'stream/', name: 'name', isName: ['name'], isArn: ['id'] },
  aws_kms_external_key: { service: 'kms', path: 'key/', isName: ['id'] },
  aws_kms_key: { service: 'kms', path: 'key/', isName: ['id', 'key_id'] },
  aws_kms_replica_external_key: { service: 'kms', path: 'key/', isName: ['id', 'key_id'] },
  aws_kms_replica_key: { service: 'kms', path: 'key/', isName: ['id', 'key_id'] },
  aws_lambda_function: { service: 'lambda', path: 'function:', name: 'function_name', isName: ['function_name', 'id'] },
  aws_msk_cluster: {
    service: 'kafka',
    path: 'cluster/',
    name: 'cluster_name',
    isName: ['cluster_name'],
    isArn: ['id'],
    hasId: true,
  },
  aws_msk_serverless_cluster: {
    service: 'kafka',
    path: 'cluster/',
    name: 'cluster_name',
    isName: ['cluster_name'],
    isArn: ['id'],
    hasId: true,
  },
  aws_opensearch_domain: {
    service: 'es',
    path: 'domain/',
    name: 'domain_name',
    isName: ['domain_name'],
    isArn: ['id'],
  },
  aws_sagemaker_notebook_instance: { service: 'sagemaker', path: 'notebook-instance/', ...NAMED },
  aws_s3_access_point: { service: 's3', path: 'accesspoint/', name: 'name', isName: ['name'] },
  aws_route53_zone: {
    service: 'route53',
    path: 'hostedzone/',
    isName: ['id', 'zone_id'],
    without: 'region and account',
  },
  aws_s3_bucket: { service: 's3', name: 'bucket', isName: ['bucket', 'id'], without: 'region and account' },
  aws_s3_directory_bucket: { service: 's3express', path: 'bucket/', name: 'bucket', isName: ['bucket', 'id'] },
  aws_secretsmanager_secret: { service: 'secretsmanager', path: 'secret:', isArn: ['id'] },
  aws_sns_topic: { service: 'sns', name: 'name', isName: ['name'], isArn: ['id'] },
  aws_sqs_queue: { service: 'sqs', name: 'name', isName: ['name'] },
};

/** Whether it is known how the ARNs of a type are written. */
export function hasArnForm(type: string): boolean {
  return Object.prototype.hasOwnProperty.call(FORMS, type);
}

/** The name of a resource of such a type, as far as it is known. */
export function nameTextOf(resource: Resource): Text {
  return nameOf(resource, FORMS[resource.type]);
}

/** What the `${…}` in the policies of a resource stand for, in every stack the same. */
export function symbolsOf(model: Model, from: Resource): Symbols {
  const holders = new Map<string, MemoHolder>();
  return (expression) => {
    let holder = holders.get(expression);
    if (!holder) holders.set(expression, (holder = {}));
    return TEXTS.of(holder, () => textBehind(model, from, expression));
  };
}

const TEXTS = new Memo<Text>();

function textBehind(model: Model, from: Resource, expression: string): Text {
  const [reference, ...others] = referencesIn(expression);
  const isPlain = others.length === 0 && expression === `\${${reference}}`;
  const target = isPlain ? resolve(model, from, reference) : undefined;
  const written = (isPlain && behindOutput(model, from.stack, reference)?.reference) || reference;
  const known = target && attributeOf(target, attributesOf(written));
  return known ?? ofInstance(model, from, expression) ?? [unknownOf(expression, from)];
}

const INDEXED = /^\$\{((?:data\.)?\w+\.[\w-]+)\[([^\]]*)\]((?:\.\w+)+)\}$/;

/** What is known of the instance that an index names: of a plan that very one, of a configuration the one of the index that all are read at. */
function ofInstance(model: Model, from: Resource, expression: string): Text | undefined {
  const [, key = '', index = '', attribute = ''] = INDEXED.exec(expression) ?? [];
  const first = key === '' ? undefined : resolve(model, from, `${key}${attribute}`);
  if (!first) return undefined;
  const all = instancesOf(first);
  const own = isOwnIndex(index);
  if (all.length === 1)
    return own && isMadeAlike(from, first) ? attributeOf(first, attribute.slice(1).split('.')) : undefined;
  const suffix = own ? /\[[^\]]*\]$/.exec(from.address)?.[0] : `[${index}]`;
  const one = suffix === undefined ? undefined : all.find(({ address }) => address.endsWith(suffix));
  return one && attributeOf(one, attribute.slice(1).split('.'));
}

/** Functions that give something else each time, and what differs from one instance to the next. */
const VARIES = /\b(?:each|count|self)\.|\b(?:uuid|timestamp|bcrypt|plantimestamp)\(|\[/;

function unknownOf(expression: string, { stack, modulePath }: Resource): Text[number] {
  const scope = `${stack.name} ${modulePath}`.trim();
  return { id: `${expression} in ${scope}`, without: '', varies: VARIES.test(expression) };
}

function attributeOf(target: Resource, attributes: readonly string[]): Text | undefined {
  if (attributes.length > 1) return undefined;
  const [attribute = 'id'] = attributes;
  const form = ownProperty(FORMS, target.type);
  if (target.mode === 'data' && !isFoundByName(target, form)) return attributeOfData(target, attribute);
  if (attribute === 'arn' || form?.isArn?.includes(attribute)) return arnOf(target);
  return form?.isName?.includes(attribute) ? nameOf(target, form) : undefined;
}

/** Whether a data source names what it looks up, so that its ARN follows. */
function isFoundByName(target: Resource, form: ArnForm | undefined): form is ArnForm {
  return form?.name !== undefined && typeof target.get(form.name) === 'string';
}

function attributeOfData(target: Resource, attribute: string): Text | undefined {
  switch (`${target.type}.${attribute}`) {
    case 'aws_caller_identity.account_id':
    case 'aws_caller_identity.id':
      return accountTextOf(target);
    case 'aws_elb_service_account.id':
      return [hole('the account of Elastic Load Balancing in the Region', ':/')];
    case 'aws_elb_service_account.arn':
      return [
        ...'arn:',
        ...partitionOf(target),
        ...':iam::',
        hole('the account of Elastic Load Balancing in the Region', ':/'),
        ...':root',
      ];
    case 'aws_partition.partition':
    case 'aws_partition.id':
      return partitionOf(target);
    case 'aws_partition.dns_suffix':
      return dnsSuffixOf(target);
    case 'aws_region.region':
    case 'aws_region.name':
    case 'aws_region.id':
      return regionTextOf(target);
    default:
      return undefined;
  }
}

/** The ARN of a resource, as far as it is known. */
export function arnOf(resource: Resource): Text {
  const form = ownProperty(FORMS, resource.type);
  if (!form) return [...'arn:', oneOf(resource, 'ARN', '')];
  const { path = '', hasId } = form;
  const ownPath = form.service === 'iam' ? iamPath(resource) : busPath(resource);
  const id = hasId === true ? ['/', oneOf(resource, 'id', ':/*?')] : [];
  return [...placeIn(resource, form), ...path, ...ownPath, ...nameOf(resource, form), ...id];
}

/** The ARN of a resource as far as its account: what else the service has there starts with it. */
export function placeOf(resource: Resource): Text {
  const form = ownProperty(FORMS, resource.type);
  return form ? placeIn(resource, form) : [...'arn:', oneOf(resource, 'place', '')];
}

function placeIn(resource: Resource, { service, without }: ArnForm): Text {
  const region = without === undefined ? regionTextOf(resource) : [];
  const account = without === 'region and account' ? [] : accountTextOf(resource);
  return [...'arn:', ...partitionOf(resource), ':', ...service, ':', ...region, ':', ...account, ':'];
}

/** The path of a role or user: `/` where there is none. */
function iamPath(resource: Resource): Text {
  const path = resource.get('path') ?? '/';
  return typeof path === 'string' ? [...path.replace(/^\//, '')] : [hole(`the path of ${resource.address}`, ':')];
}

/**
 * The bus before the name of a rule, where that is not of the default one.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html#amazoneventbridge-resources-for-iam-policies
 */
function busPath(resource: Resource): Text {
  if (resource.type !== 'aws_cloudwatch_event_rule') return [];
  const bus = resource.get('event_bus_name');
  if (bus === undefined || bus === 'default') return [];
  // It may be written as an ARN too.
  const name = typeof bus === 'string' ? bus.slice(bus.lastIndexOf('/') + 1) : undefined;
  return name === undefined ? [oneOf(resource, 'bus', ':/*?'), '/'] : [...name, '/'];
}

function nameOf(resource: Resource, { name }: ArnForm): Text {
  const written = name === undefined ? undefined : resource.get(name);
  return typeof written === 'string' ? [...written] : [oneOf(resource, 'name', ':/*?')];
}

/** What is not known of a resource. Two of a type do not have the same name. All that `count` and `for_each` make are read at one index. */
function oneOf(resource: Resource, what: string, without: string): Text[number] {
  const isInstance = instancesOf(resource).length > 1;
  return hole(
    `the ${what} of ${resource.stack.name}:${isInstance ? resource.address : resource.key}`,
    without,
    resource.type
  );
}

/** The ARN that stands for the account of a resource. */
export function rootOf(resource: Resource): Text {
  return [...'arn:', ...partitionOf(resource), ...':iam::', ...accountTextOf(resource), ...':root'];
}

/** The account of a resource: its id, or what stands for it. */
export function accountTextOf(resource: Resource): Text {
  const id = accountOf(resource);
  return id === undefined ? [hole(accountNameOf(resource), ':/')] : [...id];
}

export function regionTextOf(resource: Resource): Text {
  const region = regionOf(resource);
  return region === undefined ? [hole(`the region of ${resource.stack.name}:${resource.key}`, ':/')] : [...region];
}

export function partitionOf(resource: Resource): Text {
  const partition = partitionNamed(resource);
  return partition === undefined ? [hole('the partition', ':/')] : [...partition];
}

/** What service names end in, in the partition of a resource. */
export function dnsSuffixOf(resource: Resource): Text {
  const partition = partitionNamed(resource);
  if (partition === undefined) return [hole('the suffix of the partition', ':/')];
  return [...(partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com')];
}

function partitionNamed(resource: Resource): string | undefined {
  const region = regionOf(resource);
  if (region === undefined) return WRITTEN.of(resource.stack, () => partitionWritten(resource.stack));
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  // Partitions for others of the government, whose names nobody outside of them needs.
  return /^(?:us-iso|eu-isoe|eusc)/.test(region) ? undefined : 'aws';
}

const WRITTEN = new Memo<string | undefined>();

/** The partition that the ARNs of a stack are written with: one of another names nothing that its account can reach. */
function partitionWritten({ resources }: Stack): string | undefined {
  const found = new Set<string>();
  for (const { body } of resources) {
    for (const name in body) {
      const value = body[name];
      if (typeof value !== 'string' || !value.includes('arn:aws')) continue;
      for (const [, partition] of value.matchAll(/\barn:(aws[\w-]*):/g)) found.add(partition);
      if (found.size > 1) return undefined;
    }
  }
  return [...found][0];
}
