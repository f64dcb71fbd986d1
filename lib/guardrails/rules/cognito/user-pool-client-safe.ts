import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { describe, isFalse, isUnknown, items } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

/** Programs that get tokens where nobody else sees them. */
export const RULE: ResourceRule = {
  id: 'COGNITO-007',
  name: 'user-pool-client-safe',
  title: 'A client of a user pool gets tokens by a code, over HTTPS, and tells nobody who has an account',
  severity: 'medium',
  claims: ['6.5.3.e'],
  rationale:
    'The implicit flow puts tokens into the address of a page, where histories, logs and other pages find them. A login returns to a callback address: by HTTP everybody on the way reads the code. ALLOW_USER_PASSWORD_AUTH sends the password of the user, where SRP proves it. By default Cognito says of a name that nobody has it, so that strangers find out who is a customer. Tokens that cannot be revoked make new ones until they end. Whether a client has a secret is not judged: one in a browser or an app cannot keep any.',
  fix: 'Leave `implicit` out of `allowed_oauth_flows` and the password flow out of `explicit_auth_flows`, write callback and logout addresses with https:// (http://localhost is for development), set `prevent_user_existence_errors` to ENABLED, and leave `enable_token_revocation` out or set it to true.',
  sources: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html',
  ],
  types: ['aws_cognito_user_pool_client', 'aws_cognito_managed_user_pool_client'],
  check: (client) =>
    allOf([
      none(client, 'allowed_oauth_flows', /^implicit$/),
      none(client, 'explicit_auth_flows', /^(?:ALLOW_)?USER_PASSWORD_AUTH$/),
      ...ADDRESSES.map((attribute) => none(client, attribute, PLAIN)),
      existence(client),
      revocation(client),
    ]),
};

const ADDRESSES = ['callback_urls', 'logout_urls', 'default_redirect_uri'];
/** Apps have schemes of their own. */
const PLAIN = /^http:\/\/(?!localhost(?:[:/]|$))/i;
const EXISTENCE = 'prevent_user_existence_errors';
const REVOCATION = 'enable_token_revocation';

function none(client: Resource, attribute: string, refused: RegExp): Verdict {
  const value = configured(client, attribute);
  const found = isUnknown(value) || Array.isArray(value) ? items(value) : value === undefined ? [] : [value];
  const wrong = found.find((item) => typeof item === 'string' && refused.test(item));
  if (wrong !== undefined) return violated(`${attribute} has ${describe(wrong)}`);
  const open = isUnknown(value) ? value : found.find(isUnknown);
  return open === undefined ? MET : unknownAttribute(attribute, open);
}

function existence(client: Resource): Verdict {
  const value = configured(client, EXISTENCE);
  if (isUnknown(value)) return unknownAttribute(EXISTENCE, value);
  return value === 'ENABLED' ? MET : violated(`${EXISTENCE} is ${describe(value)}`, { [EXISTENCE]: 'ENABLED' });
}

function revocation(client: Resource): Verdict {
  const value = configured(client, REVOCATION);
  if (isUnknown(value)) return unknownAttribute(REVOCATION, value);
  return isFalse(value) ? violated(`${REVOCATION} is ${describe(value)}`, { [REVOCATION]: true }) : MET;
}
