/**
 * The class of the data that a store holds (TOM 3.1.2). Unknown counts as personal.
 */
export enum DataClass {
  /** Meant for everybody. */
  PUBLIC = 'public',
  /** For the organization's own people. */
  INTERNAL = 'internal',
  /** For named people of the organization. */
  CONFIDENTIAL = 'confidential',
  /** Personal data (GDPR Art. 4(1)). */
  PERSONAL = 'personal',
  /** Special categories of personal data, such as health data (GDPR Art. 9). */
  SPECIAL_CATEGORY = 'special-category',
}

/** Whether the GDPR's retention and erasure duties apply to data of this class. */
export function isPersonal(dataClass: DataClass): boolean {
  return dataClass === DataClass.PERSONAL || dataClass === DataClass.SPECIAL_CATEGORY;
}

/** From the class that needs the least care to the one that needs the most. */
const ORDER = [
  DataClass.PUBLIC,
  DataClass.INTERNAL,
  DataClass.CONFIDENTIAL,
  DataClass.PERSONAL,
  DataClass.SPECIAL_CATEGORY,
];

/** Whether a class asks for less care than another. */
export function isBelow(dataClass: DataClass, other: DataClass): boolean {
  return ORDER.indexOf(dataClass) < ORDER.indexOf(other);
}
