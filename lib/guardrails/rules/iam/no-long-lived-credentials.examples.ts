import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a role',
      terraform: { resource: { aws_iam_role: { app: { assume_role_policy: '{}' } } } },
    },
    {
      title: 'a key that is inactive',
      terraform: { resource: { aws_iam_access_key: { old: { user: 'ci', status: 'Inactive' } } } },
    },
  ],
  fail: [
    {
      title: 'a user with an access key',
      terraform: {
        resource: {
          aws_iam_user: { ci: { name: 'ci' } },
          aws_iam_access_key: { ci: { user: '${aws_iam_user.ci.name}' } },
        },
      },
      addresses: ['aws_iam_access_key.ci', 'aws_iam_user.ci'],
    },
    {
      title: 'a password for the console, and one for Git',
      terraform: {
        resource: {
          aws_iam_service_specific_credential: { jo: { user_name: 'jo', service_name: 'codecommit.amazonaws.com' } },
          aws_iam_user_login_profile: { jo: { count: 2, user: 'jo' } },
        },
      },
      addresses: ['aws_iam_service_specific_credential.jo', 'aws_iam_user_login_profile.jo'],
    },
  ],
  undetermined: [
    {
      title: 'whether the key is active is a variable',
      terraform: {
        variable: { status: {} },
        resource: { aws_iam_access_key: { ci: { user: 'ci', status: '${var.status}' } } },
      },
      addresses: ['aws_iam_access_key.ci'],
    },
  ],
};
