/** Numbers that look random, and are the same for the same seed. */
export class Random {
  constructor(private state: number) {}

  /** Of `mulberry32`: at least 0, less than 1. */
  public next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, at least 0, less than a bound. */
  public below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  public one<T>(of: readonly T[]): T {
    return of[this.below(of.length)];
  }

  public chance(of: number): boolean {
    return this.next() < of;
  }
}
