import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { accountOf } from './account';
import { refuse } from './errors';
import { Effect, PolicyStatement } from './policy';

/** What a statement of a resource's policy speaks of. */
export interface PolicyScope {
  readonly actions: string[];
  readonly resources: string[];
}

const EVERYBODY = { '*': ['*'] };

/** Nobody talks to a resource over plain HTTP. */
export function denyPlainHttp(scope: PolicyScope): PolicyStatement {
  return {
    ...scope,
    sid: 'DenyPlainHttp',
    effect: Effect.DENY,
    principals: EVERYBODY,
    conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
  };
}

/**
 * Nobody outside the own account, or the organization where there is one, touches a resource, whatever another statement allows. Services of AWS that
 * come in their own name have neither: they are held by the statements that let them in. The own account is named beside the organization, so that a wrong
 * id locks nobody out.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 */
export function denyOutsiders(
  construct: IConstruct,
  organizationId: string | undefined,
  scope: PolicyScope
): PolicyStatement {
  const own: { [key: string]: string[] } = { 'aws:PrincipalAccount': [accountOf(construct).id] };
  if (organizationId !== undefined) own['aws:PrincipalOrgID'] = [organizationId];
  return {
    ...scope,
    sid: 'DenyOutsiders',
    effect: Effect.DENY,
    principals: EVERYBODY,
    conditions: { StringNotEquals: own, BoolIfExists: { 'aws:PrincipalIsAWSService': ['false'] } },
  };
}

/** Refuses what is no organization's id. */
export function requireOrganizationId(scope: IConstruct, organizationId: string | undefined): void {
  if (organizationId === undefined || Token.isUnresolved(organizationId)) return;
  if (/^o-[a-z0-9]{10,32}$/.test(organizationId)) return;
  refuse(scope, {
    prop: 'organizationId',
    must: 'must be the id of an organization',
    value: organizationId,
    measure: '3.1.1',
    fix: "write organizationId: 'o-exampleorgid'",
  });
}
