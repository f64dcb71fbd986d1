import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';

/** A function: one of this library's, or one that is already there. */
export interface IFunction extends IConstruct {
  /**
   * The ARN of the function, without a version.
   *
   * @attribute
   */
  readonly functionArn: string;

  /** Lets a role invoke the function, in any version. */
  grantInvoke(grantee: IGrantee): void;
}

/**
 * What every function can do: grants.
 * @internal
 */
export abstract class FunctionBase extends Construct implements IFunction {
  public abstract readonly functionArn: string;

  public grantInvoke(grantee: IGrantee): void {
    const resources = [this.functionArn, `${this.functionArn}:*`];
    grant(this, grantee, 'Invoke', [{ actions: ['lambda:InvokeFunction'], resources }]);
  }
}
