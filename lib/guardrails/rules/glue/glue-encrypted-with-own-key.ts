import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

/** What must hold of an attribute, and what is wrong otherwise. */
interface Demand {
  readonly path: string;
  readonly holds: (value: Value) => boolean;
  readonly otherwise: string;
}

const is =
  (...values: string[]) =>
  (value: Value): boolean =>
    typeof value === 'string' && values.includes(value);

const DEMANDS: { readonly [type: string]: readonly Demand[] } = {
  aws_glue_data_catalog_encryption_settings: [
    {
      path: 'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode',
      holds: is('SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE'),
      otherwise: 'the catalogue is not encrypted',
    },
    {
      path: 'data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted',
      holds: isTrue,
      otherwise: 'passwords of connections are returned unencrypted',
    },
  ],
  aws_glue_dev_endpoint: [securityConfiguration('the endpoint')],
  aws_glue_crawler: [securityConfiguration('the crawler')],
  aws_glue_job: [securityConfiguration('the job')],
  aws_glue_security_configuration: [
    {
      path: 'encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode',
      holds: is('SSE-KMS'),
      otherwise: 'logs are not encrypted with a key of yours',
    },
    {
      path: 'encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode',
      holds: is('CSE-KMS'),
      otherwise: 'bookmarks are not encrypted before they are written',
    },
    {
      path: 'encryption_configuration.s3_encryption.s3_encryption_mode',
      holds: is('SSE-KMS'),
      otherwise: 'what jobs write is not encrypted with a key of yours',
    },
  ],
};

/** Jobs that encrypt what they leave behind. */
export const RULE: ResourceRule = {
  id: 'GLUE-001',
  name: 'glue-encrypted-with-own-key',
  title: 'Glue encrypts data, logs, bookmarks and its catalogue where the data is personal',
  severity: 'medium',
  claims: ['1.2.1.e'],
  rationale:
    'A job writes samples of the data into logs, keeps what it has read in bookmarks, and its results in S3. Glue encrypts each of them with KMS only where a security configuration says so, and the job names it. The catalogue holds names of tables and columns, and the passwords of connections.',
  fix: 'Name an `aws_glue_security_configuration` by `security_configuration`, with the modes SSE-KMS, CSE-KMS and SSE-KMS in its three blocks; and in `aws_glue_data_catalog_encryption_settings` set `catalog_encryption_mode` to SSE-KMS and `return_connection_password_encrypted` to true.',
  sources: [
    'https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html',
    'https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html',
  ],
  types: Object.keys(DEMANDS),
  check: (resource) => (holdsPersonalData(resource) ? verdictOn(resource) : undefined),
};

function securityConfiguration(who: string): Demand {
  return {
    path: 'security_configuration',
    holds: (value) => value !== undefined && value !== '',
    otherwise: `what ${who} leaves behind is not encrypted with KMS`,
  };
}

function verdictOn(resource: Resource): Verdict {
  const read = DEMANDS[resource.type].map((demand) => ({ ...demand, value: configured(resource, demand.path) }));
  const broken = read.filter(({ value, holds }) => !isUnknown(value) && !holds(value));
  if (broken.length > 0) {
    return violated(
      broken.map(({ path, value, otherwise }) => `${path} is ${describe(value)}: ${otherwise}`).join('; ')
    );
  }
  // A reference to a configuration is one, whatever its name will be.
  const open = read.find(({ value }) => isUnknown(value) && /(?<![\w.])(?:var|local|each|module)\./.test(value.text));
  return open ? undetermined(`${open.path} is ${describe(open.value)}, which only a plan can tell`) : MET;
}
