import { refusedProps } from '../core/errors';

/** What AWS Private CA and other libraries call the ways to weaken an authority. */
export const CERTIFICATE_AUTHORITY = refusedProps([
  {
    props: ['signingAlgorithm'],
    must: 'must not be set: it follows from the key, and is never SHA-1',
    measure: '1.3.2',
    fix: 'leave it out, and choose a keyAlgorithm',
  },
  {
    props: ['keyStorageSecurityStandard'],
    must: 'must not be set: the key lies in a module of FIPS 140 level 3',
    measure: '1.3.2',
    fix: 'leave it out',
  },
  {
    props: ['ocsp', 'revocation', 'revocationConfiguration'],
    must: 'must not be set: an authority answers by OCSP who was revoked, or issues for seven days at most',
    measure: '1.3.2',
    fix: 'leave it out, or write mode: CertificateAuthorityMode.SHORT_LIVED',
  },
]);

/** Hashes without a key, what is added to them, which is secret, and what the key does not do. */
export const PSEUDONYMIZATION_KEY = refusedProps([
  {
    props: ['algorithm', 'hash', 'hashAlgorithm'],
    must: 'must not be set: a hash without a key is no pseudonym, since anyone who reads the data can compute it for every name and number there is, and GDPR Art. 4(5) wants what leads back to the person kept apart',
    measure: '1.4.1',
    fix: 'leave it out: KMS computes an HMAC with a key that nobody can read',
  },
  {
    props: ['enableKeyRotation'],
    must: 'must not be set: KMS cannot rotate HMAC keys',
    measure: '1.4.1',
    fix: 'leave it out, and make a second key where the first is to be replaced: every token changes then',
  },
  {
    props: ['multiRegion'],
    must: 'must not be set: a replica is a second place in which tokens can be derived',
    measure: '1.4.1',
    fix: 'leave it out: the key stays in its region',
  },
  {
    props: ['policy'],
    must: 'must not be set',
    measure: '1.4.1',
    fix: 'name administratorArns, and call grantTokenize and denyReader',
  },
  {
    props: ['salt', 'pepper'],
    must: 'must not be set: a hash without a key is no pseudonym, since anyone who reads the data can compute it for every name and number there is, and GDPR Art. 4(5) wants what leads back to the person kept apart',
    measure: '1.4.1',
    fix: 'leave it out: KMS computes an HMAC with a key that nobody can read',
    isSecret: true,
  },
]);
