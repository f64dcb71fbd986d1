import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the modules of the library import: loaded when it is first used, so that a test of one construct does not pay for all of the provider. */
function imported() {
  const library = fileURLToPath(new URL('lib', import.meta.url));
  const sources = readdirSync(library, { recursive: true }).filter((file) => file.endsWith('.ts'));
  const texts = sources.map((file) => readFileSync(join(library, file), 'utf8'));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/ from '([^']+)'/g)].map(([, module]) => module)))];
}

/** @type {import('jest').Config} */
export default {
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
        module: { type: 'commonjs', lazy: imported() },
      },
    ],
  },
  maxWorkers: '100%',
};
