import { configured } from '../../terraform/configured';
import { isJsonText } from '../../terraform/json-attribute';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { companionsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { ownProperty } from '../../terraform/value';
import { RESOURCE_TYPES } from '../types';
import { ResourcePolicy } from '../types/resource-type';
import { readAlike } from './policies-alike';
import { PolicyReading, readPolicy } from './policy';

/** Several rules ask for the same policies: each is parsed once. */
const READ = new Memo<PolicyReading>();

/** What the attributes are called that hold resource policies, in every service. */
const NAME =
  /^(?:access_policies|delivery_destination_policy|(?:access_|repository_|resource_)?policy(?:_document|_json)?)$/;

/** Types whose policies by such a name are others: of identities, of scaling, of lifecycles, of sessions, in other languages. */
const OTHER = new RegExp(
  `^aws_(?:${[
    '\\w*autoscaling_policy',
    '\\w+_(?:lifecycle|scheduling|firewall|configuration|traffic)_policy',
    'cloudwatch_log_(?:account|data_protection|index)_policy',
    'cloudfront_\\w+',
    'efs_backup_policy',
    'emr_managed_scaling_policy',
    'fms_policy',
    'iam_\\w+',
    'iot_policy(?:_attachment)?',
    'lightsail_\\w+',
    '(?:app_cookie|lb_cookie)_stickiness_policy',
    'lb_ssl_negotiation_policy',
    'load_balancer_\\w*policy',
    'networkmanager_\\w+',
    'odb_network',
    'opensearchserverless_\\w+',
    'organizations_policy(?:_attachment)?',
    'proxy_protocol_policy',
    'resiliencehub_\\w+',
    'ses_receipt_filter',
    'sqs_queue_redrive_(?:allow_)?policy',
    'sns_topic_data_protection_policy',
    'ssoadmin_\\w+',
    'transfer_(?:access|user)',
    'verifiedaccess_\\w+',
    'verifiedpermissions_policy',
  ].join('|')})$`
);

/** Whether an attribute of a type holds a resource policy by its name, also of a type that the provider does not have yet. */
export function holdsResourcePolicy(type: string, attribute: string): boolean {
  return attribute.includes('polic') && NAME.test(attribute) && !OTHER.test(type);
}

/** The attribute that holds the policy of a resource. */
export function policyAttribute({ type }: Resource): string {
  return RESOURCE_TYPES[type]?.policy?.attribute ?? ownProperty(OTHERWISE_CALLED, type) ?? 'policy';
}

const OTHERWISE_CALLED: { readonly [type: string]: string } = {
  aws_elasticsearch_domain_policy: 'access_policies',
  aws_iam_role: 'assume_role_policy',
  aws_opensearch_domain_policy: 'access_policies',
  aws_s3tables_table_bucket_policy: 'resource_policy',
  aws_s3tables_table_policy: 'resource_policy',
};

type Apart = NonNullable<ResourcePolicy['apart']>;

/** Types whose policy stands apart from them, and of which no family of rules asks a policy. */
const APART: { readonly [type: string]: Apart } = {
  aws_api_gateway_rest_api: { type: 'aws_api_gateway_rest_api_policy', attribute: 'rest_api_id', names: 'id' },
  aws_backup_vault: { type: 'aws_backup_vault_policy', attribute: 'backup_vault_name', names: 'name' },
  aws_vpc_endpoint: { type: 'aws_vpc_endpoint_policy', attribute: 'vpc_endpoint_id', names: 'id' },
};

/** The resource that holds the policy of a resource of a type instead of it. */
export function apartOf(type: string): Apart | undefined {
  return RESOURCE_TYPES[type]?.policy?.apart ?? ownProperty(APART, type);
}

/** The policy in an attribute of a resource, or `undefined` where it has none. */
export function ownPolicy(model: Model, resource: Resource): PolicyReading {
  return READ.of(resource, () => {
    const attribute = policyAttribute(resource);
    if (!hasPolicy(resource, attribute)) return undefined;
    const text = resource.body[attribute];
    const read = (): PolicyReading => readPolicy(model, resource, attribute);
    return isJsonText(text) && !resource.ignores(attribute) ? readAlike(model, text, read) : read();
  });
}

/** A policy, and the resource that holds it. */
interface HeldPolicy {
  readonly of: Resource;
  readonly policy: NonNullable<PolicyReading>;
}

const ALL = new Memo<readonly HeldPolicy[]>();

/** The policies of a resource: those that stand apart from it, and the one within it. */
export function policiesOf(model: Model, resource: Resource): readonly HeldPolicy[] {
  return ALL.of(resource, () => readPolicies(model, resource));
}

function readPolicies(model: Model, resource: Resource): readonly HeldPolicy[] {
  const apart = apartOf(resource.type);
  const holders = apart ? companionsOf(model, resource, apart.type, apart.attribute, [apart.names]) : [];
  return [...holders, resource].flatMap((of) => {
    const policy = ownPolicy(model, of);
    return policy ? [{ of, policy }] : [];
  });
}

function hasPolicy(resource: Resource, attribute: string): boolean {
  const raw = resource.body[attribute];
  // `{}` is how the policy of an access point is removed.
  if (typeof raw === 'string' && raw.startsWith('{')) return raw.length > 20 || !/^\{\s*\}\s*$/.test(raw);
  const text = configured(resource, attribute);
  return text !== undefined && !(typeof text === 'string' && /^\s*\{\s*\}\s*$/.test(text));
}
