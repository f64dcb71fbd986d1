import { existsSync } from 'node:fs';
import { Browser, BrowserContextOptions, Page, chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Does something in Chromium, and closes it. */
export async function inBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
  if (!existsSync(CHROMIUM)) throw new Error(`no ${CHROMIUM}: install chromium, or name it by CHROMIUM`);
  // Its sandbox refuses root.
  const browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page, and what it did that it must not: requests but for its own file, errors, breaches of its policy. */
export interface Watched {
  readonly page: Page;
  readonly breaches: readonly string[];
}

/** Opens a file of this machine. */
export async function watch(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, ...options });
  const page = await context.newPage();
  const breaches: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) breaches.push(`asks for ${request.url()}`);
  });
  page.on('console', (message) => void breaches.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => void breaches.push(error.message));
  await page.goto(url);
  return { page, breaches };
}
