import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';

/** A state machine: one of this library's, or one that is already there. */
export interface IStateMachine extends IConstruct {
  /**
   * The ARN of the state machine.
   *
   * @attribute
   */
  readonly stateMachineArn: string;

  /** Lets a role start executions, and not read what they work on. */
  grantStartExecution(grantee: IGrantee): void;
}

/**
 * What every state machine can do: grants.
 * @internal
 */
export abstract class StateMachineBase extends Construct implements IStateMachine {
  public abstract readonly stateMachineArn: string;

  public grantStartExecution(grantee: IGrantee): void {
    grant(this, grantee, 'Start', [{ actions: ['states:StartExecution'], resources: [this.stateMachineArn] }]);
  }
}
