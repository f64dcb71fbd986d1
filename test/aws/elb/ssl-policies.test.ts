import { DEFAULT_POLICY, RECOMMENDED_POLICY, weaknessOf } from '../../../lib/aws/elb/ssl-policies';

/**
 * The policies that AWS documents: the versions of TLS that each admits, newest first, and what is weak in its suites:
 * `rsa` for key exchange without forward secrecy, `sha1` for SHA-1, `cbc` for CBC without either, `-` for none of these.
 */
const DOCUMENTED = `
TLS13-1-3-2021-06                        3     -
TLS13-1-3-PQ-2025-09                     3     -
TLS13-1-2-Res-2021-06                    32    -
TLS13-1-2-Res-PQ-2025-09                 32    -
TLS13-1-2-2021-06                        32    cbc
TLS13-1-2-PQ-2025-09                     32    cbc
TLS13-1-2-Ext1-2021-06                   32    rsa
TLS13-1-2-Ext1-PQ-2025-09                32    rsa
TLS13-1-2-Ext2-2021-06                   32    rsa
TLS13-1-2-Ext2-PQ-2025-09                32    rsa
TLS13-1-1-2021-06                        321   rsa
TLS13-1-0-2021-06                        3210  rsa
TLS13-1-0-PQ-2025-09                     3210  rsa
TLS13-1-3-FIPS-2023-04                   3     -
TLS13-1-3-FIPS-PQ-2025-09                3     -
TLS13-1-2-Res-FIPS-2023-04               32    -
TLS13-1-2-Res-FIPS-PQ-2025-09            32    -
TLS13-1-2-FIPS-2023-04                   32    cbc
TLS13-1-2-FIPS-PQ-2025-09                32    cbc
TLS13-1-2-Ext0-FIPS-2023-04              32    sha1
TLS13-1-2-Ext0-FIPS-PQ-2025-09           32    sha1
TLS13-1-2-Ext1-FIPS-2023-04              32    rsa
TLS13-1-2-Ext1-FIPS-PQ-2025-09           32    rsa
TLS13-1-2-Ext2-FIPS-2023-04              32    rsa
TLS13-1-2-Ext2-FIPS-PQ-2025-09           32    rsa
TLS13-1-1-FIPS-2023-04                   321   rsa
TLS13-1-0-FIPS-2023-04                   3210  rsa
TLS13-1-0-FIPS-PQ-2025-09                3210  rsa
TLS13-1-3-RFC9151-FIPS-2023-07           3     -
TLS13-1-2-RFC9151-FIPS-2023-07           32    -
TLS13-1-2-Ext0-RFC9151-FIPS-2023-07      32    rsa
TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07  32    -
TLS13-1-2-RFC9151-INTEROP2-FIPS-2023-07  32    cbc
TLS13-1-2-RFC9151-INTEROP3-FIPS-2023-07  32    sha1
TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07  32    rsa
FS-1-2-Res-2020-10                       2     -
FS-1-2-Res-2019-08                       2     cbc
FS-1-2-2019-08                           2     sha1
FS-1-1-2019-08                           21    sha1
FS-2018-06                               210   sha1
TLS-1-2-2017-01                          2     rsa
TLS-1-2-Ext-2018-06                      2     rsa
TLS-1-1-2017-01                          21    rsa
2016-08                                  210   rsa
2015-05                                  210   rsa
`;

/** What the rule must say of a policy with these versions and this weakness. */
function expected(versions: string, weakness: string): string | undefined {
  if (versions.includes('0')) return 'which admits TLS 1.0';
  if (versions.includes('1')) return 'which admits TLS 1.1';
  if (weakness === 'rsa') return 'which admits suites without forward secrecy';
  return weakness === 'sha1' ? 'which admits suites with SHA-1' : undefined;
}

test.each(
  DOCUMENTED.trim()
    .split('\n')
    .map((line) => line.split(/ +/) as [string, string, string])
)('ELBSecurityPolicy-%s, TLS %s, weakness %s', (name, versions, weakness) => {
  expect(weaknessOf(`ELBSecurityPolicy-${name}`)).toBe(expected(versions, weakness));
});

test('the policy with 3DES, which AWS no longer documents, is refused', () => {
  expect(weaknessOf('ELBSecurityPolicy-TLS-1-0-2015-04')).toBe('which admits TLS 1.0');
});

test('a name that nobody knows is refused, in whatever case and with whatever promise', () => {
  const unknown = 'which is not among the policies that are known to admit only TLS 1.2 or newer';
  expect(weaknessOf('ELBSecurityPolicy-TLS13-1-3-PQ-2099-01')).toBe(unknown);
  expect(weaknessOf('elbsecuritypolicy-tls13-1-3-2021-06')).toBe(unknown);
  expect(weaknessOf('TLS13-1-3-2021-06')).toBe(unknown);
});

test('the default is weak, and what the rule recommends is not', () => {
  expect(weaknessOf(DEFAULT_POLICY)).toBe('which admits TLS 1.0');
  expect(weaknessOf(RECOMMENDED_POLICY)).toBeUndefined();
});
