import { App, Fn, Lazy, TerraformStack, Token } from 'cdktf';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { stacksIn } from '../../../lib/constructs/core/stack-references';
import { temporaryDirectory } from '../../support/synth';

const app = new App({ outdir: temporaryDirectory() });
const [own, other] = ['own', 'other'].map((name) => new TerraformStack(app, name));
const queue = new SqsQueue(other, 'Queue');

test.each<[string, unknown]>([
  ['a text', queue.arn],
  ['a part of a text', `${queue.arn}/*`],
  ['a number', queue.delaySeconds],
  ['a number within a text', `after ${queue.delaySeconds} seconds`],
  ['a list', Token.asList(queue.fqn)],
  ['a map', queue.tagsAll],
  ['a map by its key', { [queue.arn]: 1 }],
  ['a token', Token.asAny(queue.arn)],
  ['what a function takes', Fn.jsonencode({ Resource: [queue.arn] })],
  ['what is made when it is asked for', Lazy.anyValue({ produce: () => [{ arn: queue.arn }] })],
  ['within lists and blocks', [{ statement: [{ resources: ['*', queue.arn] }], isOn: true, none: undefined }]],
])('a reference is found: %s', (_how, value) => {
  expect(stacksIn(own, value)).toEqual([other]);
});

test.each<[unknown]>([['${aws_sqs_queue.q.arn}'], [1.5e300], [null], [undefined], [{ a: [true, 'plain e+ text'] }]])(
  'none is in %j',
  (value) => {
    expect(stacksIn(own, value)).toEqual([]);
  }
);
