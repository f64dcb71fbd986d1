import { describe, hasUnknown, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Servers for files that take no unencrypted connections. */
export const RULE: ResourceRule = {
  id: 'TRANSFER-001',
  name: 'transfer-server-without-ftp',
  title: 'A Transfer Family server takes no FTP',
  severity: 'high',
  claims: ['3.2.4.a'],
  rationale: 'FTP passes names, passwords and files unencrypted. SFTP and FTPS encrypt them.',
  fix: 'Set `protocols` to SFTP, or to FTPS with a certificate.',
  sources: [
    'https://docs.aws.amazon.com/transfer/latest/userguide/tf-server-endpoint.html',
    'AWS Security Hub Transfer.2',
  ],
  types: ['aws_transfer_server'],
  check: (server) => {
    const protocols = server.get('protocols');
    if (Array.isArray(protocols) && protocols.includes('FTP')) {
      return violated(`protocols is ${describe(protocols)}: FTP passes passwords and files unencrypted`);
    }
    if (!hasUnknown(protocols)) return MET;
    return unknownAttribute('protocols', Array.isArray(protocols) ? protocols.find(isUnknown) : protocols);
  },
};
