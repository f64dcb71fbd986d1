import { Html, css } from './markup';

/** The colours, light and dark. Text in each has a contrast of 4.5 to 1 or more on the paper. */
export const COLOURS: Html = css`
  :root {
    --paper: #fbfaf8;
    --surface: #ffffff;
    --ink: #1b1f25;
    --soft: #565d68;
    --line: #e4e1db;
    --line-strong: #8d8a83;
    --track: #d9d5cd;
    --accent: #1d4f91;
    --shown: #1e7145;
    --declared: #0e6a72;
    --inherited: #2f5fae;
    --in-part: #8a6100;
    --not-shown: #6a7079;
    --not-applicable: #6a7079;
    --undetermined: #9a4b00;
    --waived: #6b3fa0;
    --violated: #b3261e;
  }
  @media screen and (prefers-color-scheme: dark) {
    :root {
      --paper: #14171b;
      --surface: #1b1f24;
      --ink: #e8eaed;
      --soft: #a7aeb8;
      --line: #2b3037;
      --line-strong: #6c747f;
      --track: #3a414a;
      --accent: #93bbf2;
      --shown: #5fc48c;
      --declared: #55c2c6;
      --inherited: #8cb3f0;
      --in-part: #dcb650;
      --not-shown: #9aa2ad;
      --not-applicable: #9aa2ad;
      --undetermined: #f2a764;
      --waived: #c2a1f2;
      --violated: #ff8f85;
    }
  }
  .icon {
    color: var(--ink);
  }
  ${[
    'shown',
    'declared',
    'inherited',
    'in-part',
    'not-shown',
    'not-applicable',
    'undetermined',
    'waived',
    'violated',
  ].map(
    (state) => css`
      .icon.${state} {
        color: var(--${state});
      }
      .bar .${state} {
        fill: var(--${state});
      }
    `
  )}
  .bar .not-shown {
    fill: var(--track);
  }
  .bar .not-applicable {
    fill: var(--paper);
  }
`;
