/** What makes a waiver or a record unusable, in words. */
export interface Problem {
  readonly prop: string;
  readonly must: string;
  /** What is there, where that helps. */
  readonly value?: unknown;
  readonly fix: string;
}

/** A problem of a waiver or of a record as a message. */
export function said(noun: string, { prop, must, value }: Problem): string {
  const message = `the ${noun}'s '${prop}' ${must}`;
  return value === undefined ? message : `${message}, got ${JSON.stringify(value)}`;
}

/** Whether a text shows anything: some letters and symbols are drawn as nothing. */
export function hasVisible(text: string): boolean {
  return /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}
