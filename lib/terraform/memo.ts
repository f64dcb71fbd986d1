/** What a `Memo` keeps its values on: a model, a stack, a resource or a block. */
export interface MemoHolder {
  remembered?: unknown[];
}

/**
 * A value that is computed once for each of its holders and shared by rules. It is stored on the holder: a WeakMap with thousands of keys is slower.
 */
export class Memo<T> {
  private static count = 0;
  private readonly slot = Memo.count++;

  /** What was computed before, or else what `read` returns. */
  public of(holder: MemoHolder, read: () => T): T {
    const slots = (holder.remembered ??= []);
    if (!(this.slot in slots)) slots[this.slot] = read();
    return slots[this.slot] as T;
  }
}
