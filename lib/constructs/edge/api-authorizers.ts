import { Construct } from 'constructs';
import { refuse } from '../core/errors';
import { ApiAccess, NamedAccess } from './api-authorizer';
import { letInvoke } from './api-target';

/** How API Gateway asks who calls. */
export interface Authorization {
  readonly authorizationType: string;
  readonly authorizerId?: string;
}

/** What authorizers know of their API. */
interface ApiOfAuthorizers {
  readonly executionArn: string;
  readonly region?: string;
  /** What API Gateway calls a route that takes tokens: the kinds of APIs differ. */
  readonly byToken: string;
  /** Makes the authorizer in a construct of its own, and returns its id. */
  readonly make: (holder: Construct, access: NamedAccess) => string;
}

/** The authorizers of an API: each is made once, where a route asks for it first. */
export class ApiAuthorizers {
  private readonly made = new Map<string, { readonly access: ApiAccess; readonly id: string }>();

  constructor(
    private readonly scope: Construct,
    private readonly of: ApiOfAuthorizers
  ) {}

  /** How a route asks who calls. */
  public authorize(access: ApiAccess): Authorization {
    switch (access.kind) {
      case 'open':
        return { authorizationType: 'NONE' };
      case 'iam':
        return { authorizationType: 'AWS_IAM' };
      case 'jwt':
        return { authorizationType: this.of.byToken, authorizerId: this.idOf(access) };
      case 'function':
        return { authorizationType: 'CUSTOM', authorizerId: this.idOf(access) };
    }
  }

  private idOf(access: NamedAccess): string {
    const { name } = access;
    const there = this.made.get(name);
    if (there) {
      if (there.access === access) return there.id;
      refuse(this.scope, {
        prop: 'authorizer.name',
        must: 'must be none that another authorizer of the API has',
        value: name,
        fix: 'write another name, or use one ApiAuthorizer for both routes',
      });
    }
    const holder = new Construct(this.scope, `Authorizer-${name}`);
    const { make, executionArn, region } = this.of;
    const id = make(holder, access);
    if (access.kind === 'function') letInvoke(holder, access.target, `${executionArn}/authorizers/${id}`, region);
    this.made.set(name, { access, id });
    return id;
  }
}
