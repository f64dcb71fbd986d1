import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';

/** An event bus: one of this library's, or one that is already there. */
export interface IEventBus extends IConstruct {
  /**
   * The ARN of the bus.
   *
   * @attribute
   */
  readonly eventBusArn: string;

  /** Lets a role send events to the bus. */
  grantPutEvents(grantee: IGrantee): void;
}

/**
 * What every event bus can do: grants.
 * @internal
 */
export abstract class EventBusBase extends Construct implements IEventBus {
  public abstract readonly eventBusArn: string;

  public grantPutEvents(grantee: IGrantee): void {
    grant(this, grantee, 'PutEvents', [{ actions: ['events:PutEvents'], resources: [this.eventBusArn] }]);
  }
}
