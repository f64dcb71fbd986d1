import { IConstruct } from 'constructs';
import { CommonProps, Opened, Opening, openConstruct } from '../core/open';
import { ClassifiedProps } from '../core/props';
import { IKey } from './key';
import { requireKeyFor, requireKeyForCreator } from './key-compatibility';
import { sharedKey } from './shared-key';

/** What every store of data takes. */
export interface StoreProps extends ClassifiedProps {
  /**
   * The category of the data in the `RetentionSchedule`, which sets retention and class (TOM 2.2).
   *
   * @default - the posture's
   */
  readonly dataCategory?: string;

  /**
   * The key that encrypts the data, in the same region (TOM 1.2.1). Its policy must let the service use it, as that of a `RotatedKey` without
   * `userArns` does.
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;
}

/** What a store says of itself. */
export interface StoreOpening extends Opening {
  /**
   * Makes its key where none is given.
   *
   * @default - the key that the stores of the stack share
   */
  readonly makeKey?: (opened: Opened) => IKey;
  /** Whether AWS creates the store only for those who may use its key, or create a grant on it. */
  readonly creatorUsesKey?: boolean;
}

/** What a store knows before it makes its first resource. */
export interface OpenedStore extends Opened {
  readonly key: IKey;
}

/** The steps that every store begins with: those of every construct, and its key. */
export function openStore(
  scope: IConstruct,
  props: CommonProps & Pick<StoreProps, 'encryptionKey'>,
  opening: StoreOpening
): OpenedStore {
  const opened = openConstruct(scope, props, opening);
  const { dataClass, region } = opened;
  const makeKey = opening.makeKey ?? (() => sharedKey(scope, dataClass, region));
  const key = props.encryptionKey ?? makeKey(opened);
  requireKeyFor(scope, key, dataClass, region);
  if (opening.creatorUsesKey) requireKeyForCreator(scope, key);
  return { ...opened, key };
}
