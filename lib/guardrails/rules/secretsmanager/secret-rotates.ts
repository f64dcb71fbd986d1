import { isEphemeral } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { asNumber, isUnknown, describe } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';
import { publicPolicyVerdict } from '../../verdicts/public-principal';
import { ownPolicy } from '../../verdicts/resource-policy';

export const ROTATION = 'aws_secretsmanager_secret_rotation';
const MAX_DAYS = DEMANDS.secretRotationDays;
const WINDOW_DAYS = 30;

/** Secrets that change, can be taken back, and know their readers. */
export const RULE: ResourceRule = {
  id: 'SECRETSMANAGER-001',
  name: 'secret-rotates',
  title: 'A secret rotates, its deletion can be taken back, and its policy lets nobody in unnamed',
  severity: 'medium',
  measures: ['1.3.1', '3.1.1'],
  rationale: `A secret that never changes stays good for whoever once saw it: former staff, a copy of a log, a stolen laptop. A recovery window of 0 deletes a secret at once and for good, and with it the way into what it opened; only environments that live for a test run may do that. And a policy that lets everybody in is a secret no more. Secrets that a service manages itself, such as the master password of RDS, are rotated by it and are not declared in Terraform. Rotation counts at most ${MAX_DAYS} days; a schedule expression is not computed.`,
  fix: `Give the secret an \`${ROTATION}\` with \`rotation_rules.automatically_after_days\` of at most ${MAX_DAYS}, leave \`recovery_window_in_days\` at ${WINDOW_DAYS}, and name principals in its policy. A secret that only its owner elsewhere can change, such as the key of somebody's interface, needs a waiver and a date.`,
  sources: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
    'AWS Security Hub SecretsManager.1, SecretsManager.4',
  ],
  types: ['aws_secretsmanager_secret', 'aws_secretsmanager_secret_policy'],
  check: (resource, model) => {
    const policy = publicPolicyVerdict('policy', ownPolicy(model, resource));
    if (resource.type === 'aws_secretsmanager_secret_policy') return policy;
    return worst([policy, windowVerdict(resource), rotationVerdict(model, resource)]);
  },
};

function windowVerdict(secret: Resource): Verdict {
  if (isEphemeral(secret)) return MET;
  const window = configured(secret, 'recovery_window_in_days');
  if (isUnknown(window)) return unknownAttribute('recovery_window_in_days', window);
  if (asNumber(window) !== 0) return MET;
  return violated('recovery_window_in_days is 0: a destroy deletes the secret at once, and nobody can take it back', {
    recovery_window_in_days: WINDOW_DAYS,
  });
}

function rotationVerdict(model: Model, secret: Resource): Verdict {
  const [rotation] = companionsOf(model, secret, ROTATION, 'secret_id', ['name']);
  if (!rotation) {
    return hasUndeterminedCompanion(model, ROTATION, 'secret_id')
      ? undetermined(`an ${ROTATION} names its secret by a value that only a plan can tell`)
      : violated(`the secret has no ${ROTATION}: it stays the same until somebody changes it by hand`);
  }
  const path = 'rotation_rules.automatically_after_days';
  const days = configured(rotation, path);
  if (isUnknown(days))
    return undetermined(`${path} of ${rotation.address} is ${days.text}, which only a plan can tell`);
  const number = asNumber(days);
  if (number === undefined || number <= MAX_DAYS) return MET;
  return violated(`${path} of ${rotation.address} is ${describe(days)}, more than ${MAX_DAYS}`);
}
