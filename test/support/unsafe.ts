/** What the logs of GitHub Actions, Azure Pipelines and their kin obey. */
export const COMMAND = /^\s*::[^\s/\d]|##\w*\[/m;

/** What no reader sees, or what moves what he sees. A line end and a space are what they seem. */
export const UNSEEN =
  /(?![\n ])[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/u;
