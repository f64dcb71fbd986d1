/** Which of what takes too long for every run of `npm test` are taken: a third, unless EXAMPLES says otherwise. `.ci/run` takes the rest on Node 24. */
const SHARES: { readonly [share: string]: (place: number) => boolean } = {
  third: (place) => place % 3 === 0,
  rest: (place) => place % 3 !== 0,
  all: () => true,
};

/** The share of this run. */
export function share<T>(all: readonly T[]): readonly T[] {
  const name = process.env.EXAMPLES ?? 'third';
  if (!Object.hasOwn(SHARES, name))
    throw new Error(`EXAMPLES is one of ${Object.keys(SHARES).join(', ')}, not ${name}`);
  return all.filter((_one, place) => SHARES[name](place));
}
