import { managedPoliciesAsOf, refusedBy } from '../../../lib/aws/iam/managed-policies';

// By the AWS Managed Policy Reference Guide, read by hand.
test.each([
  ['AdministratorAccess', ['IAM-001']],
  ['PowerUserAccess', ['IAM-002']],
  ['IAMFullAccess', ['IAM-002']],
  ['AmazonS3FullAccess', ['IAM-002']],
  ['ReadOnlyAccess', ['IAM-005', 'IAM-006']],
  ['AmazonSSMManagedInstanceCore', ['IAM-006']],
  ['SecurityAudit', []],
  ['AWSBackupServiceRolePolicyForBackup', []],
  ['NobodyReadThis', undefined],
])('%s is refused by %j', (name, expected) => {
  expect(refusedBy(name)).toEqual(expected);
});

test('the list has a date', () => {
  expect(managedPoliciesAsOf()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
