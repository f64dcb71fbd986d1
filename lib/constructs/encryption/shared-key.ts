import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { DataClass } from '../../toms/data-class';
import { RotatedKey } from './rotated-key';

const IDS: { readonly [C in DataClass]: string } = {
  [DataClass.PUBLIC]: 'PublicDataKey',
  [DataClass.INTERNAL]: 'InternalDataKey',
  [DataClass.CONFIDENTIAL]: 'ConfidentialDataKey',
  [DataClass.PERSONAL]: 'PersonalDataKey',
  [DataClass.SPECIAL_CATEGORY]: 'SpecialCategoryDataKey',
};

/** The key that the stores of a stack share, one a class of data and region: ten buckets do not cost ten keys. */
export function sharedKey(scope: IConstruct, dataClass: DataClass, region: string | undefined): RotatedKey {
  const stack = TerraformStack.of(scope);
  const id = region === undefined ? IDS[dataClass] : `${IDS[dataClass]}-${region}`;
  return (stack.node.tryFindChild(id) as RotatedKey | undefined) ?? new RotatedKey(stack, id, { dataClass, region });
}
