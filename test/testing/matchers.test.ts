import { TerraformStack, Testing } from 'cdktf';
import { checkApp } from '../../lib/testing';
import '../../lib/testing/jest';
import { addBadStack, addGoodStack, newApp } from '../support/guarded-app';

function apps() {
  const [good, bad] = [newApp(), newApp()];
  addGoodStack(good);
  const bucket = addBadStack(bad);
  return { good, bad, stack: TerraformStack.of(bucket) };
}

test('toMeetMeasures takes an app, a stack, text and a report', () => {
  const { good, bad, stack } = apps();
  expect(good).toMeetMeasures();
  expect(checkApp(good)).toMeetMeasures();
  expect(bad).not.toMeetMeasures();
  expect(stack).not.toMeetMeasures();
  expect(Testing.synth(stack)).not.toMeetMeasures();
});

test('toHaveFinding takes the id or the name of a rule, and a place', () => {
  const { good, bad } = apps();
  expect(bad).toHaveFinding('S3-003');
  expect(bad).toHaveFinding('all-public-access-blocks');
  expect(bad).toHaveFinding('S3-003', { at: 'bad/Invoices' });
  expect(bad).toHaveFinding('S3-003', { at: 'aws_s3_bucket_public_access_block.' });
  expect(bad).not.toHaveFinding('S3-003', { at: 'AccessLogs' });
  expect(bad).not.toHaveFinding('S3-003', { outcome: 'waived' });
  expect(good).not.toHaveFinding('S3-003');
});

test('a failure says what was found', () => {
  const { good, bad } = apps();
  expect(() => expect(bad).toMeetMeasures()).toThrow(
    /expected all measures to hold, and they do not\n\nviolated {2}high {2}S3-003/
  );
  expect(() => expect(good).not.toMeetMeasures()).toThrow('expected a measure to be violated, and none is');
  expect(() => expect(good).toHaveFinding('S3-003')).toThrow(
    'expected a finding of S3-003, violated\n  S3-003 found nothing'
  );
  expect(() => expect(bad).toHaveFinding('S3-003', { at: 'elsewhere' })).toThrow(
    /^expected a finding of S3-003, violated at elsewhere\n {2}violated {2}bad:aws_s3_bucket_public_access_block\.Invoices_/
  );
  expect(() => expect(bad).not.toHaveFinding('S3-003')).toThrow(
    /^expected not to have a finding of S3-003, violated\n/
  );
});

test('a misspelt rule fails the test, whatever it expects', () => {
  const { good } = apps();
  expect(() => expect(good).not.toHaveFinding('S3-0003')).toThrow('no rule is called "S3-0003": is it S3-003?');
});
