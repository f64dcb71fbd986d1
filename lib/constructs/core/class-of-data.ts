import { IConstruct } from 'constructs';
import { DataClass, isBelow } from '../../toms/data-class';
import { refuse } from './errors';

/** Refuses something that data passes through or rests in, and that is cared for as data of a lower class. */
export function requireClassOfData(
  scope: IConstruct,
  prop: string,
  dataClass: DataClass,
  shared: IConstruct & { readonly dataClass?: DataClass }
): void {
  if (shared.dataClass === undefined || !isBelow(shared.dataClass, dataClass)) return;
  refuse(scope, {
    prop,
    must: `must be for ${dataClass} data, which it would hold, and ${shared.node.path} is for ${shared.dataClass} data`,
    measure: '3.1.2',
    fix: `share one whose dataClass is ${dataClass} or above, or leave ${prop} out`,
  });
}
