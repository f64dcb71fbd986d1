import { assignmentsIn, isSecretName, mayBeSecret, secretIn } from '../../../aws/secret-patterns';
import { Place, WORKLOADS, placesOf } from '../../../aws/secret-places';
import { Unknown, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, certainlyViolated } from '../../rule';

/** Attributes that hold secrets: a workload that is given one holds it unencrypted. */
const SECRET_SOURCE =
  /^(?:random_password\.[^.]+\.(?:result|bcrypt_hash)|tls_private_key\.[^.]+\.private_key_\w+|aws_iam_access_key\.[^.]+\.(?:secret|ses_smtp_password_v4)|aws_(?:db_instance|rds_cluster|docdb_cluster|redshift_cluster)\.[^.]+\.(?:master_)?password|data\.aws_secretsmanager_secret_version\.[^.]+\.secret_(?:string|binary)|data\.aws_secretsmanager_random_password\.[^.]+\.random_password|data\.aws_kms_secrets\.[^.]+\.plaintext)/;

/** Inputs, and parameters whose type nobody sees: under the name of a secret they may be one. */
const OPEN_SOURCE = /^(?:(?:var|local|each|module)\.|(?:data\.)?aws_ssm_parameter\.[^.]+\.(?:insecure_)?value$)/;

/** Workloads that fetch their secrets instead of carrying them. */
export const RULE: ResourceRule = {
  id: 'AWS-006',
  name: 'no-secret-in-environment',
  title: 'No secret stands in an environment variable, a container definition or user data',
  severity: 'high',
  claims: ['3.1.1.f'],
  rationale:
    'What a function, task, build or instance is started with is shown to everybody who may describe it, is copied into every revision, and stands in the state. So a secret there has no access control of its own. Secrets are found by their form (access keys, private keys, tokens, URLs with a password), and by the name of what holds a literal; references to a secret, by ARN, valueFrom or type SECRETS_MANAGER, are what is asked for. Compressed user data is not read. The message never shows the value.',
  fix: 'Keep the secret in Secrets Manager, and give the workload its ARN: `secrets` with `valueFrom` in ECS and Batch, type SECRETS_MANAGER in CodeBuild, a read at start in Lambda and on instances, with a role that may. Change a secret that stood unencrypted.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
    'AWS Security Hub CodeBuild.2, ECS.8',
  ],
  types: WORKLOADS,
  check: (resource) => {
    const { places, open } = placesOf(resource);
    const verdicts = places.map(verdictOn);
    const secrets = verdicts.flatMap((verdict) => (verdict?.outcome === 'violated' ? [verdict.message] : []));
    if (secrets.length > 0) return certainlyViolated([...new Set(secrets)].slice(0, 5).join('; '));
    const unsettled = verdicts.find((verdict) => verdict?.outcome === 'undetermined');
    if (unsettled) return unsettled;
    return open === undefined ? MET : undetermined(`only a plan can tell what ${open} holds`);
  },
};

function verdictOn(place: Place): Verdict | undefined {
  const { where, value, isScript } = place;
  if (isUnknown(value)) return verdictOnUnknown(place, value);
  if (value === undefined || typeof value === 'object' || typeof value === 'boolean') return undefined;
  const text = String(value);
  const form = secretIn(text);
  if (form) return certainlyViolated(`${where} holds ${form}`);
  if (isScript) return verdictOnScript(where, text);
  if (place.name === undefined || !isSecretName(place.name) || !mayBeSecret(text)) return undefined;
  return certainlyViolated(`${where} holds a literal under the name of a secret`);
}

function verdictOnUnknown({ where, name, isScript }: Place, value: Unknown): Verdict | undefined {
  const form = secretIn(value.text);
  if (form) return certainlyViolated(`${where} holds ${form}`);
  const source = value.references.map((reference) => SECRET_SOURCE.exec(reference)?.[0]).find(Boolean);
  if (source) return certainlyViolated(`${where} holds the secret of ${source}`);
  if (isScript) return verdictOnScript(where, value.text) ?? verdictOnWhole(where, value);
  if (name === undefined || !isSecretName(name)) return undefined;
  const isOpen = value.references.some((reference) => OPEN_SOURCE.test(reference));
  return isOpen ? undetermined(`only a plan can tell whether ${where} holds a secret`) : undefined;
}

function verdictOnScript(where: string, text: string): Verdict | undefined {
  const found = assignmentsIn(text);
  const literal = found.find(({ isOpen }) => !isOpen);
  if (literal) return certainlyViolated(`${where} gives ${literal.name} a literal`);
  return found.length > 0 ? undetermined(`only a plan can tell what ${where} gives ${found[0].name}`) : undefined;
}

/** A script that is an input as a whole. Text with the attributes of resources in it can be read around them. */
function verdictOnWhole(where: string, { text }: Unknown): Verdict | undefined {
  const isVariable =
    /^\$\{\s*(?:var|local|each|module)\.[^}]*\}$/.test(text) || /^\$\{\s*(?:templatefile|file\w*)\(/.test(text);
  return isVariable ? undetermined(`only a plan can tell what ${where} holds`) : undefined;
}
