import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse, refuseProps } from '../core/errors';
import { refuseEverybody } from './key-administration';
import { HmacSpec, MEASURE, refuseBoth } from './pseudonymization';

/** The roles that the props of a key name. */
interface Roles {
  readonly administratorArns?: string[];
  readonly tokenizerArns?: string[];
  readonly readerArns?: string[];
}

/** Refuses what is no key for HMAC. */
export function requireHmac(scope: IConstruct, keySpec: string): void {
  const specs: string[] = Object.values(HmacSpec);
  if (!specs.includes(keySpec)) {
    refuse(scope, {
      prop: 'keySpec',
      must: `must be one of ${specs.join(', ')}: a key that encrypts makes another token of the same value each time`,
      value: keySpec,
      measure: MEASURE,
      fix: 'write keySpec: HmacSpec.HMAC_256, or leave it out',
    });
  }
}

/** Refuses a role that does two of the three: manage the key, derive tokens, read the data. */
export function requireSeparation(scope: IConstruct, props: Roles): void {
  const administrators = props.administratorArns ?? [];
  const tokenizers = props.tokenizerArns ?? [];
  const readers = props.readerArns ?? [];
  for (const [prop, arns] of [
    ['administratorArns', administrators],
    ['tokenizerArns', tokenizers],
    ['readerArns', readers],
  ] as const) {
    if (arns.includes('*')) refuseEverybody(scope, prop, MEASURE);
  }
  for (const [prop, arns] of [
    ['tokenizerArns', tokenizers],
    ['readerArns', readers],
  ] as const) {
    const other = arns.find((arn) => !Token.isUnresolved(arn) && !/^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/.test(arn));
    if (other === undefined) continue;
    refuse(scope, {
      prop,
      must: 'must name roles, one by one',
      value: other,
      measure: MEASURE,
      fix: `write ${prop}: ['arn:aws:iam::111122223333:role/…']`,
    });
  }
  for (const reader of readers) if (tokenizers.includes(reader)) refuseBoth(scope, 'readerArns', reader);
  for (const [prop, arns] of [
    ['tokenizerArns', tokenizers],
    ['readerArns', readers],
  ] as const) {
    const administrator = arns.find((arn) => administrators.includes(arn));
    if (administrator === undefined) continue;
    refuse(scope, {
      prop,
      must: 'must not name an administrator of the key',
      value: administrator,
      measure: MEASURE,
      fix: 'let one role manage the key, another derive the tokens, and a third read the data',
    });
  }
}

const HASH = {
  must: 'must not be set: a hash without a key is no pseudonym, since whoever reads the data can compute it for every name and number there is, and GDPR Art. 4(5) wants what leads back to the person kept apart',
  measure: MEASURE,
  fix: 'leave it out: KMS computes an HMAC with a key that nobody can read',
};

/** Refuses a hash without a key, and what the key does not do. What is added to a hash is kept secret: the message does not repeat it. */
export function refuseHashes(scope: IConstruct, props: object): void {
  refuseProps(scope, props, REFUSED);
  for (const prop of ['salt', 'pepper']) if (prop in props) refuse(scope, { ...HASH, prop });
}

const REFUSED = {
  algorithm: HASH,
  hash: HASH,
  hashAlgorithm: HASH,
  enableKeyRotation: {
    must: 'must not be set: KMS cannot rotate HMAC keys',
    measure: MEASURE,
    fix: 'leave it out, and make a second key where the first is to be replaced: every token changes then',
  },
  multiRegion: {
    must: 'must not be set: a replica is a second place in which tokens can be derived',
    measure: MEASURE,
    fix: 'leave it out: the key stays in its region',
  },
  policy: {
    must: 'must not be set',
    measure: MEASURE,
    fix: 'name administratorArns, and call grantTokenize and denyReader',
  },
};
