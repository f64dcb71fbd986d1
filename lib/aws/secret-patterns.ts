/** Text that is a secret whatever it is called, and what to call it in a message. */
const PATTERNS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an AWS access key', /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/],
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ['a GitHub token', /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{50,})/],
  ['a Slack token', /(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10,}/],
  ['a Stripe key', /(?<![A-Za-z0-9])[rs]k_live_[A-Za-z0-9]{20,}/],
  ['a URL with a password', /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/"'$<{]*:(?![$<{*%])[^\s:@/"'$<{]+@[A-Za-z0-9[$]/],
];

/** The kind of secret that a text holds, recognized by its form, or `undefined`. */
export function secretIn(text: string): string | undefined {
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** What a name of a secret ends in, in upper case with underscores. `DB_SECRET_ARN`, `TOKEN_URL` and `PWD` are none. */
const NAME =
  /(?:PASSWORD|PASSWD|PASSPHRASE|(?:^|_)PASS|_PWD|(?:^|_)SECRET|(?:^|_)(?:SECRET|PRIVATE|SIGNING)_KEY|SECRET_ACCESS_KEY|(?:^|_)API_?KEY|(?:ACCESS|API|AUTH|BEARER|BOT|GITHUB|GITLAB|NPM|REFRESH|SLACK)_TOKEN)$/;

/** Whether something is called as secrets are: `dbPassword`, `/orders/db-password`, `CLIENT_SECRET`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  return NAME.test(words);
}

/** What stands where a secret is looked for, and is none: names of secrets, places, references, switches. */
const NO_SECRET = [
  /^\s*$/,
  /^(?:true|false|yes|no|on|off|none|null|required|optional|enabled|disabled)$/i,
  /^arn:/,
  /^(?:[a-z][a-z0-9+.-]*:\/\/|alias\/|\.{0,2}\/|[a-z]:\\)/i,
  /^[$%<{`]/,
  /^[a-z0-9_.-]+(?:\/[a-z0-9_.-]+)+$/,
  /^(?=.*(?:secret|parameter))[a-z0-9]+(?:[-_.][a-z0-9]+)+$/,
];

/** Whether the text behind the name of a secret may be the secret itself. */
export function mayBeSecret(text: string): boolean {
  return !NO_SECRET.some((pattern) => pattern.test(text));
}

/** An assignment in a script or a file: `PASSWORD=…`, `--password=…`, `password: …`. */
const ASSIGNMENT = /(?<![\w.$])([A-Za-z][\w-]{1,60})(?:=|:[ \t])[ \t]*(?:\\?["'])?([^\s"'\\;&|]+)/g;

/** The names that a script or a file gives secrets, and whether each is written out or taken from an input. */
export function assignmentsIn(text: string): readonly { readonly name: string; readonly isOpen: boolean }[] {
  const found: { name: string; isOpen: boolean }[] = [];
  for (const [, name, value] of text.matchAll(ASSIGNMENT)) {
    if (!isSecretName(name)) continue;
    const isOpen = /^\$\{(?:var|local|each|module)\./.test(value);
    if (isOpen || mayBeSecret(value)) found.push({ name, isOpen });
  }
  return found;
}
