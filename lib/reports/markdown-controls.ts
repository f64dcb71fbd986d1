import { Evidence } from '../evidence/evidence';
import { markdownName } from './escape';
import { table } from './markdown-table';

/** Of whom a list of controls speaks, for people. */
export const CONTROLS_SEEN =
  'Who can lift the trails, keys and Object Locks, of the roles and users of these stacks and of others whom a policy names. Not seen are other roles of the account, such as those of IAM Identity Center and the one that applies this, and its root user.';

export const CONTROLS_HEAD = ['Control', 'Lifted by', 'Certainly can', 'Perhaps can'];

/** Who can lift what protects logs and data. */
export function controlsMarkdown({ controls }: Evidence): string[] {
  const rows = controls.map(({ control, actions, by, perhaps }) => [
    markdownName(control),
    names(actions),
    names(by),
    names(perhaps),
  ]);
  return ['', '## Controls', '', CONTROLS_SEEN, '', ...(rows.length > 0 ? table(CONTROLS_HEAD, rows) : ['None.'])];
}

function names(all: readonly string[]): string {
  return all.length > 0 ? all.map(markdownName).join(', ') : 'nobody seen';
}
