import { ResourceRule, violated } from '../../rule';
import { allOf, requireAttribute, requireTrue } from '../../verdicts/checks';

/** Private lines that carry nothing in the clear. */
export const RULE: ResourceRule = {
  id: 'DX-001',
  name: 'line-encrypted-by-macsec',
  title: 'A Direct Connect line is encrypted by MACsec, without a way back',
  severity: 'medium',
  measures: ['1.1.2'],
  rationale:
    'A Direct Connect line is private, but not encrypted: its carrier and whoever reaches the cross connect can read it. MACsec encrypts it between the two routers, and with must_encrypt the line is down rather than in the clear where that fails. MACsec needs a dedicated connection at a location that offers it, and a key that both ends hold. The AWS provider has no MACsec arguments for `aws_dx_lag`, so a LAG cannot show it.',
  fix: 'Set `request_macsec` to true and `encryption_mode` to must_encrypt, and associate a key by `aws_dx_macsec_key_association`. Where the line cannot do that, run a site-to-site VPN over it, and waive the rule with that reason.',
  sources: [
    'https://docs.aws.amazon.com/directconnect/latest/UserGuide/MACsec.html',
    'https://docs.aws.amazon.com/directconnect/latest/UserGuide/encryption-in-transit.html',
  ],
  types: ['aws_dx_connection', 'aws_dx_lag'],
  check: (line) => {
    if (line.type === 'aws_dx_lag' && !line.has('request_macsec')) {
      return violated('the LAG cannot ask for MACsec: it may carry traffic in the clear');
    }
    return allOf([
      requireTrue(line, 'request_macsec'),
      requireAttribute(line, 'encryption_mode', (value) => value === 'must_encrypt', {
        encryption_mode: 'must_encrypt',
      }),
    ]);
  },
};
