/** The engine that this package is for: the name of its package, and of its command. `npm run build:cdktn` makes the package for the other one. */
export const ENGINE = 'cdktf';

/** The engine that the sibling of this package is for. */
export const OTHER_ENGINE = 'cdktn';

/** This package. */
export const LIBRARY = `${ENGINE}-aws-toms`;

/** Its sibling, made of the same source. */
export const OTHER_LIBRARY = `${OTHER_ENGINE}-aws-toms`;
