import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** The year and month of the oldest policy that AWS itself attaches to a server made in its console. */
const SINCE = '2024-01';
const RECOMMENDED = 'TransferSecurityPolicy-2025-03';

/** Servers for files that take strong ciphers only. */
export const RULE: ResourceRule = {
  id: 'TRANSFER-002',
  name: 'security-policy-current',
  title: `A Transfer Family server has a security policy of ${SINCE} or newer`,
  severity: 'high',
  claims: ['1.1.1.b', '1.1.2.a'],
  rationale:
    'The security policy sets the ciphers of SFTP and FTPS. A server that names none gets TransferSecurityPolicy-2018-11, the oldest, from the provider. AWS itself attaches TransferSecurityPolicy-2024-01 to what its console makes. The date of a policy is in its name.',
  fix: `Set \`security_policy_name\` to "${RECOMMENDED}".`,
  sources: ['https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html'],
  types: ['aws_transfer_server'],
  check: (server) => {
    const policy = server.get('security_policy_name');
    if (isUnknown(policy)) return unknownAttribute('security_policy_name', policy);
    const date = typeof policy === 'string' ? /-(\d{4}-\d{2})$/.exec(policy)?.[1] : undefined;
    if (date !== undefined && date >= SINCE) return MET;
    const meaning = policy === undefined ? ', which means TransferSecurityPolicy-2018-11' : `, older than ${SINCE}`;
    return violated(`security_policy_name is ${describe(policy)}${meaning}`, { security_policy_name: RECOMMENDED });
  },
};
