import { Value } from '../../terraform/value';

/**
 * What the predefined policies of load balancers admit, as AWS documents it:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html
 */

const PREFIX = 'ELBSecurityPolicy-';

/** TLS 1.2 or newer, and every suite has forward secrecy and a newer hash than SHA-1. */
const STRONG: readonly string[] = [
  'FS-1-2-Res-2019-08',
  'FS-1-2-Res-2020-10',
  'TLS13-1-2-2021-06',
  'TLS13-1-2-FIPS-2023-04',
  'TLS13-1-2-FIPS-PQ-2025-09',
  'TLS13-1-2-PQ-2025-09',
  'TLS13-1-2-RFC9151-FIPS-2023-07',
  'TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07',
  'TLS13-1-2-RFC9151-INTEROP2-FIPS-2023-07',
  'TLS13-1-2-Res-2021-06',
  'TLS13-1-2-Res-FIPS-2023-04',
  'TLS13-1-2-Res-FIPS-PQ-2025-09',
  'TLS13-1-2-Res-PQ-2025-09',
  'TLS13-1-3-2021-06',
  'TLS13-1-3-FIPS-2023-04',
  'TLS13-1-3-FIPS-PQ-2025-09',
  'TLS13-1-3-PQ-2025-09',
  'TLS13-1-3-RFC9151-FIPS-2023-07',
];

/** The worst that a policy admits. */
const WEAK: { readonly [worst: string]: readonly string[] } = {
  'TLS 1.0': [
    '2015-05',
    '2016-08',
    'FS-2018-06',
    'TLS-1-0-2015-04',
    'TLS13-1-0-2021-06',
    'TLS13-1-0-FIPS-2023-04',
    'TLS13-1-0-FIPS-PQ-2025-09',
    'TLS13-1-0-PQ-2025-09',
  ],
  'TLS 1.1': ['FS-1-1-2019-08', 'TLS-1-1-2017-01', 'TLS13-1-1-2021-06', 'TLS13-1-1-FIPS-2023-04'],
  'suites without forward secrecy': [
    'TLS-1-2-2017-01',
    'TLS-1-2-Ext-2018-06',
    'TLS13-1-2-Ext0-RFC9151-FIPS-2023-07',
    'TLS13-1-2-Ext1-2021-06',
    'TLS13-1-2-Ext1-FIPS-2023-04',
    'TLS13-1-2-Ext1-FIPS-PQ-2025-09',
    'TLS13-1-2-Ext1-PQ-2025-09',
    'TLS13-1-2-Ext2-2021-06',
    'TLS13-1-2-Ext2-FIPS-2023-04',
    'TLS13-1-2-Ext2-FIPS-PQ-2025-09',
    'TLS13-1-2-Ext2-PQ-2025-09',
    'TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07',
  ],
  'suites with SHA-1': [
    'FS-1-2-2019-08',
    'TLS13-1-2-Ext0-FIPS-2023-04',
    'TLS13-1-2-Ext0-FIPS-PQ-2025-09',
    'TLS13-1-2-RFC9151-INTEROP3-FIPS-2023-07',
  ],
};

/** What a listener gets that names no policy, made by anything but the console. */
export const DEFAULT_POLICY = `${PREFIX}2016-08`;

/** What AWS recommends. */
export const RECOMMENDED_POLICY = `${PREFIX}TLS13-1-2-Res-PQ-2025-09`;

const WEAKNESSES: ReadonlyMap<string, string | undefined> = new Map<string, string | undefined>([
  ...STRONG.map((name) => [PREFIX + name, undefined] as const),
  ...Object.entries(WEAK).flatMap(([worst, names]) => names.map((name) => [PREFIX + name, worst] as const)),
]);

/** Why a policy is too weak, or `undefined` where it is not. A policy that is not listed may admit anything. */
export function weaknessOf(policy: Value): string | undefined {
  if (typeof policy !== 'string' || !WEAKNESSES.has(policy))
    return 'which is not among the policies that are known to admit only TLS 1.2 or newer';
  const worst = WEAKNESSES.get(policy);
  return worst === undefined ? undefined : `which admits ${worst}`;
}
