import axe from 'axe-core';
import { Page } from 'playwright-core';
import { CLAIM_STATES, ClaimEvidence } from '../../../lib/evidence/claims';
import { Evidence } from '../../../lib/evidence/evidence';
import { xml } from '../../../lib/reports/escape';
import { unescaped } from '../../support/xml';

/** How many drill-downs of a class are opened with the mouse. */
const BY_MOUSE = 10;

/** What the page shows of evidence. */
export class EvidencePage {
  public readonly claims: readonly ClaimEvidence[];

  constructor(
    public readonly page: Page,
    private readonly evidence: Evidence
  ) {
    this.claims = evidence.measures.flatMap((measure) => measure.claims);
  }

  /** Clicks on every drill-down that is closed, those within others after these: the first of each class with the mouse, which takes long. */
  public async openAll(): Promise<void> {
    const clicked = new Map<string, number>();
    for (const summary of await this.page.$$('details:not([open]) > summary')) {
      const name = await summary.evaluate<string, { parentElement: { className: string } }>(
        ({ parentElement }) => parentElement.className
      );
      const before = clicked.get(name) ?? 0;
      clicked.set(name, before + 1);
      if (before < BY_MOUSE) await summary.click({ force: true });
      else await summary.dispatchEvent('click');
    }
    const closed = await this.page.locator('details:not([open])').count();
    if (closed > 0) throw new Error(`${closed} drill-downs stay closed`);
  }

  /** Throws where a claim, an address below it, or a rule is not to be seen. */
  public async requireAllVisible(): Promise<void> {
    const { page, evidence, claims } = this;
    requireSame('claims', await seen(page, '.claim > summary > .id'), this.idsOf(claims));
    const sentences = claims.map(({ says }) => says);
    requireSame('sentences', await seen(page, '.claim > summary > .says'), sentences);
    const rules = evidence.rules.map(({ rule }) => rule);
    requireSame('rules', await seen(page, '.rule > summary .id'), rules);
    const addresses = claims.flatMap((claim) => this.addressesOf(claim));
    requireSame('addresses', await seen(page, '.claim .address > summary code'), addresses);
    const judging = claims.flatMap((claim) => this.verdictsOf(claim));
    requireSame('rules of addresses', await seen(page, '.claim .verdicts a'), judging);
  }

  /** Chooses by a filter, and throws where not just the claims that it names are to be seen. */
  public async requireFiltered(state: string, chapter: string): Promise<void> {
    for (const [of, value] of Object.entries({ state, chapter })) {
      await this.page.locator(`#pick-${of}-${value.replace(' ', '-')}`).dispatchEvent('click');
    }
    const wanted = this.claims.filter((claim) => {
      const isOpen = ['violated', 'waived', 'undetermined'].includes(claim.state);
      const hasState = state === 'all' || claim.state === state || (state === 'open' && isOpen);
      return hasState && (chapter === 'all' || claim.id.split('.')[0] === chapter);
    });
    const found = await seen(this.page, '.claim > summary > .id');
    requireSame(`${state}, chapter ${chapter}`, found, this.idsOf(wanted));
    if (wanted.length > 0) return;
    const notes = await seen(this.page, '.nothing');
    if (notes.length !== 1) throw new Error(`${notes.length} notes that nothing is there`);
  }

  /** Tries every filter by state and by chapter, and both at once. */
  public async requireFilters(): Promise<void> {
    const states = CLAIM_STATES.filter((state) => this.evidence.summary.claims[state] > 0);
    const off = CLAIM_STATES.filter((state) => this.evidence.summary.claims[state] === 0);
    const disabled = await this.page.locator('input[name="state"]:disabled').count();
    const isOpen = this.claims.some(({ state }) => ['violated', 'waived', 'undetermined'].includes(state));
    requireSame('filters that are off', [String(disabled)], [String(off.length + (isOpen ? 0 : 1))]);
    for (const state of isOpen ? [...states, 'open'] : states) await this.requireFiltered(state, 'all');
    for (const { chapter } of this.evidence.measures.filter(isFirstOfChapter)) {
      await this.requireFiltered('all', String(chapter));
    }
    await this.requireFiltered('shown', '1');
    await this.page.locator('button[type="reset"]').click();
    requireSame('after the reset', await seen(this.page, '.claim > summary > .id'), this.idsOf(this.claims));
  }

  /** Follows an anchor, and throws where what it names is not opened within the window. */
  public async requireAnchor(id: string): Promise<void> {
    const isSeen = await this.page.evaluate<boolean>(`(() => {
      location.hash = ${JSON.stringify(id)};
      const target = document.getElementById(${JSON.stringify(id)});
      const { top, bottom } = target.getBoundingClientRect();
      return target.checkVisibility() && bottom > 0 && top < innerHeight;
    })()`);
    if (!isSeen) throw new Error(`#${id} is not to be seen`);
  }

  /** What axe has against the page, as it is. */
  public async requireAccessible(): Promise<void> {
    await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })");
    const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length}, first ${nodes[0].html}`);
    if (found.length > 0) throw new Error(found.join('\n'));
  }

  private idsOf(claims: readonly ClaimEvidence[]): string[] {
    return claims.map(({ id }) => id);
  }

  /** The addresses below a claim: twenty for each outcome, by the worst that a rule says. */
  private addressesOf(claim: ClaimEvidence): string[] {
    return this.judged(claim).map(([address]) => address);
  }

  /** The rules below these addresses, worst first. */
  private verdictsOf(claim: ClaimEvidence): string[] {
    return this.judged(claim).flatMap(([, rules]) => rules);
  }

  private judged({ rules, state }: ClaimEvidence): [address: string, rules: string[]][] {
    if (state === 'not applicable') return [];
    const all = rules.flatMap((id) => this.evidence.rules.filter(({ rule }) => rule === id));
    const verdicts = (['violated', 'waived', 'undetermined', 'met'] as const).flatMap((outcome) =>
      all.flatMap((rule) => rule[outcome].map((address) => ({ outcome, address, rule: rule.rule })))
    );
    const worst = new Map(verdicts.map(({ outcome, address }) => [address, outcome]).reverse() as [string, string][]);
    return ['violated', 'waived', 'undetermined', 'met'].flatMap((outcome) => {
      const found = [...new Set(verdicts.map(({ address }) => address))].filter((one) => worst.get(one) === outcome);
      return found.slice(0, 20).map((one): [string, string[]] => {
        return [one, verdicts.filter(({ address }) => address === one).map(({ rule }) => rule)];
      });
    });
  }
}

function isFirstOfChapter({ chapter }: { chapter: number }, at: number, all: readonly { chapter: number }[]): boolean {
  return chapter !== all[at - 1]?.chapter;
}

/** The text of each element that a selector finds, and that is to be seen. What is in no box is not asked further, which costs much. */
function seen(page: Page, selector: string): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})]
    .filter((one) => one.getBoundingClientRect().width > 0 && one.checkVisibility())
    .map((one) => one.textContent)`);
}

/** What hides in a name is shown on the page, so it is compared as that. */
function requireSame(what: string, found: readonly string[], wanted: readonly string[]): void {
  const shown = wanted.map((text) => unescaped(xml(text)));
  const at = shown.findIndex((text, index) => text !== found[index]);
  if (at < 0 && found.length === shown.length) return;
  const [first, instead] = [shown[at] ?? 'nothing more', found[Math.max(at, 0)] ?? 'nothing'];
  throw new Error(`${what}: ${found.length} instead of ${shown.length}, ${instead} instead of ${first}`);
}
