import { Service } from './resource-type';

const FACTS =
  'A Direct Connect line is private, but not encrypted: its carrier, and anyone with access to the cross connect, can read it. MACsec encrypts it between the two routers, and with must_encrypt the line goes down where MACsec fails. MACsec needs a dedicated connection at a location that offers it, and a key that both ends hold.';

const NOTE =
  'Associate a key by `aws_dx_macsec_key_association`. Where the line does not support MACsec, run a site-to-site VPN over it, and waive the rule with that reason.';

const SOURCES = [
  'https://docs.aws.amazon.com/directconnect/latest/UserGuide/MACsec.html',
  'https://docs.aws.amazon.com/directconnect/latest/UserGuide/encryption-in-transit.html',
];

export const SERVICE: Service = {
  name: 'Direct Connect',
  types: {
    aws_dx_connection: {
      noun: 'Direct Connect line',
      inTransit: {
        demand: 'is encrypted by MACsec, with no fallback',
        settings: [
          { attribute: 'request_macsec', is: [true], otherwise: 'the line carries traffic unencrypted' },
          {
            attribute: 'encryption_mode',
            is: ['must_encrypt'],
            otherwise: 'the line falls back to unencrypted traffic where MACsec fails',
          },
        ],
        facts: FACTS,
        note: NOTE,
        sources: SOURCES,
      },
    },
    aws_dx_lag: {
      noun: 'link aggregation group',
      inTransit: {
        demand: 'is encrypted by MACsec, with no fallback',
        settings: [],
        never: 'the LAG cannot ask for MACsec: it may carry traffic unencrypted',
        facts: 'The AWS provider has no MACsec arguments for `aws_dx_lag`, so a LAG cannot show it.',
        sources: SOURCES,
      },
    },
  },
};
