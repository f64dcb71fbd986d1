import { Block } from '../terraform/block';
import { Memo } from '../terraform/memo';
import { Resource, Stack } from '../terraform/stack';
import { asBlocks, asStrings, isUnknown, Json } from '../terraform/value';
import { providerAddress } from './provider-address';

/** What in the configuration of a provider decides with whose credentials it works, and so in which account. */
const CREDENTIALS = [
  'access_key',
  'allowed_account_ids',
  'assume_role',
  'assume_role_with_web_identity',
  'profile',
  'shared_config_files',
  'shared_credentials_files',
];

/** The id of the account that a resource lies in, where its own ARN or its provider says it. */
export function accountOf(resource: Resource): string | undefined {
  const own = resource.body.arn === undefined ? undefined : asStrings(resource.get('arn'))[0];
  return (
    accountInArn(own) ?? accountOfProvider(resource.provider) ?? callersOf(resource.stack).get(callerKey(resource))
  );
}

const CALLERS = new Memo<ReadonlyMap<string, string>>();

/** The accounts that a plan has asked for, by the credentials of providers: `aws_caller_identity` says who makes it, in whichever region. */
function callersOf(stack: Stack): ReadonlyMap<string, string> {
  return CALLERS.of(stack, () => {
    const callers = stack.kind === 'plan' ? stack.resources.filter(isCaller) : [];
    return new Map(
      callers.flatMap((caller): [string, string][] => {
        const account = caller.get('account_id');
        return typeof account === 'string' ? [[callerKey(caller), account]] : [];
      })
    );
  });
}

/** Where nothing is known of a provider but its name, only that name is the same. */
function callerKey({ provider, providerName }: Resource): string {
  return provider ? credentialsOf(provider) : providerName;
}

function isCaller({ mode, type }: Resource): boolean {
  return mode === 'data' && type === 'aws_caller_identity';
}

/** Whether two resources lie in one account. `undefined` where nobody says it. */
export function isSameAccount(one: Resource, other: Resource): boolean | undefined {
  if (one.sharesProvider(other)) return true;
  const accounts = [accountOf(one), accountOf(other)];
  if (accounts.every((account) => account !== undefined)) return accounts[0] === accounts[1];
  const [mine, theirs] = [credentialsOf(one.provider), credentialsOf(other.provider)];
  // What a variable fills in may differ from one stack to the next.
  return mine === theirs && !mine.includes('${') ? true : undefined;
}

function accountInArn(arn: string | undefined): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn ?? '')?.[1];
}

const ACCOUNTS = new Memo<string | undefined>();

function accountOfProvider(provider: Block | undefined): string | undefined {
  return provider && ACCOUNTS.of(provider, () => accountIn(provider));
}

function accountIn(provider: Block): string | undefined {
  const allowed = provider.get('allowed_account_ids');
  if (Array.isArray(allowed) && allowed.length === 1 && typeof allowed[0] === 'string') return allowed[0];
  // Roles may be assumed one after the other: the last one decides.
  const role = provider.blocks('assume_role').pop()?.get('role_arn');
  return accountInArn(isUnknown(role) ? role.text : asStrings(role)[0]);
}

const READ = new Memo<string>();
const NO_CREDENTIALS = credentialsIn({});

function credentialsOf(provider: Block | undefined): string {
  if (!provider) return credentialsIn({});
  return READ.of(provider, () => credentialsIn(provider.body));
}

function credentialsIn(body: { readonly [name: string]: Json }): string {
  // A block is written as an object, or as a list of one.
  const written = CREDENTIALS.map((name) => (asBlocks(body[name]).length > 0 ? asBlocks(body[name]) : body[name]));
  return JSON.stringify(written.map((value) => value ?? null));
}

/** What to call the account of a resource: by its id, or by who works there where nobody names it. Two accounts never have one name. */
export function accountNameOf(resource: Resource): string {
  const account = accountOf(resource);
  if (account !== undefined) return account;
  const credentials = credentialsOf(resource.provider);
  if (credentials === NO_CREDENTIALS) return 'the account of the run';
  return `the account of ${resource.stack.name}:${providerAddress(resource)}`;
}
