import { IConstruct } from 'constructs';
import { DataClass } from '../../toms/data-class';

/** A cluster of containers: one of this library's, or one that is already there. */
export interface ICluster extends IConstruct {
  /**
   * The ARN of the cluster.
   *
   * @attribute
   */
  readonly clusterArn: string;

  /**
   * The name of the cluster, by which metrics and scaling know it.
   *
   * @attribute
   */
  readonly clusterName: string;

  /** The class of the data that its tasks work on, where that is known. */
  readonly dataClass?: DataClass;

  /** The region that it lies in, where that is not the region of the stack's provider. */
  readonly region?: string;
}
