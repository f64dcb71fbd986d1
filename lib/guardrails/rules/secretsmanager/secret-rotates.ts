import { demandsOf } from '../../../aws/demanded';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { asNumber, isUnknown, describe } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { namesWhole } from '../../verdicts/parts';

const SECRET = 'aws_secretsmanager_secret';
export const ROTATION = 'aws_secretsmanager_secret_rotation';
const SECRETS = { type: SECRET, attribute: 'secret_id', names: ['name'] };
const MAX_DAYS = DEMANDS.secretRotationDays;

/** Secrets that change. */
export const RULE: ResourceRule = {
  id: 'SECRETSMANAGER-001',
  name: 'secret-rotates',
  title: `A secret rotates every ${MAX_DAYS} days or more often`,
  severity: 'medium',
  claims: ['1.3.1.f'],
  rationale: `A secret that never changes stays good for anyone who once saw it: former staff, a copy of a log, a stolen laptop. Secrets that a service manages itself, such as the master password of RDS, are rotated by it and are not declared in Terraform. Rotation counts at most ${MAX_DAYS} days; a schedule expression is not computed.`,
  fix: `Give the secret an \`${ROTATION}\` with \`rotation_rules.automatically_after_days\` of at most ${MAX_DAYS}. A secret that only its owner elsewhere can change, such as the key of somebody's interface, needs a waiver and a date.`,
  sources: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
    'AWS Security Hub SecretsManager.1, SecretsManager.4',
  ],
  demands: ['secretRotationDays'],
  types: [SECRET, ROTATION],
  check: (resource, model) => {
    if (resource.type === SECRET) return rotationVerdict(model, resource);
    // A rotation is judged with its secret, and by itself where that is elsewhere.
    return namesWhole(model, resource, SECRETS) ? undefined : daysVerdict(resource, resource);
  },
};

function rotationVerdict(model: Model, secret: Resource): Verdict {
  const [rotation] = companionsOf(model, secret, ROTATION, 'secret_id', ['name']);
  if (!rotation) {
    return hasUndeterminedCompanion(model, ROTATION, 'secret_id')
      ? undetermined(`an ${ROTATION} names its secret by a value that only a plan can tell`)
      : violated(`the secret has no ${ROTATION}: it stays the same until somebody changes it by hand`);
  }
  return daysVerdict(secret, rotation);
}

/** Whether a rotation comes often enough: an expression of a schedule is not computed. */
function daysVerdict(judged: Resource, rotation: Resource): Verdict {
  const whose = judged === rotation ? '' : ` of ${rotation.address}`;
  const path = 'rotation_rules.automatically_after_days';
  const days = configured(rotation, path);
  if (isUnknown(days)) return undetermined(`${path}${whose} is ${days.text}, which only a plan can tell`);
  const number = asNumber(days);
  const { secretRotationDays } = demandsOf(judged.stack);
  if (number === undefined || number <= secretRotationDays) return MET;
  return violated(`${path}${whose} is ${describe(days)}, more than ${secretRotationDays}`);
}
