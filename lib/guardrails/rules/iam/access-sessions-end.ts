import { configured } from '../../../terraform/configured';
import { describe, isFalse, isUnknown, Value, asNumber } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Where a type says how long a session lasts, in which unit, and what it is where it says nothing. */
const SESSIONS: {
  readonly [type: string]: { readonly attribute: string; readonly hours: number; readonly per: number };
} = {
  aws_ec2_client_vpn_endpoint: { attribute: 'session_timeout_hours', hours: 24, per: 1 },
  aws_iam_role: { attribute: 'max_session_duration', hours: 1, per: 3600 },
  aws_rolesanywhere_profile: { attribute: 'duration_seconds', hours: 1, per: 3600 },
  aws_ssoadmin_permission_set: { attribute: 'session_duration', hours: 1, per: 1 },
};

/** Where it is off, the client of a VPN connects again by itself when its time is up. It is on by default. */
const RECONNECTS = 'disconnect_on_session_timeout';

/** Sessions that end on the day on which they began. */
export const RULE: ResourceRule = {
  id: 'IAM-010',
  name: 'access-sessions-end',
  title: `Sessions of roles, permission sets and VPNs end after ${DEMANDS.accessSessionHours} hours`,
  severity: 'low',
  claims: ['6.5.3.b', '6.5.3.d'],
  rationale:
    'Anyone who loses a right keeps it until the session ends: nothing calls back what was issued. A stolen session works for as long. A working day is enough for people, and programs renew their sessions by themselves. Roles, permission sets and profiles of Roles Anywhere have one hour by default; a Client VPN endpoint has 24, and its client connects again by itself where `disconnect_on_session_timeout` is off.',
  fix: `Set \`max_session_duration\`, or \`duration_seconds\` of a profile of Roles Anywhere, to ${DEMANDS.accessSessionHours * 3600} or less, \`session_duration\` to PT${DEMANDS.accessSessionHours}H or less, \`session_timeout_hours\` to ${DEMANDS.accessSessionHours}, and leave \`disconnect_on_session_timeout\` on.`,
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html',
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html',
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-max-duration.html',
    'https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_CreateProfile.html',
  ],
  types: Object.keys(SESSIONS),
  check: (resource) => {
    const { attribute, hours, per } = SESSIONS[resource.type];
    const value = configured(resource, attribute);
    if (isUnknown(value)) return unknownAttribute(attribute, value);
    if (isFalse(configured(resource, RECONNECTS))) {
      return violated(`${RECONNECTS} is false: the client connects again by itself when the session is over`, {
        [RECONNECTS]: true,
      });
    }
    const lasts = value === undefined ? hours : hoursOf(value, per);
    if (lasts <= DEMANDS.accessSessionHours) return MET;
    return violated(`${attribute} is ${describe(value)}${value === undefined ? `, which means ${hours} hours` : ''}`);
  },
};

/** The hours that a number or an ISO 8601 duration says. What is neither is too long. */
function hoursOf(value: Value, per: number): number {
  const duration = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(typeof value === 'string' ? value : '');
  if (!duration) return (asNumber(value) ?? Infinity) / per;
  const [days, hours, minutes, seconds] = duration.slice(1).map((part) => Number(part ?? 0));
  return days * 24 + hours + minutes / 60 + seconds / 3600;
}
