import { configured } from '../../terraform/configured';
import { JsonReading, readJson } from '../../terraform/json-attribute';
import { Resource } from '../../terraform/stack';
import { Value, isJsonObject, isTrue, isUnknown } from '../../terraform/value';

/** A container, as a task or a job defines it. Keys of its JSON are in camel case, as the API of AWS has them. */
export interface Container {
  /** How messages call it: `container "web"`, or where it is defined. */
  readonly name: string;
  /** What it holds under a key of its JSON. */
  readonly get: (key: string) => Value;
}

/** The containers of a resource, and what there may be besides that only a plan can tell. */
export interface Containers {
  readonly containers: readonly Container[];
  /** Why not all of them are known. */
  readonly open?: string;
}

export const TASK = 'aws_ecs_task_definition';
export const JOB = 'aws_batch_job_definition';

/** Where a job keeps the definition of containers as JSON: one, those of a task, those of each node. */
const OF_JOB = ['container_properties', 'ecs_properties', 'node_properties'];

const PODS = 'eks_properties.pod_properties';

/** What a container in a pod holds, by the keys that other containers have. */
const OF_POD: { readonly [key: string]: string } = {
  image: 'image',
  privileged: 'security_context.privileged',
  readonlyRootFilesystem: 'security_context.read_only_root_file_system',
  user: 'security_context.run_as_user',
};

/** The containers that a task or a job definition starts. */
export function containersOf(resource: Resource): Containers {
  const attributes = resource.type === TASK ? ['container_definitions'] : OF_JOB;
  const found: Container[] = [];
  let open: string | undefined;
  for (const attribute of attributes) {
    const reading = readJson(resource, attribute);
    open = reasonOf(attribute, reading) ?? open;
    if (reading && 'json' in reading && collect(reading.json, attribute, found)) {
      open ??= `a part of ${attribute} is only known to a plan`;
    }
  }
  const pods = resource.type === JOB ? podsOf(resource) : [];
  return { containers: [...found, ...pods], open };
}

function reasonOf(attribute: string, reading: JsonReading | undefined): string | undefined {
  if (reading === undefined || 'json' in reading) return undefined;
  return 'broken' in reading
    ? `${attribute} cannot be read: ${reading.broken}`
    : `${attribute} is ${reading.unknown}, which only a plan can tell`;
}

/** Finds what has an image, and says whether some of it may be missing. */
function collect(json: Value, where: string, found: Container[]): boolean {
  if (isUnknown(json)) return true;
  if (Array.isArray(json)) return json.map((item) => collect(item, where, found)).includes(true);
  if (!isJsonObject(json)) return false;
  const body = json as { readonly [key: string]: Value };
  if (keyed(body, 'image') !== undefined) {
    const name = keyed(body, 'name');
    found.push({
      name: typeof name === 'string' ? `container "${name}"` : where,
      get: (key) => keyed(body, key),
    });
    return false;
  }
  return Object.values(body)
    .map((inner) => (typeof inner === 'object' ? collect(inner, where, found) : false))
    .includes(true);
}

/** The provider also takes keys that begin with a capital. */
function keyed(body: { readonly [key: string]: Value }, key: string): Value {
  return body[key] ?? body[key[0].toUpperCase() + key.slice(1)];
}

function podsOf(resource: Resource): readonly Container[] {
  return ['containers', 'init_containers'].flatMap((kind) =>
    resource.blocks(`${PODS}.${kind}`).map((block): Container => {
      const name = block.get('name');
      return {
        name: typeof name === 'string' ? `container "${name}"` : `${PODS}.${kind}`,
        get: (key) => (key in OF_POD ? userOf(configured(block, OF_POD[key]), key, block.get(NON_ROOT)) : undefined),
      };
    })
  );
}

const NON_ROOT = 'security_context.run_as_non_root';

/** Kubernetes refuses to start a container as root where it is told to. */
function userOf(value: Value, key: string, nonRoot: Value): Value {
  return key === 'user' && isTrue(nonRoot) ? 'non-root' : value;
}

/** Whether the containers of a task are those of Windows, which has other users and no read-only root. */
export function isWindows(resource: Resource): boolean {
  const family = resource.get('runtime_platform.operating_system_family');
  return typeof family === 'string' && family.startsWith('WINDOWS');
}
