import { attachedPolicy } from '../../../lib/aws/iam/identity-policies';
import { at, resources } from '../../support/models';

const MODEL = resources({
  aws_iam_policy: { here: { arn: 'arn:aws:iam::111122223333:policy/here' } },
  aws_iam_role_policy_attachment: {
    aws: { policy_arn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaRole' },
    open: { policy_arn: '${var.open}' },
    reference: { policy_arn: '${aws_iam_policy.here.arn}' },
    there: { policy_arn: 'arn:aws:iam::111122223333:policy/there' },
    written: { policy_arn: 'arn:aws:iam::111122223333:policy/here' },
  },
});

test.each([
  ['aws', { of: 'aws', name: 'AWSLambdaRole' }],
  ['open', undefined],
  ['reference', { of: 'configuration' }],
  ['there', { of: 'elsewhere' }],
  ['written', { of: 'configuration' }],
])('the policy that %s attaches', (name, expected) => {
  const holder = at(MODEL, `aws_iam_role_policy_attachment.${name}`);
  expect(attachedPolicy(MODEL, holder, holder.get('policy_arn'))).toEqual(expected);
});
