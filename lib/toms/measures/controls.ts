import { Control, Framework } from './measure';

/** Lists controls by framework: `controls({ gdpr: ['32(1)(a)'], 'c5:2020': ['CRY-02'] })`. */
export function controls(map: { readonly [F in Framework]?: readonly string[] }): Control[] {
  return (Object.keys(map) as Framework[]).flatMap((framework) =>
    (map[framework] ?? []).map((id) => ({ framework, id }))
  );
}
