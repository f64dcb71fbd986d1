import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const SAFE = { prevent_user_existence_errors: 'ENABLED' };

export const EXAMPLES: Examples = {
  pass: [
    { title: 'users are not told apart from strangers', terraform: clients({ shop: SAFE }) },
    {
      title: 'by a code, to addresses by HTTPS, of an app and of a developer',
      terraform: clients({
        shop: {
          ...SAFE,
          allowed_oauth_flows: ['code'],
          callback_urls: ['https://shop.example.com/login', 'acme://login', 'http://localhost:3000/login'],
          default_redirect_uri: 'https://shop.example.com/login',
          enable_token_revocation: true,
          explicit_auth_flows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        },
      }),
    },
  ],
  fail: [
    {
      title: 'nothing is set',
      terraform: clients({ shop: {} }),
      addresses: ['aws_cognito_user_pool_client.shop'],
    },
    {
      title: 'tokens in addresses, over HTTP, for passwords, or for good',
      terraform: clients({
        implicit: { ...SAFE, allowed_oauth_flows: ['code', 'implicit'] },
        callback: { ...SAFE, callback_urls: ['http://localhost.example.com/login'] },
        logout: { ...SAFE, logout_urls: ['http://shop.example.com'] },
        redirect: { ...SAFE, default_redirect_uri: 'http://shop.example.com' },
        password: { ...SAFE, explicit_auth_flows: ['ALLOW_USER_PASSWORD_AUTH'] },
        lasting: { ...SAFE, enable_token_revocation: false },
      }),
      addresses: ['callback', 'implicit', 'lasting', 'logout', 'password', 'redirect'].map(
        (name) => `aws_cognito_user_pool_client.${name}`
      ),
    },
  ],
  undetermined: [
    {
      title: 'variables decide the flows, an address, errors and revocation',
      terraform: {
        variable: { open: {} },
        ...clients({
          flows: { ...SAFE, allowed_oauth_flows: '${var.open}' },
          address: { ...SAFE, callback_urls: ['https://shop.example.com', '${var.open}'] },
          errors: { prevent_user_existence_errors: '${var.open}' },
          revocation: { ...SAFE, enable_token_revocation: '${var.open}' },
        }),
      },
      addresses: ['address', 'errors', 'flows', 'revocation'].map((name) => `aws_cognito_user_pool_client.${name}`),
    },
  ],
};

function clients(named: JsonObject): JsonObject {
  return { resource: { aws_cognito_user_pool_client: named } };
}
