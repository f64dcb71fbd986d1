import { readJson } from '../../terraform/json-attribute';
import { Model } from '../../terraform/model';
import { targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, describe, isJsonObject, isUnknown, ownProperty } from '../../terraform/value';

/** A resource of CloudFormation within a resource of Terraform. */
export interface Inner {
  readonly name: string;
  readonly type: string;
  readonly properties: Value;
}

/** What makes infrastructure that no rule reads: why, and what of it can be read. */
export interface Carrier {
  readonly why: string;
  readonly inner: readonly Inner[];
}

/** Providers whose resources make nothing that anyone reaches. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['archive', 'cloudinit', 'http', 'local', 'null', 'random', 'template', 'terraform', 'time', 'tls'].map(
    (name) => `hashicorp/${name}`
  ),
  'terraform.io/builtin/terraform',
]);

/** Types that make other resources, from what stands in an attribute or elsewhere. */
const CARRIERS: { readonly [type: string]: (resource: Resource, model: Model) => Carrier | undefined } = {
  aws_cloudcontrolapi_resource: cloudControl,
  aws_cloudformation_stack: template,
  aws_cloudformation_stack_instances: elsewhere('stacks of a stack set'),
  aws_cloudformation_stack_set: template,
  aws_cloudformation_stack_set_instance: elsewhere('a stack of a stack set'),
  aws_elastic_beanstalk_environment: elsewhere('instances, load balancers and security groups of an environment'),
  aws_lambda_invocation: elsewhere('whatever the function does that it runs'),
  aws_serverlessapplicationrepository_cloudformation_stack: elsewhere('the resources of an application of others'),
  aws_servicecatalog_provisioned_product: elsewhere('the resources of a product'),
  aws_ssm_association: association,
  aws_ssm_document: document,
};

const DATA_CARRIERS: { readonly [type: string]: string } = {
  aws_lambda_invocation: 'runs a function whenever Terraform plans',
  external: 'runs a program whenever Terraform plans',
};

/** What a resource or data source makes or runs that no rule reads. `undefined` where it does not. */
export function carrierOf(resource: Resource, model: Model): Carrier | undefined {
  const { mode, type, body } = resource;
  if (mode === 'data') {
    const why = ownProperty(DATA_CARRIERS, type);
    return why === undefined ? undefined : { why, inner: [] };
  }
  if (body.provisioner !== undefined && resource.has('provisioner')) {
    return { why: 'it has a provisioner, which runs commands', inner: [] };
  }
  const carrier = ownProperty(CARRIERS, type)?.(resource, model);
  if (carrier) return carrier;
  const source = sourceOf(resource);
  if (source === 'hashicorp/aws' || HARMLESS.has(source)) return undefined;
  return { why: `it is made by the provider ${source}, whose resources no rule reads`, inner: [] };
}

/** Whether a resource is nothing that anyone reaches, whatever is written in it. */
export function isHarmless(resource: Resource): boolean {
  return HARMLESS.has(sourceOf(resource));
}

function sourceOf({ providerName, stack }: Resource): string {
  return stack.providers.sourceOf(providerName);
}

function elsewhere(what: string): () => Carrier {
  return () => ({ why: `it makes ${what}, which the configuration does not show`, inner: [] });
}

function template(resource: Resource): Carrier {
  const reading = readJson(resource, 'template_body');
  const json = reading && 'json' in reading ? (reading.json as { readonly [name: string]: Value }) : undefined;
  if (!json || !isJsonObject(json.Resources)) {
    return { why: 'it makes the resources of a template that is not written here as JSON', inner: [] };
  }
  const inner = Object.entries(json.Resources as { readonly [name: string]: Value }).map(([name, body]) =>
    innerOf(name, body)
  );
  return { why: `it makes ${inner.length} resources of a template, which no rule reads`, inner };
}

function innerOf(name: string, body: Value): Inner {
  const { Type, Properties } = (isJsonObject(body) ? body : {}) as { readonly [name: string]: Value };
  return { name, type: typeof Type === 'string' ? Type : '', properties: Properties };
}

function cloudControl(resource: Resource): Carrier {
  const type = resource.get('type_name');
  const reading = readJson(resource, 'desired_state');
  const properties = reading && 'json' in reading ? reading.json : undefined;
  return {
    why: `it makes a resource of the type ${describe(type)}, which no rule reads`,
    inner: [{ name: resource.name, type: typeof type === 'string' ? type : '', properties }],
  };
}

/** Steps of a document that run commands, programs or calls of AWS. */
const RUNS = /aws:(?:run\w+|execute\w+|invoke\w+|createStack|updateStack|applications|configurePackage|psModule)/;

function document(resource: Resource): Carrier | undefined {
  if (resource.get('document_type') === 'Session') return undefined;
  const content = resource.body.content;
  const text = typeof content === 'string' ? content : JSON.stringify(content ?? '');
  const step = RUNS.exec(text)?.[0];
  if (step !== undefined) return { why: `its content runs commands (${step})`, inner: [] };
  const value = resource.get('content');
  if (!isUnknown(value) || readsAsJson(resource)) return undefined;
  return { why: 'its content is only known to a plan, and may run commands', inner: [] };
}

function readsAsJson(resource: Resource): boolean {
  const reading = readJson(resource, 'content');
  return reading !== undefined && 'json' in reading;
}

/** Documents of AWS that run what their parameters say, or what lies elsewhere. */
const RUNS_OF_AWS = /^AWS-(?:Run(?!PatchBaseline)|Apply|Configure|Install)/;

function association(resource: Resource, model: Model): Carrier | undefined {
  const name = resource.get('name');
  if (targetsOf(model, resource, name, ['aws_ssm_document'], ['name']).length > 0) return undefined;
  if (typeof name === 'string' && /^A(?:WS|mazonCloudWatch)-/.test(name) && !RUNS_OF_AWS.test(name)) return undefined;
  return { why: `it runs the document ${describe(name)}, which no rule reads`, inner: [] };
}
