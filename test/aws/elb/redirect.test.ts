import { whyNoRedirect } from '../../../lib/aws/elb/redirect';
import { Json } from '../../../lib/terraform/value';
import { at, resources } from '../../support/models';

/** The attributes in which a default action is no lasting redirect to HTTPS. */
function attributes(default_action: Json): string[] {
  const model = resources({ aws_lb_listener: { it: { default_action } } });
  return whyNoRedirect(at(model, 'aws_lb_listener.it'), 'default_action').map(({ attribute }) => attribute);
}

const LASTING = { type: 'redirect', redirect: { protocol: 'HTTPS', status_code: 'HTTP_301' } };

test('a lasting redirect to HTTPS has no flaw, in blocks and in lists', () => {
  expect(attributes(LASTING)).toEqual([]);
  expect(attributes([{ type: 'redirect', redirect: [LASTING.redirect] }])).toEqual([]);
});

test.each<[string, Json, string[]]>([
  ['no action', [], ['default_action']],
  ['actions that only a plan can tell', '${var.open}', ['default_action']],
  ['another action', { type: 'forward' }, ['default_action.type']],
  ['another action with an open redirect', { type: 'forward', redirect: '${var.open}' }, ['default_action.type']],
  ['another action beside it', [LASTING, { type: 'fixed-response' }], ['default_action.type']],
  [
    'a redirect for a while, to where it came from',
    { type: 'redirect', redirect: { status_code: 'HTTP_302' } },
    ['default_action.redirect.protocol', 'default_action.redirect.status_code'],
  ],
  [
    'an open redirect',
    { type: 'redirect', redirect: '${var.open}' },
    ['default_action.redirect.protocol', 'default_action.redirect.status_code'],
  ],
])('%s has', (_title, action, expected) => {
  expect(attributes(action)).toEqual(expected);
});
