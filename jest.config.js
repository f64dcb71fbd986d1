/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/support/environment.mjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/lanes/'],
  moduleNameMapper: {
    '^cdktf-aws-toms$': '<rootDir>/lib/index.ts',
    '^cdktf-aws-toms/rules$': '<rootDir>/lib/rules/index.ts',
    '^cdktf-aws-toms/rules/jest$': '<rootDir>/lib/rules/jest.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' }, keepClassNames: true },
        module: { type: 'commonjs' },
      },
    ],
  },
  maxWorkers: '100%',
};
