import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HELP } from '../../lib/cli/usage';
import { RULES_BY_ID } from '../../lib/guardrails/rules';
import { RULE_SUMMARIES } from '../../lib/guardrails/rule-text';
import { ROOT, anchorsOf, isGenerated, linksOf, markdownFiles, proseOf, read, targetOf } from './markdown';

const FILES = markdownFiles();
const WRITTEN = FILES.filter((file) => !isGenerated(file));

test('every link between files leads somewhere', () => {
  const broken: string[] = [];
  for (const file of FILES) {
    for (const link of linksOf(file)) {
      const target = targetOf(file, link);
      const [, anchor] = link.split('#');
      if (target === undefined) continue;
      if (!existsSync(join(ROOT, target))) broken.push(`${file}: ${link}: no such file`);
      else if (anchor !== undefined && !anchorsOf(target).has(anchor)) broken.push(`${file}: ${link}: no such heading`);
    }
  }
  expect(broken).toEqual([]);
});

test('every page of docs is linked from another', () => {
  const linked = new Set(
    FILES.flatMap((file) =>
      linksOf(file)
        .map((link) => targetOf(file, link))
        .filter((target) => target !== file)
    )
  );
  const pages = FILES.filter((file) => file.startsWith('docs/') || file.startsWith('examples/'));
  expect(pages.filter((file) => !linked.has(file))).toEqual([]);
});

test('every npm script that the docs name exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { [name: string]: string } };
  const named = WRITTEN.flatMap((file) =>
    [...read(file).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test))\b/g)].map(([, run, own]) => run ?? own)
  );
  expect(named).toContain('test:emulated');
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test('every rule that the docs name exists', () => {
  const services = new Set([...RULES_BY_ID.keys()].map((id) => id.split('-')[0]).concat('WAIVER'));
  const known = new Set(RULE_SUMMARIES.map(({ id }) => id));
  const named = WRITTEN.flatMap((file) => read(file).match(/\b[A-Z0-9]+-\d{3}\b/g) ?? []);
  const rules = [...new Set(named)].filter((id) => services.has(id.split('-')[0]));
  expect(rules.length).toBeGreaterThan(5);
  expect(rules.filter((id) => !known.has(id))).toEqual([]);
});

test('the docs name every option of toms, and no other', () => {
  const options = (text: string): Set<string> => new Set(text.match(/(?<![\w-])--[a-z]+/g) ?? []);
  const real = options(Object.values(HELP).join('\n'));
  const shown = options(
    WRITTEN.flatMap((file) => read(file).split('\n'))
      .filter((line) => /\btoms (?:check|rules|explain)\b|^toms /.test(line))
      .map((line) => line.replace(/^.*?(?=\btoms )/, ''))
      .join('\n')
  );
  expect([...shown].filter((option) => !real.has(option))).toEqual([]);
  expect([...real].filter((option) => !read('docs/toms.md').includes(option))).toEqual([]);
});

test('no page names its own number of rules: it would be wrong soon', () => {
  expect(WRITTEN.filter((file) => /\b\d+ rules\b/.test(proseOf(file)))).toEqual([]);
});

test('no page that is written by hand is longer than somebody reads at once', () => {
  expect(WRITTEN.filter((file) => file.startsWith('docs/') && read(file).length > 15_000)).toEqual([]);
});
