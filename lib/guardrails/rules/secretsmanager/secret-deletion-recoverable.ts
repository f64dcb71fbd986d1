import { isEphemeral } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { asNumber, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ATTRIBUTE = 'recovery_window_in_days';
const WINDOW_DAYS = 30;

/** Secrets that come back after a wrong deletion. */
export const RULE: ResourceRule = {
  id: 'SECRETSMANAGER-003',
  name: 'secret-deletion-recoverable',
  title: 'A secret outside ephemeral environments can be restored after its deletion',
  severity: 'medium',
  claims: ['1.3.1.l'],
  rationale:
    'A recovery window of 0 deletes a secret at once and for good, and with it the way into what it opened. Only environments that live for a test run may do that.',
  fix: `Leave \`${ATTRIBUTE}\` at ${WINDOW_DAYS}. A stack that lives for a test run declares it: environment EPHEMERAL, or the tag tom:environment = ephemeral.`,
  sources: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
  types: ['aws_secretsmanager_secret'],
  check: (secret) => {
    if (isEphemeral(secret)) return undefined;
    const window = configured(secret, ATTRIBUTE);
    if (isUnknown(window)) return unknownAttribute(ATTRIBUTE, window);
    if (asNumber(window) !== 0) return MET;
    return violated(`${ATTRIBUTE} is 0: a destroy deletes the secret at once, and nobody can restore it`, {
      [ATTRIBUTE]: WINDOW_DAYS,
    });
  },
};
