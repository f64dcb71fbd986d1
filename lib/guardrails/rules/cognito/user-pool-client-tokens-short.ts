import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { asNumber, describe, isUnknown } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

/** Tokens that end soon. */
export const RULE: ResourceRule = {
  id: 'COGNITO-006',
  name: 'user-pool-client-tokens-short',
  title: `Access and ID tokens of a user pool end after ${DEMANDS.accessTokenMinutes} minutes, and logins after ${DEMANDS.refreshTokenDays} days`,
  severity: 'low',
  claims: ['6.5.3.e'],
  rationale:
    'A program that checks a token by its signature lets it in until it ends, also once the user was disabled or logged out. A refresh token makes new ones for as long as it is valid: up to ten years, if somebody sets that. Where nothing is set, access and ID tokens end after an hour, and refresh tokens after 30 days. The unit is hours for the first two and days for the third, unless `token_validity_units` says another.',
  fix: `Set \`access_token_validity\` and \`id_token_validity\` to ${DEMANDS.accessTokenMinutes} or less, with the unit minutes in \`token_validity_units\`, and \`refresh_token_validity\` to ${DEMANDS.refreshTokenDays} days or less; or leave them out.`,
  sources: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
    'NIST SP 800-63B, 4.1.3',
  ],
  types: ['aws_cognito_user_pool_client', 'aws_cognito_managed_user_pool_client'],
  check: (client) =>
    allOf([
      lasts(client, 'access_token', 'hours', DEMANDS.accessTokenMinutes),
      lasts(client, 'id_token', 'hours', DEMANDS.accessTokenMinutes),
      lasts(client, 'refresh_token', 'days', DEMANDS.refreshTokenDays * 24 * 60),
    ]),
};

const MINUTES: { readonly [unit: string]: number } = { seconds: 1 / 60, minutes: 1, hours: 60, days: 24 * 60 };

/** @param max the minutes that the token may be valid, which is also what holds where nothing is set */
function lasts(client: Resource, token: string, usual: string, max: number): Verdict {
  const attribute = `${token}_validity`;
  const units = `token_validity_units.${token}`;
  const value = configured(client, attribute);
  if (value === undefined) return MET;
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  const written = configured(client, units);
  if (isUnknown(written)) return unknownAttribute(units, written);
  const unit = typeof written === 'string' ? written : usual;
  if ((asNumber(value) ?? Infinity) * (MINUTES[unit] ?? Infinity) <= max) return MET;
  return violated(`${attribute} is ${describe(value)} ${unit}`);
}
