/** What a listener demands of its clients: versions of TLS and suites (TOM 1.1.1, 1.1.2). All of them offer post-quantum key exchange. */
export enum CryptoProfile {
  /** TLS 1.2 with suites that have forward secrecy and AES-GCM, and TLS 1.3: what AWS recommends. */
  MODERN = 'modern',
  /** Only TLS 1.3. */
  TLS13_ONLY = 'tls13-only',
  /** As `MODERN`, by a module that is validated for FIPS 140-3, and without ChaCha20, which FIPS does not allow. */
  FIPS = 'fips',
}

/**
 * What Elastic Load Balancing calls them.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
const SSL_POLICIES: { readonly [P in CryptoProfile]: string } = {
  [CryptoProfile.MODERN]: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  [CryptoProfile.TLS13_ONLY]: 'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09',
  [CryptoProfile.FIPS]: 'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09',
};

/** The security policy of a listener. */
export function sslPolicy(profile: CryptoProfile): string {
  return SSL_POLICIES[profile];
}
