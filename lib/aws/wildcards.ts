/** AWS names nothing by more: an ARN has at most 2,048 characters. The bound keeps the worst pattern from costing more than a long one. */
const MAX_LENGTH = 2048;

/**
 * Whether text matches a pattern in which `*` stands for any text and `?` for one character. It goes back to the last `*` only,
 * which is enough: what an earlier one could take, the last one takes as well.
 *
 * @param single what stands for one character; `''` where the pattern knows `*` only
 */
export function matchesWildcards(pattern: string, text: string, single = '?'): boolean {
  if (text.length > MAX_LENGTH) return /^\*+$/.test(pattern);
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let here = 0; here < text.length;) {
    if (pattern[at] === '*') {
      star = at++;
      taken = here;
    } else if (at < pattern.length && (pattern[at] === text[here] || pattern[at] === single)) {
      at++;
      here++;
    } else if (star >= 0) {
      at = star + 1;
      here = ++taken;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
