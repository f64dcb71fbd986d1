'use strict';

// A flat configuration for ESLint: import provider bindings deeply, since their root loads thousands of modules.
const message =
  "Import deeply, as in '@cdktf/provider-aws/lib/kms-key': the root costs seconds and hundreds of megabytes, in every process and every test worker.";

module.exports = [
  {
    name: 'cdktf-aws-toms/deep-imports',
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['@cdktf/provider-aws', '@cdktf/provider-aws/lib', '@cdktf/provider-aws/lib/index'].map((name) => ({
            name,
            message,
          })),
        },
      ],
    },
  },
];
