/**
 * What a resource type takes under a name: a value, or a block. An attribute that holds objects is written as a block is,
 * and differs in a plan only: where nobody sets it, the provider may fill it in.
 */
export interface Argument {
  readonly kind: 'value' | 'block' | 'objects' | 'object';
  readonly inner: Arguments;
  /** Whether the provider marks it as sensitive. The package does not tell. */
  readonly isSensitive?: true;
}

export interface Arguments {
  readonly [name: string]: Argument;
}

export interface Types {
  readonly [type: string]: Arguments;
}

export const VALUE: Argument = { kind: 'value', inner: {} };
