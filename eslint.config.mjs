import tseslint from 'typescript-eslint';
import toms from './eslint.cjs';

const [{ rules: deepImports }] = toms;
const [, rootImports] = deepImports['no-restricted-imports'];
const providerAndCore = {
  ...rootImports,
  patterns: [
    {
      group: ['@cdktf/*', 'cdktf', 'constructs', '**/constructs/*', '**/enforcement/*'],
      message: 'The engine reads only Terraform JSON: it must run without cdktf or a provider.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '**/cdktf.out/**', 'coverage/**', '.venv/**', '.cache/**', '.cdktn/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      ...deepImports,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-shadow': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['toms', 'terraform', 'aws', 'erasure', 'graph', 'guardrails', 'rules', 'reports', 'cli'].map(
      (folder) => `lib/${folder}/**`
    ),
    rules: { 'no-restricted-imports': ['error', providerAndCore] },
  },
  {
    // Tests read synthesized JSON, whose shape they assert.
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], ...tseslint.configs.disableTypeChecked }
);
