/**
 * evidence.html in Chromium: every drill-down, filter and anchor, what it asks the network for, and whether everyone can read it.
 *
 *   npm run test:html -- [example…]
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser, BrowserContextOptions } from 'playwright-core';
import { main } from '../../lib/cli/main';
import { Evidence } from '../../lib/evidence/evidence';
import { evidenceHtml } from '../../lib/reports/html/page';
import { everyState } from '../support/evidence';
import { inBrowser, watch } from './support/browser';
import { EvidencePage } from './support/evidence-page';
import { Lane, runLane } from './support/lane';
import { ROOT } from './support/run';
import { examples } from './support/stacks';

const AT = '2026-06-30';

/** Names that would be markup, style, script or direction, if anything obeyed them. */
const HOSTILE = `"'><script>alert(1)</script><img src=//example.com/a onerror=alert(1)><style>*{display:none}</style></details>&lt;\u202e`;

/** How the page is looked at. */
const VIEWS: { readonly [name: string]: BrowserContextOptions } = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  narrow: { viewport: { width: 360, height: 740 } },
};

/** A page, and the evidence that it was made from. */
interface Sample {
  readonly url: string;
  readonly evidence: Evidence;
}

runLane('html', async (lane) => {
  const directory = mkdtempSync(join(tmpdir(), 'toms-html-'));
  const asked = process.argv.slice(2);
  const chosen = examples().filter((example) => asked.length === 0 || asked.includes(example));
  if (asked.length > 0) lane.note(`only ${chosen.join(', ')}: the pages of other examples are not looked at`);
  try {
    await lane.need('the examples have evidence', () => {
      for (const example of chosen) ofExample(example, directory);
    });
    await inBrowser(async (browser) => {
      for (const example of chosen) {
        const sample = sampleIn(join(directory, example));
        await lane.sequence(example, (part) => read(part, browser, sample));
        if (example === 'quickstart') {
          await lane.sequence(example, (part) => follow(part, browser, sample));
          await lane.sequence(example, (part) => use(part, browser, sample, Object.keys(VIEWS)));
        }
      }
      const hostile = ofHostile(join(directory, 'hostile'));
      await lane.sequence('hostile', (part) => read(part, browser, hostile));
      await lane.sequence('hostile', (part) => use(part, browser, hostile, ['light']));
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

/** What holds without a click. */
async function read(lane: Lane, browser: Browser, { url, evidence }: Sample): Promise<void> {
  const { page, breaches } = await watch(browser, url);
  const shown = new EvidencePage(page, evidence);
  await lane.check('filters show what they say', () => shown.requireFilters());
  await lane.check('everything is visible in print, whatever is chosen', async () => {
    await page.locator('label:has(#pick-state-shown)').click();
    await page.emulateMedia({ media: 'print' });
    await shown.requireAllVisible();
  });
  await lane.check('nothing is wider than a narrow window', async () => {
    await page.emulateMedia({ media: null });
    await page.locator('button[type="reset"]').click();
    await page.setViewportSize({ width: 360, height: 740 });
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (width > 360) throw new Error(`it is ${width} wide`);
  });
  await lane.check('asks for nothing, and breaks nothing', () => requireNone(breaches));
  await page.context().close();
}

/** What holds when somebody comes by a link. */
async function follow(lane: Lane, browser: Browser, { url, evidence }: Sample): Promise<void> {
  const { page, breaches } = await watch(browser, url);
  const shown = new EvidencePage(page, evidence);
  await lane.check('anchors open what they name, even where a filter hides it', async () => {
    const claim = shown.claims.find(({ state }) => state !== 'shown')!;
    await page.locator('label:has(#pick-state-shown)').click();
    await shown.requireAnchor(claim.id);
    await page.locator('button[type="reset"]').click();
    const { measures, rules } = evidence;
    const chapters = new Set(measures.map(({ chapter }) => `chapter-${chapter}`));
    const ids = [...shown.claims, ...measures].map(({ id }) => id);
    for (const id of [...ids, ...chapters, ...rules.map(({ rule }) => rule)]) await shown.requireAnchor(id);
  });
  await lane.check('asks for nothing, and breaks nothing, when followed', () => requireNone(breaches));
  await page.context().close();
}

/** What holds when somebody uses the page. */
async function use(lane: Lane, browser: Browser, { url, evidence }: Sample, views: readonly string[]): Promise<void> {
  const { page, breaches } = await watch(browser, url);
  const shown = new EvidencePage(page, evidence);
  await lane.check('keys open, close and choose', async () => {
    await page.reload();
    const claim = page.locator('.claim').first();
    for (const [key, open] of [
      ['Enter', 1],
      ['Space', 0],
    ] as const) {
      await claim.locator('> summary').press(key);
      if ((await page.locator('.claim[open]').count()) !== open) throw new Error(`${key} does nothing`);
    }
    const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
    if (outline === 'none') throw new Error('nobody sees where the focus is');
    await page.locator('#pick-chapter-all').press('ArrowDown');
    await shown.requireFiltered('all', '1');
  });
  await lane.check('every drill-down opens by a click, and all is visible', async () => {
    await page.goto('about:blank');
    await page.goto(url);
    await shown.openAll();
    await shown.requireAllVisible();
  });
  await lane.check('asks for nothing, and breaks nothing, when used', () =>
    requireNone(breaches.filter((one) => !one.endsWith('about:blank')))
  );
  for (const name of views) {
    await lane.check(`axe has nothing against it, ${name}`, async () => {
      const { page: view } = await watch(browser, url, VIEWS[name]);
      const seen = new EvidencePage(view, evidence);
      await view.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
      await seen.requireAccessible();
      await view.context().close();
    });
  }
  await page.context().close();
}

function requireNone(breaches: readonly string[]): void {
  if (breaches.length > 0) throw new Error(breaches.join('\n'));
}

function ofExample(example: string, directory: string): void {
  const output = join('cdktf.out', example);
  if (!existsSync(join(ROOT, output, 'manifest.json'))) throw new Error(`no ${output}: run npm run synth`);
  const said: string[] = [];
  const status = main(['evidence', join(ROOT, output), '--out', join(directory, example), '--at', AT], {
    out: () => undefined,
    err: (text) => void said.push(text),
    isTty: false,
    today: new Date(AT),
  });
  if (status !== 0) throw new Error(said.join(''));
}

function ofHostile(directory: string): Sample {
  const { evidence, findings } = everyState(HOSTILE, 1);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'evidence.html'), evidenceHtml(evidence, findings, AT));
  writeFileSync(join(directory, 'evidence.json'), JSON.stringify(evidence));
  return sampleIn(directory);
}

function sampleIn(directory: string): Sample {
  const evidence = JSON.parse(readFileSync(join(directory, 'evidence.json'), 'utf8')) as Evidence;
  return { url: pathToFileURL(join(directory, 'evidence.html')).href, evidence };
}
