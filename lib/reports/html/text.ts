import { webAddress } from '../escape';
import { numberIn } from '../language';
import { Html, Part, html } from './markup';

/** How many addresses a list shows. */
export const SHOWN = 20;

/** `1 claim`, `2 claims` */
export function counted(number: number, one: string, many: string = `${one}s`): string {
  return `${numberIn('en', number)} ${number === 1 ? one : many}`;
}

/** Prose with code between backticks. */
export function prose(text: string): Html {
  const parts = text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
  return html`${parts}`;
}

/** A link to a place outside, where it is one that a browser can open safely; else its text. */
export function external(url: string, text: string = url): Html {
  const address = webAddress(url);
  return address === undefined ? html`${text}` : html`<a href="${address}" rel="noreferrer">${text}</a>`;
}

/** A link to a claim, a measure or a rule on this page. */
export function internal(id: string, text: Part = id): Html {
  return html`<a href="#${id}">${text}</a>`;
}

/** Links to several, in a row. */
export function internals(ids: readonly string[]): Html {
  return html`${ids.map((id, at) => html`${at === 0 ? '' : ', '}${internal(id)}`)}`;
}

/** The first of many as a list, and how many more there are. */
export function capped<T>(all: readonly T[], item: (one: T) => Html, limit: number = SHOWN): Html {
  const rest = all.length - limit;
  return html`<ul class="list">
    ${all.slice(0, limit).map((one) => html`<li>${item(one)}</li> `)}${
      rest > 0 ? html`<li class="more">and ${numberIn('en', rest)} more in evidence.json</li>` : ''
    }
  </ul>`;
}
