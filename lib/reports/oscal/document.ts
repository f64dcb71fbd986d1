import { toolVersion } from '../../evidence/tool';
import { jsonText } from '../escape';
import { markup } from './text';

/** The files of the package, and of each run, by the name of their model. */
export const FILES = {
  catalog: 'catalog.json',
  'component-definition': 'component-definition.json',
  'assessment-plan': 'assessment-plan.json',
  'assessment-results': 'assessment-results.json',
  'plan-of-action-and-milestones': 'plan-of-action-and-milestones.json',
} as const;

export type OscalModel = keyof typeof FILES;

/** Those that are the same for every run of a version: the package has them. */
export const PACKAGED = ['catalog', 'component-definition', 'assessment-plan'] as const;

/** What a document says of itself, besides its title. */
export interface DocumentHead {
  readonly uuid: string;
  readonly title: string;
  /** When it was last changed. */
  readonly modified: string;
  /** More of the metadata. */
  readonly more?: object;
}

/** The text of a document. */
export function documentText(model: OscalModel, { uuid, title, modified, more }: DocumentHead, body: object): string {
  const metadata = {
    title: markup(title),
    'last-modified': modified,
    version: toolVersion(),
    'oscal-version': '1.2.1',
    ...more,
  };
  return jsonText({ [model]: { uuid, metadata, ...body } });
}

/** What a document refers to and does not hold. */
export interface BackMatter {
  readonly uuid: string;
  readonly title: string;
  readonly description?: string;
  readonly rlinks?: readonly { readonly href: string; readonly hashes?: readonly object[] }[];
}

export function backMatter(resources: readonly BackMatter[]): object {
  return { 'back-matter': resources.length > 0 ? { resources } : undefined };
}

/** The beginning of a day. */
export function beginOf(day: string): string {
  return `${day}T00:00:00Z`;
}

/** The end of a day, where that is a day which OSCAL can hold: one from 1900 to 2999. */
export function endOf(day: string): string | undefined {
  const end = /^(?:19|2\d)\d\d-\d\d-\d\d$/.test(day) ? new Date(`${day}T23:59:59Z`) : undefined;
  // A day that no month has becomes one of the next month.
  return end && !Number.isNaN(end.getTime()) && end.toISOString().startsWith(day) ? `${day}T23:59:59Z` : undefined;
}
