import { COLOURS } from './colours';
import { FILTER_STYLE } from './filters';
import { Html, css } from './markup';
import { MEASURE_STYLE } from './measure-style';

/** The style of the page. No selector in it needs a `style` attribute, so that the policy of the page can name it by its hash. */
export const STYLE: Html = css`
  ${COLOURS}
  * {
    box-sizing: border-box;
  }
  html {
    color-scheme: light dark;
    scroll-padding-top: 1rem;
    -webkit-text-size-adjust: 100%;
  }
  body {
    margin: 0 auto;
    padding: 3rem clamp(1rem, 4vw, 3rem) 6rem;
    max-width: 84rem;
    background: var(--paper);
    color: var(--ink);
    font:
      1rem/1.55 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Liberation Sans',
      sans-serif;
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }
  h1,
  h2,
  h3,
  h4,
  h5 {
    margin: 0;
    line-height: 1.25;
    font-weight: 650;
    text-wrap: balance;
  }
  h1 {
    font-size: 2.6rem;
    letter-spacing: -0.02em;
  }
  h2 {
    margin: 0 0 1.25rem;
    font-size: 1.5rem;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: 1.15rem;
  }
  h4 {
    font-size: 1rem;
  }
  h5 {
    margin: 1.25rem 0 0.4rem;
    font-size: 0.875rem;
  }
  p {
    margin: 0 0 0.75rem;
    max-width: 70ch;
  }
  section {
    margin-top: 4rem;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.15em;
    text-decoration-thickness: 1px;
  }
  code {
    font:
      0.875em/1.5 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      'Liberation Mono',
      monospace;
    overflow-wrap: anywhere;
  }
  :focus-visible,
  .choice:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .marks {
    position: absolute;
  }
  .eyebrow {
    margin-bottom: 0.5rem;
    color: var(--soft);
    font-size: 0.875rem;
  }
  .lead {
    margin: 0.75rem 0 1.5rem;
    font-size: 1.25rem;
    line-height: 1.4;
  }
  .caveat {
    padding-left: 1rem;
    border-left: 3px solid var(--accent);
  }
  .alarm {
    padding: 0.75rem 1rem;
    border: 2px solid var(--violated);
    border-radius: 6px;
    font-weight: 650;
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    margin: 2rem 0 0;
    padding: 0.75rem 0;
    border-block: 1px solid var(--line);
    list-style: none;
    font-size: 0.9375rem;
  }
  .facts {
    display: grid;
    grid-template-columns: 10rem minmax(0, 1fr);
    gap: 0.5rem 1.5rem;
    margin: 0 0 1.5rem;
  }
  dt {
    color: var(--soft);
  }
  dd {
    margin: 0;
    max-width: 70ch;
  }
  .note,
  .kind,
  .more {
    color: var(--soft);
    font-size: 0.9375rem;
  }
  .hash {
    font-size: 0.8125rem;
  }
  .figure {
    font-weight: 650;
  }
  .icon {
    flex: none;
    width: 1em;
    height: 1em;
    margin-right: 0.45em;
    vertical-align: -0.125em;
  }
  .icon .fill,
  symbol .fill {
    fill: currentColor;
  }
  symbol .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  symbol .cut {
    fill: none;
    stroke: var(--paper);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .bar {
    display: block;
    width: 100%;
    height: 0.5rem;
    border-radius: 0.25rem;
    background: var(--track);
    box-shadow: 0 0 0 1px var(--track);
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .counts {
    display: grid;
    grid-template-columns: 10rem minmax(0, 1fr);
    gap: 0.75rem 1.5rem;
    align-items: center;
    margin-bottom: 1.75rem;
  }
  .counts h3 {
    font-weight: 400;
    color: var(--soft);
  }
  .counts h3 .figure {
    color: var(--ink);
    font-size: 1.75rem;
  }
  .counts .bar {
    height: 1rem;
  }
  .key {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.9375rem;
  }
  .key .none {
    color: var(--soft);
  }
  .legend {
    display: block;
    margin-top: 0.4rem;
  }
  .scroll {
    overflow-x: auto;
    margin: 0 0 1.5rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  caption {
    padding-bottom: 0.5rem;
    text-align: left;
    font-weight: 650;
  }
  th,
  td {
    padding: 0.5rem 1.5rem 0.5rem 0;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
    font-weight: 400;
  }
  thead th {
    color: var(--soft);
    font-size: 0.8125rem;
    border-bottom-color: var(--line-strong);
  }
  .list {
    margin: 0 0 0.75rem;
    padding: 0;
    list-style: none;
  }
  .conflict {
    color: var(--violated);
  }
  ${MEASURE_STYLE}
  @media screen {
    ${FILTER_STYLE}
  }
  @media (max-width: 48rem) {
    body {
      padding-top: 1.5rem;
    }
    .facts,
    .counts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.15rem;
    }
    .facts dd {
      margin-bottom: 0.75rem;
    }
    .key {
      grid-column: 1;
    }
    h1 {
      font-size: 2rem;
    }
  }
  @media print {
    @page {
      margin: 15mm;
    }
    body {
      max-width: none;
      padding: 0;
      font-size: 9pt;
      line-height: 1.4;
    }
    nav,
    .filters {
      display: none;
    }
    .columns {
      display: block;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
      display: block;
    }
    section {
      margin-top: 2rem;
    }
    .address > summary::before {
      display: none;
    }
    .verdicts {
      margin-block: 0;
    }
    tr,
    .claim summary {
      break-inside: avoid;
    }
    h2,
    summary {
      break-after: avoid;
    }
    .scroll {
      overflow: visible;
    }
  }
`;
