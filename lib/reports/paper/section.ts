import { InLanguages } from '../language';

/** A part of a paper that sentences of claims belong to. */
export interface Section {
  readonly title: InLanguages;
  /** The claims that belong to it, by the beginnings of their ids. */
  readonly takes: readonly string[];
}

/** The length of the beginning by which a section takes a claim, or 0 where it does not. */
function reach({ takes }: Section, id: string): number {
  return Math.max(
    0,
    ...takes.filter((start) => id === start || id.startsWith(`${start}.`)).map(({ length }) => length)
  );
}

/** Whether a section takes a claim. */
export function takesClaim(section: Section, id: string): boolean {
  return reach(section, id) > 0;
}

/** The section that the sentence of a claim is written in: that with the longest beginning, so that each is written once. */
export function homeIn(sections: readonly Section[], id: string): Section {
  return sections.reduce((home, section) => (reach(section, id) > reach(home, id) ? section : home));
}
