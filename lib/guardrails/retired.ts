/**
 * Rules that are gone, by id, each with the ids that replace it. A retired id is never used again: a waiver of it must not come to cover something that
 * nobody accepted.
 */
export const RETIRED: ReadonlyMap<string, readonly string[]> = new Map([]);
