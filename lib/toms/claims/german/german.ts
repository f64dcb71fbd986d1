import { ClaimTable } from '../claim';

/** A German sentence for every claim of a table: one that lacks, or that no claim has, does not compile. */
export type German<T extends ClaimTable> = { readonly [Id in T[keyof T][number]['id']]: string };
