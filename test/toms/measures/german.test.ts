import { MEASURES } from '../../../lib/toms/measures/catalogue';
import { GERMAN_TITLES } from '../../../lib/toms/measures/german';
import { NOT_GERMAN } from '../../support/german';

test('every measure has a German title of its own', () => {
  expect(Object.keys(GERMAN_TITLES).sort()).toEqual(MEASURES.map(({ id }) => id).sort());
  const titles = Object.values(GERMAN_TITLES);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.filter((title) => NOT_GERMAN.test(title))).toEqual([]);
});
