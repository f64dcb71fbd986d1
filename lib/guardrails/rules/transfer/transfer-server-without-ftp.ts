import { Resource } from '../../../terraform/stack';
import { hasUnknown, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

/** The year and month of the oldest policy that AWS itself attaches to a server made in its console. */
const SINCE = '2024-01';

/** Servers for files whose connections are encrypted, and strongly. */
export const RULE: ResourceRule = {
  id: 'TRANSFER-001',
  name: 'transfer-server-without-ftp',
  title: `A Transfer Family server speaks no FTP, and names a security policy of ${SINCE} or newer`,
  severity: 'high',
  measures: ['1.1.1', '1.1.2', '3.2.4'],
  rationale:
    'FTP passes names, passwords and files in the clear. For SFTP and FTPS the security policy decides the ciphers, and a server that names none gets TransferSecurityPolicy-2018-11, the oldest, from the provider. AWS itself attaches TransferSecurityPolicy-2024-01 to what its console makes. The date of a policy is in its name.',
  fix: 'Set `protocols` to SFTP, or to FTPS with a certificate, and `security_policy_name` to "TransferSecurityPolicy-2025-03".',
  sources: [
    'https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html',
    'AWS Security Hub Transfer.2',
  ],
  types: ['aws_transfer_server'],
  check: (server) => allOf([protocolsVerdict(server), policyVerdict(server)]),
};

function protocolsVerdict(server: Resource): Verdict {
  const protocols = server.get('protocols');
  if (Array.isArray(protocols) && protocols.includes('FTP')) {
    return violated(`protocols is ${describe(protocols)}: FTP passes passwords and files in the clear`);
  }
  if (!hasUnknown(protocols)) return MET;
  return unknownAttribute('protocols', Array.isArray(protocols) ? protocols.find(isUnknown) : protocols);
}

function policyVerdict(server: Resource): Verdict {
  const policy = server.get('security_policy_name');
  if (isUnknown(policy)) return unknownAttribute('security_policy_name', policy);
  const date = typeof policy === 'string' ? /-(\d{4}-\d{2})$/.exec(policy)?.[1] : undefined;
  if (date !== undefined && date >= SINCE) return MET;
  const means = policy === undefined ? ', which means TransferSecurityPolicy-2018-11' : `, older than ${SINCE}`;
  return violated(`security_policy_name is ${describe(policy)}${means}`, {
    security_policy_name: 'TransferSecurityPolicy-2025-03',
  });
}
