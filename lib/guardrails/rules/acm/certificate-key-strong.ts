import { configured } from '../../../terraform/configured';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ATTRIBUTE = 'key_algorithm';

/** Certificates whose key nobody computes. */
export const RULE: ResourceRule = {
  id: 'ACM-001',
  name: 'certificate-key-strong',
  title: 'A certificate has a strong key',
  severity: 'medium',
  claims: ['1.3.2.d'],
  rationale: 'RSA with 1024 bits is within reach of an attacker, and browsers refuse it.',
  fix: `Set \`${ATTRIBUTE}\` to RSA_2048 or an elliptic curve.`,
  sources: [
    'https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html',
    'AWS Security Hub ACM.2',
  ],
  types: ['aws_acm_certificate'],
  check: (certificate) => {
    const algorithm = configured(certificate, ATTRIBUTE);
    if (isUnknown(algorithm)) return unknownAttribute(ATTRIBUTE, algorithm);
    if (algorithm !== 'RSA_1024') return MET;
    return violated(`${ATTRIBUTE} is ${describe(algorithm)}, which is too short`, { [ATTRIBUTE]: 'RSA_2048' });
  },
};
