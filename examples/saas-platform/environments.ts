import { Environment } from 'cdktf-aws-toms';

/** What differs between the environments of the product: where they are, and how large. All else is the same program. */
export interface Settings {
  readonly environment: Environment;
  /** The domain, of which this account has the zone. */
  readonly domainName: string;
  /** The bucket of the states: each environment has an account of its own. */
  readonly stateBucket: string;
  /** The environment of GitHub whose jobs deploy. */
  readonly githubEnvironment: string;
  readonly zoneCount: number;
  /** What Aurora may grow to, in units of about 2 GiB of memory. */
  readonly maxDatabaseCapacity: number;
  /** How many tasks of the API and of the worker may run. */
  readonly maxTasks: number;
}

/** Where the product is offered: the member states of the European Union. */
export const COUNTRIES = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const SETTINGS: { readonly [name: string]: Settings } = {
  production: {
    environment: Environment.PRODUCTION,
    domainName: 'app.example.com',
    stateBucket: 'acme-production-terraform-state',
    githubEnvironment: 'production',
    zoneCount: 3,
    maxDatabaseCapacity: 32,
    maxTasks: 12,
  },
  staging: {
    environment: Environment.STAGING,
    domainName: 'app.staging.example.com',
    stateBucket: 'acme-staging-terraform-state',
    githubEnvironment: 'staging',
    zoneCount: 2,
    maxDatabaseCapacity: 4,
    maxTasks: 2,
  },
};

/** The settings of an environment, by its name. With `ephemeral`, of a copy of it that can be destroyed. */
export function settingsOf(name: string, ephemeral: boolean): Settings {
  if (!Object.keys(SETTINGS).includes(name))
    throw new Error(`ENVIRONMENT is one of ${Object.keys(SETTINGS).join(', ')}, not ${JSON.stringify(name)}`);
  return ephemeral ? { ...SETTINGS[name], environment: Environment.EPHEMERAL } : SETTINGS[name];
}
