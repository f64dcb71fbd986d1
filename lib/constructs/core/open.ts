import { IConstruct } from 'constructs';
import { DataClass } from '../../toms/data-class';
import { LogKind } from '../../toms/tags';
import { RefusedProps, refuseProps } from './errors';
import { refuseOtherEngine, refusePropsOfOtherEngine } from './other-engine';
import { Posture, storePosture } from './posture';
import { ClassifiedProps, RegionalProps } from './props';
import { requireRegion } from './region';
import { rememberSource } from './source';
import { explainCircles } from './stack-circles';
import { tags } from './tags';

/** The props that constructs share, of which each takes some. */
export interface CommonProps extends ClassifiedProps, RegionalProps {
  readonly dataCategory?: string;
}

/** What a construct says of itself. */
export interface Opening {
  /** The props that are no props of it, and why. */
  readonly refused?: RefusedProps;
  /** The region of its network, where it has no prop for one. */
  readonly region?: string;
  /** How long its data is kept, where a prop says so. How long a service holds messages is no retention. */
  readonly retentionDays?: number;
  /** Whether it may be part of the logs of a global service, which a posture may let lie outside of the residency. */
  readonly mayHoldGlobalLogs?: boolean;
  /** The kind of the logs that it holds. */
  readonly logKind?: LogKind;
}

/** What a construct knows before it makes its first resource. */
export interface Opened {
  readonly posture: Posture;
  readonly dataClass: DataClass;
  readonly region?: string;
  readonly tags: { [key: string]: string };
}

/** The steps that every construct begins with: where it was made, what it is part of, what it refuses, where it lies, and its tags. */
export function openConstruct(scope: IConstruct, props: CommonProps, opening: Opening = {}): Opened {
  refuseOtherEngine(scope);
  refusePropsOfOtherEngine(scope, props);
  rememberSource(scope);
  explainCircles(scope);
  const { refused = {}, region = props.region, retentionDays, logKind, mayHoldGlobalLogs } = opening;
  refuseProps(scope, props, refused);
  const posture = storePosture(scope, props, retentionDays);
  const dataClass = props.dataClass ?? posture.dataClass;
  requireRegion(scope, region, posture, dataClass, undefined, mayHoldGlobalLogs);
  return { posture, dataClass, region, tags: tags(posture, dataClass, props.tags, logKind) };
}
