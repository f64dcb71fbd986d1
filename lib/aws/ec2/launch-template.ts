import { Block } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';

/** The launch template that a `launch_template` block names, where it is among what is checked. */
export function templateNamed(model: Model, from: Resource, block: Block): Resource | undefined {
  return ['id', 'name']
    .flatMap((attribute) =>
      targetsOf(model, from, configured(block, attribute), ['aws_launch_template'], ['id', 'name'])
    )
    .at(0);
}
