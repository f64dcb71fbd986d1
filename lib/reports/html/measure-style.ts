import { Html, css } from './markup';

/** How chapters, measures, claims and rules look, and what filters them. */
export const MEASURE_STYLE: Html = css`
  summary {
    cursor: pointer;
  }
  summary {
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    flex: none;
    align-self: center;
    display: inline-block;
    width: 0.4rem;
    height: 0.4rem;
    margin: 0 0.6rem 0.1rem 0.15rem;
    border: solid var(--soft);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }
  [open] > summary::before {
    transform: translateY(-0.15rem) rotate(45deg);
  }
  .inside {
    scroll-margin-top: 6rem;
  }
  .columns {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    gap: 3rem;
    align-items: start;
  }
  .filters {
    position: sticky;
    top: 1rem;
    max-height: calc(100vh - 2rem);
    overflow-y: auto;
    font-size: 0.875rem;
  }
  fieldset {
    margin: 0 0 1rem;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 0.25rem;
    color: var(--soft);
  }
  .choice {
    display: grid;
    grid-template-columns: 1rem minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: baseline;
    padding: 0.15rem 0.4rem;
    border-radius: 4px;
    cursor: pointer;
  }
  .choice input {
    margin: 0;
    accent-color: var(--accent);
  }
  .choice:has(:checked) {
    background: var(--track);
  }
  .choice:has(:disabled) {
    color: var(--soft);
    cursor: default;
  }
  .choice .figure {
    font-weight: 400;
  }
  button {
    padding: 0.35rem 0.9rem;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }
  .nothing {
    display: none;
    color: var(--soft);
  }
  .state {
    white-space: nowrap;
  }
  .id {
    font-variant-numeric: tabular-nums;
  }
  .chapter {
    margin-bottom: 3rem;
  }
  .chapter > summary,
  .measure > summary,
  .rule > summary {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1rem;
  }
  .chapter > summary::before,
  .measure > summary::before,
  .rule > summary::before {
    margin-right: -0.35rem;
  }
  .chapter > summary {
    padding-bottom: 0.5rem;
    border-bottom: 2px solid var(--ink);
  }
  .chapter > summary h3 {
    flex: 1 1 20rem;
    font-size: 1.25rem;
  }
  .chapter > summary .bar {
    flex: 0 0 8rem;
    align-self: center;
  }
  .tally,
  .lacks {
    color: var(--soft);
    font-size: 0.875rem;
  }
  .measure {
    margin-top: 1.75rem;
  }
  .measure > summary h4 {
    flex: 1 1 calc(100% - 3rem);
    font-size: 1.0625rem;
  }
  .measure > summary .state {
    margin-left: 1.2rem;
  }
  .measure > .inside {
    margin: 0.25rem 0 0 1.2rem;
  }
  .statement {
    color: var(--soft);
  }
  .claim {
    border-top: 1px solid var(--line);
  }
  .claim > summary {
    display: grid;
    grid-template-columns: 0.5rem 3.5rem 7.75rem 8.5rem minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
    align-items: baseline;
    padding: 0.5rem 0.25rem;
    font-size: 0.9375rem;
  }
  .claim > summary:hover {
    background: var(--surface);
  }
  .claim > summary .id {
    color: var(--soft);
  }
  .claim > summary::before {
    margin: 0 0 0 0.15rem;
    align-self: start;
    margin-top: 0.55rem;
  }
  .ratio {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.6rem;
  }
  .ratio .bar {
    flex: 0 0 3.5rem;
  }
  .ratio .count {
    min-width: 0;
    font-size: 0.875rem;
  }
  .claim > .inside,
  .rule > .inside {
    margin: 0 0 1.5rem 1.5rem;
    padding-left: 1rem;
    border-left: 2px solid var(--line);
    font-size: 0.9375rem;
  }
  .rule > .inside {
    margin-top: 0.75rem;
  }
  .claim:has(> :target) > summary,
  .rule:has(> :target) > summary {
    box-shadow: inset 3px 0 var(--accent);
  }
  .why {
    color: var(--ink);
  }
  .address > summary {
    padding: 0.1rem 0;
  }
  .verdicts {
    margin: 0.25rem 0 0.75rem;
    padding-left: 1.5rem;
    list-style: none;
  }
  .finding {
    display: block;
    margin: 0.25rem 0 0.5rem 1.5rem;
  }
  .message,
  .way,
  .place {
    display: block;
    max-width: 70ch;
  }
  .place {
    color: var(--soft);
    font-size: 0.875rem;
  }
  .how {
    margin: 0;
    padding-left: 1.1rem;
  }
  .how code {
    user-select: all;
  }
  .rule {
    padding: 0.5rem 0;
    border-top: 1px solid var(--line);
  }
  .rule > summary h3 {
    flex: 1 1 30rem;
    font-size: 0.9375rem;
    font-weight: 400;
  }
  .rule > summary .id {
    font-weight: 650;
  }
  @media (max-width: 64rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .filters {
      position: static;
      max-height: none;
    }
  }
  @media (max-width: 48rem) {
    .claim > summary {
      grid-template-columns: 0.5rem 3.5rem 7.75rem minmax(0, 1fr);
    }
    .claim > summary .says {
      grid-column: 2 / -1;
    }
    .claim > .inside,
    .rule > .inside {
      margin-left: 0;
    }
  }
`;
