/** `root`, `0`, `00`, each with whatever group. */
const ROOT = /^(?:root|0+)(?::|$)/;

/** Whether a container with this user runs as root. */
export function isRootUser(user: string): boolean {
  return ROOT.test(user);
}
