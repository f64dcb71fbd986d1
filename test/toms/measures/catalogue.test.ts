import { CHAPTERS, measure, MEASURES, measureTitle } from '../../../lib/toms/measures/catalogue';
import { Framework, FRAMEWORKS, MeasureKind } from '../../../lib/toms/measures/measure';

const PER_CHAPTER = [9, 3, 12, 5, 5, 7, 5, 4, 4, 4, 4];

/** What the id of a control looks like. Where a framework is small and fixed, its every number is spelt out. */
const CONTROL_ID: { readonly [F in Framework]: RegExp } = {
  gdpr: /^[1-9]\d?(\([1-9]\d?\))?(\([a-z]\))?$/,
  'c5:2020': /^(AM|BCM|COM|COS|CRY|DEV|HR|IDM|INQ|OIS|OPS|PI|PS|PSS|SIM|SP|SSO)-[0-2]\d$/,
  'iso27001:2022': /^A\.(5\.([1-9]|[12]\d|3[0-7])|6\.[1-8]|7\.([1-9]|1[0-4])|8\.([1-9]|[12]\d|3[0-4]))$/,
  soc2: /^(CC[1-9]\.[1-9]|A1\.[1-3]|C1\.[12]|PI1\.[1-5]|P[1-8]\.[1-9])$/,
  'cis-aws:3.0':
    /^(1\.([1-9]|1\d|2[0-2])|2\.1\.[1-4]|2\.2\.1|2\.3\.[1-3]|2\.4\.1|3\.[1-9]|4\.([1-9]|1[0-6])|5\.[1-6])$/,
  'security-hub': /^[A-Z][A-Za-z0-9]+\.[1-9]\d{0,2}$/,
};

const KINDS: readonly MeasureKind[] = ['technical', 'partly', 'organizational', 'inherited'];

/** The id as a number that sorts as the catalogue does. */
function order(id: string): number {
  const [chapter, section, position = 0] = id.split('.').map(Number);
  return chapter * 10_000 + section * 100 + position;
}

describe('the catalogue', () => {
  test('has 62 measures', () => {
    expect(MEASURES).toHaveLength(62);
  });

  test.each(PER_CHAPTER.map((count, index) => [index + 1, count]))(
    'has, in chapter %i, %i measures',
    (chapter, count) => {
      expect(MEASURES.filter((each) => each.chapter === chapter)).toHaveLength(count);
    }
  );

  test('has a title for every chapter, and no other', () => {
    expect(Object.keys(CHAPTERS).map(Number)).toEqual(PER_CHAPTER.map((_, index) => index + 1));
    for (const title of Object.values(CHAPTERS)) expect(title).toMatch(/\S/);
  });

  test('has ids that are unique, in order and without a gap', () => {
    const ids = MEASURES.map((each) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort((a, b) => order(a) - order(b)));
    for (const id of ids) {
      const parent = id.slice(0, id.lastIndexOf('.'));
      const last = Number(id.slice(parent.length + 1));
      // A section is a measure or has measures, never both.
      expect(ids).not.toContain(parent);
      if (last > 1) expect(ids.some((other) => `${other}.`.startsWith(`${parent}.${last - 1}.`))).toBe(true);
    }
  });

  test('has titles that are unique', () => {
    expect(new Set(MEASURES.map((each) => each.title.toLowerCase())).size).toBe(MEASURES.length);
  });

  test('has statements of which none is part of another', () => {
    const texts = MEASURES.map((each) => each.statement.toLowerCase().slice(0, -1));
    for (const text of texts) expect(texts.filter((other) => other.includes(text))).toEqual([text]);
  });
});

describe.each(MEASURES.map((each) => [each.id, each] as const))('%s', (id, each) => {
  test('is well formed', () => {
    expect(id).toMatch(/^([1-9]|1[01])\.[1-9](\.[1-9])?$/);
    expect(id.split('.')[0]).toBe(String(each.chapter));
    expect(KINDS).toContain(each.kind);
  });

  test('has a short title and one whole sentence', () => {
    expect(each.title).toMatch(/^[A-Z].*[^.]$/);
    expect(each.title.split(' ').length).toBeLessThanOrEqual(8);
    expect(each.statement).toMatch(/^[A-Z].*\.$/);
    expect(each.statement).not.toMatch(/[.!?]\s/);
  });

  test('names controls that are well formed, each once', () => {
    expect(each.controls).not.toHaveLength(0);
    for (const control of each.controls) {
      expect(Object.keys(FRAMEWORKS)).toContain(control.framework);
      expect(control.id).toMatch(CONTROL_ID[control.framework]);
    }
    const named = each.controls.map((control) => `${control.framework} ${control.id}`);
    expect(named).toEqual([...new Set(named)]);
  });
});

describe('a measure by its id', () => {
  test('is found', () => {
    expect(measure('8.4')?.title).toBe(measureTitle('8.4'));
    expect(MEASURES.map((each) => measure(each.id))).toEqual(MEASURES);
  });

  test.each(['', '5.1', '6.5', '12.1', '1.1.1 ', '__proto__'])('is no measure: %j', (id) => {
    expect(measure(id)).toBeUndefined();
    expect(() => measureTitle(id)).toThrow(`no measure has the id ${JSON.stringify(id)}`);
  });
});
