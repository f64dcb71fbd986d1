import { countIn, dateIn, numberIn } from '../../lib/reports/language';

test('days and numbers are written as each language does', () => {
  expect([dateIn('en', '2026-11-09'), dateIn('de', '2026-11-09')]).toEqual(['9 November 2026', '09.11.2026']);
  expect(['', 'soon', '2026-13-01', '2026-1-1'].map((day) => dateIn('en', day))).toEqual([
    '',
    'soon',
    '2026-13-01',
    '2026-1-1',
  ]);
  expect([0, 999, 1000, 1234567].map((count) => numberIn('en', count))).toEqual(['0', '999', '1,000', '1,234,567']);
  expect(countIn('de', { met: 3, of: 1200 })).toBe('3 von 1.200');
});
