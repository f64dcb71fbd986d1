import { accountNameOf } from '../../../aws/account-of';
import { holdsPersonalData } from '../../../aws/declared';
import { regionOf } from '../../../aws/regions-of';
import { readJson } from '../../../terraform/json-attribute';
import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { companionsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, isJsonObject, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

const OF_GROUP = 'aws_cloudwatch_log_data_protection_policy';
const OF_ACCOUNT = 'aws_cloudwatch_log_account_policy';

/** Log groups whose data protection policy masks what it finds. */
export const RULE: ResourceRule = {
  id: 'LOGS-012',
  name: 'workload-logs-masked',
  title: 'The data protection policy of a log group of personal data masks what it finds',
  severity: 'medium',
  claims: ['1.4.1.d'],
  rationale:
    'Names and addresses that a program writes into its log reach everyone who reads logs. A data protection policy finds them by managed data identifiers, and masks them for all who may not unmask. A policy whose operation is Audit only counts what it finds, and shows it. Policies of the group and of the account add up. Judged are log groups of personal data that a policy covers; evidence counts the others as not shown, since what a workload logs no configuration says. Events that are older than the policy stay as they are.',
  fix: 'Use `MaskedLogs`, or add a statement with the same `DataIdentifier` and `Operation` `{ "Deidentify": { "MaskConfig": {} } }`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data-accountlevel.html',
  ],
  types: ['aws_cloudwatch_log_group'],
  check: (group, model) => {
    if (!holdsPersonalData(group)) return undefined;
    const policies = [
      ...companionsOf(model, group, OF_GROUP, 'log_group_name', ['id', 'name']),
      ...ofAccount(model, group),
    ];
    const verdicts = policies.map(policyVerdict);
    return (
      verdicts.find(({ outcome }) => outcome === 'met') ??
      verdicts.find(({ outcome }) => outcome === 'undetermined') ??
      verdicts[0]
    );
  },
};

const BY_PLACE = new Memo<ReadonlyMap<string, readonly Resource[]>>();

/** The policies of the account and Region that a log group certainly is in. */
function ofAccount(model: Model, group: Resource): readonly Resource[] {
  if (model.resources(OF_ACCOUNT).length === 0) return [];
  const byPlace = BY_PLACE.of(model, () => {
    const found = new Map<string, Resource[]>();
    for (const policy of model.present(OF_ACCOUNT)) {
      const place = placeOf(policy);
      if (place === undefined || policy.get('policy_type') !== 'DATA_PROTECTION_POLICY') continue;
      found.set(place, [...(found.get(place) ?? []), policy]);
    }
    return found;
  });
  return byPlace.get(placeOf(group) ?? '') ?? [];
}

function placeOf(resource: Resource): string | undefined {
  const region = regionOf(resource);
  return region === undefined ? undefined : `${accountNameOf(resource)}, ${region}`;
}

function policyVerdict(policy: Resource): Verdict {
  const reading = readJson(policy, 'policy_document');
  if (reading === undefined || 'broken' in reading) return violated(`the document of ${policy.address} is no policy`);
  if ('unknown' in reading) return undetermined(`what ${policy.address} does is ${reading.unknown}`);
  const masks = statementsOf(reading.json).map(maskOf);
  if (masks.includes(true)) return MET;
  if (masks.some(isUnknown)) return undetermined(`only a plan can tell whether ${policy.address} masks what it finds`);
  return violated(`${policy.address} counts what it finds, and masks nothing`);
}

function statementsOf(document: Value): readonly Value[] {
  const statements = isJsonObject(document) ? (document.Statement as Value) : document;
  return Array.isArray(statements) ? statements : [statements];
}

/** Whether a statement masks, or what only a plan can tell of it. */
function maskOf(statement: Value): Value {
  if (isUnknown(statement) || !isJsonObject(statement)) return isUnknown(statement) ? statement : false;
  const operation = statement.Operation as Value;
  if (isUnknown(operation)) return operation;
  return isJsonObject(operation) && operation.Deidentify !== undefined;
}
