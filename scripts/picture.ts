// Takes the picture of evidence.html that the README shows: `npm run picture`, after `npm run synth`. Fonts differ from machine to machine, so no test compares it.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main } from '../lib/cli/main';
import { inBrowser, watch } from '../test/lanes/support/browser';

const ROOT = join(__dirname, '..');
const PICTURE = join(ROOT, 'docs', 'images', 'evidence.png');
/** What a README may load. */
const BYTES = 200_000;

async function picture(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'toms-picture-'));
  try {
    const io = {
      out: () => undefined,
      err: (text: string) => void process.stderr.write(text),
      isTty: false,
      today: new Date('2026-06-30'),
    };
    process.chdir(ROOT);
    if (main(['evidence', 'cdktf.out/web-platform', '--out', directory, '--at', '2026-06-30'], io) !== 0) {
      throw new Error('no evidence of cdktf.out/web-platform: run npm run synth');
    }
    await inBrowser(async (browser) => {
      const { page } = await watch(browser, pathToFileURL(join(directory, 'evidence.html')).href, {
        viewport: { width: 1280, height: 900 },
        colorScheme: 'light',
      });
      await page.locator('label:has(#pick-chapter-8)').click();
      await page.locator('.claim:has([id="8.1.d"]) > summary').click();
      await page.locator('[id="8.1.d"] .address > summary').first().click();
      await page.evaluate("document.getElementById('measures').scrollIntoView()");
      await page.mouse.move(0, 0);
      await page.screenshot({ path: PICTURE });
    });
    const { size } = statSync(PICTURE);
    if (size > BYTES) throw new Error(`the picture has ${size} bytes, more than ${BYTES}`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

void picture();
