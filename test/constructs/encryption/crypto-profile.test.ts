import { CryptoProfile } from '../../../lib';
import { sslPolicy } from '../../../lib/constructs/encryption/crypto-profile';

test.each([
  [CryptoProfile.MODERN, 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09'],
  [CryptoProfile.TLS13_ONLY, 'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09'],
  [CryptoProfile.FIPS, 'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09'],
])('the profile %s is %s', (profile, policy) => {
  expect(sslPolicy(profile)).toBe(policy);
});

test('every profile has a policy, with post-quantum key exchange, and nothing below TLS 1.2', () => {
  for (const profile of Object.values(CryptoProfile)) {
    expect(sslPolicy(profile)).toMatch(/^ELBSecurityPolicy-TLS13-1-(3|2-Res)(-FIPS)?-PQ-2025-09$/);
  }
});
