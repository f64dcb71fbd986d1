import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { requireWholeNumber } from '../core/require';
import { DatabaseEngine } from './database-engine';

const MEASURE = '3.3.2';

/** The class of instances whose capacity follows the load. */
export const SERVERLESS_CLASS = 'db.serverless';

/** How small and how large each instance of a cluster may be, in Aurora capacity units (ACU). */
export interface Capacity {
  readonly min: number;
  readonly max: number;
  /** After how many seconds without a connection an instance pauses, where it may shrink to nothing. */
  readonly autoPauseSeconds?: number;
}

/** The props of a database that decide its capacity. */
export interface CapacityProps {
  readonly instanceClass?: string;
  readonly serverlessV2MinCapacity?: number;
  readonly serverlessV2MaxCapacity?: number;
  readonly serverlessV2AutoPauseSeconds?: number;
}

/** What some versions offer: the capacity, and the oldest of them. */
interface Offer {
  readonly min: number;
  readonly max: number;
  /** The version of Aurora MySQL, without MySQL's. */
  readonly mysql: readonly [major: number, minor: number];
  /** The minor version of Aurora PostgreSQL, by its major one. Newer major ones offer it from the first minor one. */
  readonly postgresql: { readonly [major: number]: number };
}

/**
 * The capacities by version, the widest first.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html#aurora-serverless-v2.how-it-works.capacity
 */
const OFFERS: readonly Offer[] = [
  { min: 0, max: 256, mysql: [3, 8], postgresql: { 13: 15, 14: 12, 15: 7, 16: 3 } },
  { min: 0.5, max: 256, mysql: [3, 6], postgresql: { 13: 13, 14: 10, 15: 5, 16: 1 } },
  { min: 0.5, max: 128, mysql: [3, 2], postgresql: { 13: 6, 14: 3, 15: 2, 16: 1 } },
];

/** The newest major version of Aurora PostgreSQL in the table. */
const NEWEST_LISTED = 16;

/** The capacity of the instances, or nothing where they are of a class. Refuses one that Aurora or the version does not offer, and a class beside it. */
export function capacityOf(scope: IConstruct, engine: DatabaseEngine, props: CapacityProps): Capacity | undefined {
  const { instanceClass, serverlessV2MaxCapacity: max } = props;
  if (instanceClass === SERVERLESS_CLASS) {
    refuse(scope, {
      prop: 'instanceClass',
      must: `must not be ${SERVERLESS_CLASS}: how large such instances become is a prop of its own`,
      value: instanceClass,
      measure: MEASURE,
      fix: 'leave it out, and write serverlessV2MaxCapacity: 16',
    });
  }
  if (max === undefined) {
    requireNoneWithoutMax(scope, props);
    return undefined;
  }
  if (!engine.isAurora) {
    refuse(scope, {
      prop: 'serverlessV2MaxCapacity',
      must: `must be left out for ${engine.engine}: only Aurora has it`,
      value: max,
      measure: MEASURE,
      fix: 'remove it, and write instanceClass',
    });
  }
  if (instanceClass !== undefined) {
    refuse(scope, {
      prop: 'instanceClass',
      must: `must not be set where serverlessV2MaxCapacity is: the instances are of the class ${SERVERLESS_CLASS}`,
      value: instanceClass,
      measure: MEASURE,
      fix: 'leave one of the two out; readers may be of a class of their own',
    });
  }
  const offer = OFFERS.find((one) => isOffered(one, engine));
  if (offer === undefined) {
    refuse(scope, {
      prop: 'serverlessV2MaxCapacity',
      must: `must be left out for ${engine.engine} ${engine.version}: Aurora Serverless v2 begins with Aurora PostgreSQL 13.6, 14.3, 15.2 and 16.1, and with Aurora MySQL 3.02`,
      value: max,
      measure: MEASURE,
      fix: 'remove it, or write a newer version',
    });
  }
  return requireCapacity(scope, engine, offer, props, max);
}

/** What only matters beside the prop that it goes with. */
function requireNoneWithoutMax(scope: IConstruct, props: CapacityProps): void {
  for (const prop of ['serverlessV2MinCapacity', 'serverlessV2AutoPauseSeconds'] as const) {
    if (props[prop] === undefined) continue;
    refuse(scope, {
      prop,
      must: 'must not be set without serverlessV2MaxCapacity, which is what makes instances follow their load',
      value: props[prop],
      measure: MEASURE,
      fix: 'write serverlessV2MaxCapacity: 16, or remove it',
    });
  }
}

function requireCapacity(
  scope: IConstruct,
  engine: DatabaseEngine,
  offer: Offer,
  { serverlessV2MinCapacity: min = 0.5, serverlessV2AutoPauseSeconds }: CapacityProps,
  max: number
): Capacity {
  const of = ` for ${engine.engine} ${engine.version}`;
  requireHalves(scope, 'serverlessV2MinCapacity', min, offer.min, offer.max, of, 0.5);
  const least = Math.max(min, 1);
  const because = min > 1 ? ', and no less than serverlessV2MinCapacity' : of;
  requireHalves(scope, 'serverlessV2MaxCapacity', max, least, offer.max, because, Math.max(least, 16));
  return { min, max, autoPauseSeconds: requirePause(scope, min, serverlessV2AutoPauseSeconds) };
}

/** How long the pause is waited for. Where none was written every plan would find the one that RDS takes by itself. */
function requirePause(scope: IConstruct, min: number, autoPauseSeconds: number | undefined): number | undefined {
  if (autoPauseSeconds === undefined) return min === 0 ? 300 : undefined;
  if (min > 0) {
    refuse(scope, {
      prop: 'serverlessV2AutoPauseSeconds',
      must: 'must be left out where serverlessV2MinCapacity is not 0: instances only pause at 0',
      value: autoPauseSeconds,
      measure: MEASURE,
      fix: 'remove it, or write serverlessV2MinCapacity: 0',
    });
  }
  const bounds = { min: 300, max: 86_400, of: 'seconds', measure: MEASURE, example: 300 };
  requireWholeNumber(scope, 'serverlessV2AutoPauseSeconds', autoPauseSeconds, bounds);
  return autoPauseSeconds;
}

function requireHalves(
  scope: IConstruct,
  prop: string,
  value: number,
  min: number,
  max: number,
  because: string,
  example: number
): void {
  const isKnown = !Token.isUnresolved(value);
  if (isKnown && Number.isInteger(value * 2) && value >= min && value <= max) return;
  refuse(scope, {
    prop,
    must: isKnown
      ? `must be a number of ACU from ${min} to ${max} in steps of 0.5${because}`
      : 'must be a plain number, known when the program runs',
    value,
    measure: MEASURE,
    fix: `write ${prop}: ${example}`,
  });
}

/** A version that names no minor one takes the newest that there is. */
function isOffered({ mysql, postgresql }: Offer, { engine, version }: DatabaseEngine): boolean {
  if (engine === 'aurora-mysql') {
    const [, own] = version.split('.mysql_aurora.');
    if (own === undefined) return true;
    const [major, minor] = own.split('.').map(Number);
    return major > mysql[0] || (major === mysql[0] && minor >= mysql[1]);
  }
  const [major, minor] = version.split('.').map(Number);
  if (major > NEWEST_LISTED) return true;
  const oldest = postgresql[major];
  return oldest !== undefined && (minor === undefined || minor >= oldest);
}
