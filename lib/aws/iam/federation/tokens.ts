import { referencesIn } from '../../../terraform/expression/scanner';
import { Model } from '../../../terraform/model';
import { resolve } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown, items, ownProperty } from '../../../terraform/value';
import { Principal, Statement, coversAction } from '../policy';
import { IdentityProvider, identityProvider } from './providers';
import { Answer, Bound, best, boundOf } from './subjects';

const OIDC = 'aws_iam_openid_connect_provider';
const SAML = 'aws_iam_saml_provider';

/** How somebody from outside of AWS shows who he is: by a token of OpenID Connect, or an assertion of SAML. */
export type FederationKind = 'token' | 'assertion';

/** What a federated principal of a trust policy is, by its ARN, by a reference, or by how it is assumed. `undefined` of every other principal. */
export function federationOf(
  model: Model,
  role: Resource,
  statement: Statement,
  principal: Principal
): FederationKind | undefined {
  if (principal.type !== 'Federated') return undefined;
  const { id } = principal;
  const types = referencesIn(id).map((reference) => resolve(model, role, reference)?.type);
  if (/:saml-provider\//.test(id) || types.includes(SAML)) return 'assertion';
  if (/:oidc-provider\//.test(id) || types.includes(OIDC)) return 'token';
  const isBy = (action: string): boolean => statement.actions.some((one) => coversAction(one, action));
  if (isBy('sts:AssumeRoleWithWebIdentity')) return 'token';
  return isBy('sts:AssumeRoleWithSAML') ? 'assertion' : undefined;
}

/** The identity provider of the configuration that a principal names. */
function providerResource(model: Model, role: Resource, { id }: Principal): Resource | undefined {
  const found = referencesIn(id).map((reference) => resolve(model, role, reference));
  const named = found.find((one) => one?.type === OIDC);
  return (
    named ??
    model.resources(OIDC).find((one) => {
      const issuer = withoutScheme(one.get('url'));
      return issuer !== undefined && id.endsWith(`:oidc-provider/${issuer}`);
    })
  );
}

function withoutScheme(url: unknown): string | undefined {
  return typeof url === 'string' ? url.replace(/^https:\/\//, '').replace(/\/$/, '') : undefined;
}

/** The issuer of the tokens of a principal. */
function issuerOf(model: Model, role: Resource, principal: Principal): string | undefined {
  const { id } = principal;
  const written = /:oidc-provider\/([^$]+)$/.exec(id)?.[1];
  if (written !== undefined) return written;
  if (!id.includes('${')) return id;
  return withoutScheme(providerResource(model, role, principal)?.get('url'));
}

/** Providers that AWS knows without being told, and the claims that say whose a token is. Of others the subject does. */
const BUILT_IN: { readonly [principal: string]: readonly string[] } = {
  'cognito-identity.amazonaws.com': ['aud'],
  'graph.facebook.com': ['app_id'],
  'www.amazon.com': ['app_id'],
};

/** Whether a provider is one of those: they have no audience but that claim. */
export function isBuiltIn({ id }: Principal): boolean {
  return ownProperty(BUILT_IN, id) !== undefined;
}

/** Whom a statement lets in by the tokens of a principal. */
export interface TokenTrust extends Bound {
  /** How its tokens are known, where that is documented. */
  readonly provider: IdentityProvider | undefined;
  /** The claim that says whose a token is. */
  readonly claim: string;
}

export function tokenTrust(
  model: Model,
  role: Resource,
  statement: Statement,
  principal: Principal,
  denials: readonly Statement[]
): TokenTrust {
  const subjects = statement.conditions.filter(({ key }) => key.endsWith(':sub')).flatMap(({ values }) => values);
  const provider = identityProvider(issuerOf(model, role, principal) ?? issuerAsked(statement), subjects);
  const claims = ownProperty(BUILT_IN, principal.id) ?? (provider?.hasOwnerInAudience ? ['sub', 'aud'] : ['sub']);
  return { ...boundOf(statement, denials, provider, claims), provider, claim: claims[0] };
}

/** The issuer whose claims the conditions of a statement ask for. */
function issuerAsked({ conditions }: Statement): string | undefined {
  const key = conditions.find((one) => /[^?]:(?:sub|aud)$/.test(one.key) && !one.key.includes('${'))?.key;
  return key?.slice(0, key.lastIndexOf(':'));
}

/** Whether the trust in tokens or assertions is for the audience that was meant: by a condition, or since the provider of the configuration has no other. */
export function audienceTrust(
  model: Model,
  role: Resource,
  statement: Statement,
  principal: Principal,
  kind: FederationKind
): { readonly names: Answer; readonly several: number | undefined } {
  const isAudience = kind === 'token' ? /:(?:aud|oaud|azp|app_id)$/ : /^saml:aud$/;
  const asked = statement.conditions.map(({ operator, key, values }): Answer => {
    if (operator === '?' || key === '?') return 'open';
    const [, test] = /^(?:foranyvalue:)?(stringequals|stringequalsignorecase|stringlike)$/i.exec(operator) ?? [];
    if (test === undefined || !isAudience.test(key) || values.length === 0) return 'no';
    return test.toLowerCase() !== 'stringlike' || values.every((value) => !/^[*?]/.test(value)) ? 'yes' : 'no';
  });
  const answer = best(asked);
  if (answer !== 'no' || kind === 'assertion') return { names: answer, several: undefined };
  const clients = providerResource(model, role, principal)?.get('client_id_list');
  if (clients === undefined || isUnknown(clients)) return { names: 'open', several: undefined };
  const listed = items(clients);
  if (listed.some(isUnknown)) return { names: 'open', several: undefined };
  return { names: listed.length > 1 ? 'no' : 'yes', several: listed.length };
}
