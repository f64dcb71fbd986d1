import { DataClass } from '../../toms/data-class';

/** What every construct with resources of its own takes. */
export interface TaggedProps {
  /**
   * Tags to add to those that every resource carries.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
}

/** What every construct takes whose region can be chosen. */
export interface RegionalProps extends TaggedProps {
  /**
   * The region to create it in.
   *
   * @default - the region of the stack's provider
   */
  readonly region?: string;
}

/** What every construct takes that holds data, or stands in front of it. */
export interface ClassifiedProps extends TaggedProps {
  /**
   * The class of the data (TOM 3.1.2).
   *
   * @default - the class of its category, else the posture's
   */
  readonly dataClass?: DataClass;
}
