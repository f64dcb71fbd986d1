import { Subject } from './change';

/** The measures that a change bears on, by what it is about, where no rule says so. */
export const MEASURES_OF: { readonly [S in Subject]: readonly string[] } = {
  access: ['3.1.1', '6.2'],
  backup: ['4.1'],
  classification: ['3.1.2'],
  encryption: ['1.2.1', '1.3.1'],
  exposure: ['3.3.4'],
  hardening: ['9.1'],
  logging: ['8.1'],
  protection: ['3.3.1'],
  retention: ['2.2', '8.4'],
  rule: [],
  store: ['4.1'],
  transport: ['1.1.2'],
  waiver: ['10.3'],
  other: [],
};
