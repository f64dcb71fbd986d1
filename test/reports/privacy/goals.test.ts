import { homeIn, takesClaim } from '../../../lib/reports/paper/section';
import { GOALS } from '../../../lib/reports/privacy/goals';
import { CLAIMS } from '../../../lib/toms/claims/catalogue';
import { Claim } from '../../../lib/toms/claims/claim';

test('every claim serves a goal, and every goal has claims of its own', () => {
  const ids = Object.values<readonly Claim[]>(CLAIMS).flatMap((claims) => claims.map(({ id }) => id));
  expect(ids.filter((id) => !takesClaim(homeIn(GOALS, id), id))).toEqual([]);
  expect(GOALS.filter((goal) => !ids.some((id) => homeIn(GOALS, id) === goal))).toEqual([]);
});
