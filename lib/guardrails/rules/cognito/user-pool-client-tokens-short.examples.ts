import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    { title: 'an hour, and a month, as by default', terraform: clients({ shop: {} }) },
    {
      title: 'an hour in each unit, and a working day',
      terraform: clients({
        hours: { access_token_validity: 1, id_token_validity: 1, refresh_token_validity: 30 },
        minutes: {
          access_token_validity: 60,
          id_token_validity: 3600,
          refresh_token_validity: 8,
          token_validity_units: [{ access_token: 'minutes', id_token: 'seconds', refresh_token: 'hours' }],
        },
      }),
    },
  ],
  fail: [
    {
      title: 'an access token of a day, an ID token of two hours, and a login for a year',
      terraform: clients({
        access: { access_token_validity: 24 },
        id: { id_token_validity: 120, token_validity_units: [{ id_token: 'minutes' }] },
        refresh: { refresh_token_validity: 365 },
      }),
      addresses: ['access', 'id', 'refresh'].map((name) => `aws_cognito_user_pool_client.${name}`),
    },
    {
      title: 'a client that another service made',
      terraform: {
        resource: { aws_cognito_managed_user_pool_client: { search: { refresh_token_validity: 3650 } } },
      },
      addresses: ['aws_cognito_managed_user_pool_client.search'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide the number, or the unit',
      terraform: {
        variable: { open: {} },
        ...clients({
          number: { access_token_validity: '${var.open}' },
          unit: { access_token_validity: 60, token_validity_units: [{ access_token: '${var.open}' }] },
        }),
      },
      addresses: ['aws_cognito_user_pool_client.number', 'aws_cognito_user_pool_client.unit'],
    },
  ],
};

function clients(named: JsonObject): JsonObject {
  return { resource: { aws_cognito_user_pool_client: named } };
}
