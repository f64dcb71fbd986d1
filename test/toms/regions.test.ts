import { EU_REGIONS, REGIONS } from '../../lib/toms/regions';

test('every region of the EU is a region, and named once', () => {
  expect(EU_REGIONS.filter((region) => !REGIONS.has(region))).toEqual([]);
  expect(new Set(EU_REGIONS).size).toBe(EU_REGIONS.length);
});

test.each([
  ['London', 'eu-west-2'],
  ['Zurich', 'eu-central-2'],
])('%s lies outside the EU', (_city, region) => {
  expect(REGIONS.has(region)).toBe(true);
  expect(EU_REGIONS).not.toContain(region);
});

test('a region has the form of a region', () => {
  for (const region of REGIONS) expect(region).toMatch(/^[a-z]{2,4}(-[a-z]+){1,2}-\d$/);
});
