import { Block } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { Value, isUnknown } from '../../terraform/value';

const BY_NAME = new Memo<ReadonlyMap<string, Resource>>();

/** The launch template that a `launch_template` block names, where it is among what is checked. */
export function templateNamed(model: Model, from: Resource, block: Block): Resource | undefined {
  for (const attribute of ['id', 'name']) {
    const value = configured(block, attribute);
    const found = isUnknown(value) ? model.target(from, value) : byName(model, value);
    if (found?.mode === 'managed' && found.type === 'aws_launch_template') return found;
  }
  return undefined;
}

function byName(model: Model, name: Value): Resource | undefined {
  if (typeof name !== 'string') return undefined;
  const templates = BY_NAME.of(model, () => {
    const found = new Map<string, Resource>();
    for (const template of model.resources('aws_launch_template')) {
      for (const own of [template.get('name'), template.get('id')]) {
        if (typeof own === 'string') found.set(own, template);
      }
    }
    return found;
  });
  return templates.get(name);
}
