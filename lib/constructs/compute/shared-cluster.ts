import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { DataClass } from '../../toms/data-class';
import { ContainerCluster } from './container-cluster';

const IDS: { readonly [C in DataClass]: string } = {
  [DataClass.PUBLIC]: 'PublicDataCluster',
  [DataClass.INTERNAL]: 'InternalDataCluster',
  [DataClass.CONFIDENTIAL]: 'ConfidentialDataCluster',
  [DataClass.PERSONAL]: 'PersonalDataCluster',
  [DataClass.SPECIAL_CATEGORY]: 'SpecialCategoryDataCluster',
};

/** The cluster that the services and tasks of a stack share, one a class of data and region: the key of their disks is that of the cluster. */
export function sharedCluster(scope: IConstruct, dataClass: DataClass, region: string | undefined): ContainerCluster {
  const stack = TerraformStack.of(scope);
  const id = region === undefined ? IDS[dataClass] : `${IDS[dataClass]}-${region}`;
  const known = stack.node.tryFindChild(id) as ContainerCluster | undefined;
  return known ?? new ContainerCluster(stack, id, { dataClass, region });
}
