import { requirePlan } from '../../lib/terraform/plan-syntax';
import { Json, JsonObject } from '../../lib/terraform/value';

const KEY = { address: 'aws_kms_key.a', mode: 'managed', type: 'aws_kms_key', name: 'a', values: {} };

function problemOf(plan: JsonObject): string | undefined {
  try {
    requirePlan('plan.json', { format_version: '1.2', ...plan });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function planOf(resources: Json, modules: Json = []): JsonObject {
  return { planned_values: { root_module: { resources, child_modules: modules } } };
}

test.each<JsonObject>([
  { planned_values: {} },
  { planned_values: {}, complete: true, errored: false, deferred_changes: [] },
  planOf([KEY], [{ address: 'module.m', resources: [{ ...KEY, address: 'module.m.aws_kms_key.a' }] }]),
  // All of a data source may be known only after apply.
  {
    ...planOf([{ address: 'data.aws_it.a', mode: 'data', type: 'aws_it', name: 'a' }]),
    resource_changes: [{ address: 'data.aws_it.a', change: { after_unknown: { id: true } } }],
  },
])('%j is a plan', (plan) => {
  expect(problemOf(plan)).toBeUndefined();
});

test.each<[JsonObject, string]>([
  [{ ...planOf([KEY]), complete: false }, 'is a plan of a part of its configuration: plan without -target'],
  [{ ...planOf([KEY]), deferred_changes: [{ reason: 'x' }] }, 'is a plan of a part of its configuration'],
  [{ ...planOf([KEY]), errored: true }, 'is the plan of a run that failed'],
  [{ planned_values: [] }, 'is no plan'],
  [{ planned_values: { root_module: [] } }, 'planned_values.root_module is no object'],
  [planOf(null), 'resources of planned_values.root_module is no list of objects'],
  [planOf(KEY), 'resources of planned_values.root_module is no list of objects'],
  [planOf([null]), 'is no list of objects'],
  [planOf([[KEY]]), 'is no list of objects'],
  ...(['address', 'type', 'name', 'mode'] as const).map((name): [JsonObject, string] => [
    planOf([{ ...KEY, [name]: null }]),
    `a resource of planned_values.root_module has no ${name}`,
  ]),
  [planOf([{ ...KEY, mode: 'x' }]), 'aws_kms_key.a is neither managed nor a data source'],
  [planOf([{ address: 'a', mode: 'managed', type: 'a', name: 'a' }]), 'a has no values'],
  [planOf([{ ...KEY, values: null }]), 'values of aws_kms_key.a is no object'],
  [planOf([{ ...KEY, values: [{}] }]), 'values of aws_kms_key.a is no object'],
  [planOf([], [{ resources: [KEY] }]), 'a module of planned_values.root_module has no address'],
  [planOf([], [[]]), 'child_modules of planned_values.root_module is no list of objects'],
  [planOf([], [{ address: 'module.m', resources: [{}] }]), 'a resource of module.m has no address'],
  [{ planned_values: {}, resource_changes: {} }, 'resource_changes is no list of objects'],
  [{ planned_values: {}, resource_changes: [{}] }, 'one of resource_changes has no address'],
  [{ planned_values: {}, resource_changes: [{ address: 'a', change: [] }] }, 'resource_changes of a is no object'],
  [{ planned_values: {}, configuration: [] }, 'configuration is no object'],
  [{ planned_values: {}, configuration: { provider_config: { aws: [] } } }, 'provider_config.aws is no object'],
  [{ planned_values: {}, configuration: { root_module: { resources: [{}] } } }, 'has no type'],
  [{ planned_values: {}, configuration: { root_module: { module_calls: { m: { module: [] } } } } }, 'is no object'],
])('%j is refused', (plan, problem) => {
  expect(problemOf(plan)).toContain(problem);
});
