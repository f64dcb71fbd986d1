import { Rule } from '../rule';
import { KMS_001 } from './kms/kms-001';
import { S3_001 } from './s3/s3-001';

/** Every rule, in the order of the ids. */
export const RULES: readonly Rule[] = [KMS_001, S3_001];

/** The rules by id. */
export const RULES_BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));
