import { JsonObject, isJsonObject } from '../../terraform/value';
import { lastMoment } from '../days';
import { Problem, hasVisible } from '../problem';

/** What a field must hold, and what to write. */
export interface Wanted {
  readonly must: string;
  readonly fix: string;
}

/** Reads the fields of an object that people wrote, and notes all that is wrong with them. */
export class FieldReader {
  constructor(
    private readonly json: JsonObject,
    fields: readonly string[],
    /** Everything that is wrong so far: an inner object notes it in the list of its outer one. */
    readonly problems: Problem[] = [],
    /** What stands before the names of its fields: `document.`. */
    private readonly prefix = ''
  ) {
    for (const field of Object.keys(json).filter((key) => !fields.includes(key))) {
      this.note(field, undefined, {
        must: `must not be there, only ${fields.join(', ')}`,
        fix: 'remove or correct it',
      });
    }
  }

  /** Notes that a field is not as it must be. */
  public note(field: string, value: unknown, { must, fix }: Wanted): void {
    this.problems.push({ prop: `${this.prefix}${field}`, must, value, fix });
  }

  public has(field: string): boolean {
    return this.json[field] !== undefined;
  }

  /** A text that people can see. */
  public text(field: string, wanted: Wanted): string {
    const value = this.json[field];
    if (typeof value === 'string' && hasVisible(value)) return value;
    this.note(field, value, wanted);
    return '';
  }

  public optionalText(field: string, wanted: Wanted): string | undefined {
    return this.has(field) ? this.text(field, wanted) : undefined;
  }

  /** A date, or nothing where it is none. */
  public date(field: string, wanted: Wanted): string | undefined {
    const value = this.json[field];
    if (typeof value === 'string' && lastMoment(value) !== undefined) return value;
    this.note(field, value, { ...wanted, must: 'must be a date as YYYY-MM-DD' });
    return undefined;
  }

  /** A list of different texts, at least one. */
  public texts(field: string, wanted: Wanted): readonly string[] {
    const value = this.json[field];
    const isList = Array.isArray(value) && value.length > 0 && new Set(value).size === value.length;
    if (isList && value.every((item): item is string => typeof item === 'string' && hasVisible(item))) return value;
    this.note(field, value, wanted);
    return [];
  }

  /** A whole number, from 0 on. */
  public number(field: string, wanted: Wanted): number | undefined {
    const value = this.json[field];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    this.note(field, value, wanted);
    return undefined;
  }

  public sha256(): string | undefined {
    const value = this.json.sha256;
    if (value === undefined || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))) return value;
    this.note('sha256', value, {
      must: 'must be a SHA-256 as 64 lower case hexadecimal digits',
      fix: "write what 'sha256sum' prints, or leave it out",
    });
    return undefined;
  }

  /** The reader of an object in a field. */
  public inner(field: string, fields: readonly string[], wanted: Wanted): FieldReader | undefined {
    const value = this.json[field];
    if (isJsonObject(value)) return new FieldReader(value, fields, this.problems, `${this.prefix}${field}.`);
    this.note(field, value, wanted);
    return undefined;
  }
}
