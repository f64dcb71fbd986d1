import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App } from 'cdktf';
import { Guardrails } from '../../lib';
import { addBadStack, filesOf, newApp } from '../support/guarded-app';
import { messageOf } from '../support/synth';
import { LIBRARY } from '../../lib/toms/engine';

const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
beforeEach(() => stderr.mockClear());
afterAll(() => stderr.mockRestore());

function refused(files: readonly string[]): App {
  const app = newApp();
  Guardrails.enforce(app);
  addBadStack(app);
  for (const file of files) {
    mkdirSync(join(app.outdir, dirname(file)), { recursive: true });
    writeFileSync(join(app.outdir, file), '{}');
  }
  expect(() => app.synth()).toThrow();
  return app;
}

test('what is no configuration stays: state, providers, plans, and values of variables', () => {
  const files = [
    'stacks/bad/.terraform.lock.hcl',
    'stacks/bad/.terraform/modules/vpc/main.tf',
    'stacks/bad/.terraform/terraform.tfstate',
    'stacks/bad/assets/lambda/main.tf',
    'stacks/bad/main.tf.txt',
    'stacks/bad/plan.bin',
    'stacks/bad/prod.auto.tfvars',
    'stacks/bad/terraform.tfstate',
    'stacks/bad/terraform.tfstate.backup',
    'stacks/bad/terraform.tfstate.d/dev/terraform.tfstate',
    'stacks/other/cdk.tf.json',
    'terraform.bad.tfstate',
  ];
  expect(filesOf(refused(files)).sort()).toEqual(files);
  expect(stderr).not.toHaveBeenCalled();
});

test('what Terraform and OpenTofu read goes', () => {
  const files = ['a.tf', 'b.tf.json', 'c.tofu', 'd.tofu.json', 'override.tf', 'x_override.tf.json'];
  expect(filesOf(refused(files.map((file) => `stacks/bad/${file}`)))).toEqual([]);
  const listed = files.map((file) => `stacks/bad/${file}`).join(', ');
  expect(stderr.mock.calls.join('')).toContain(`since Terraform reads it: ${listed}\n`);
});

test('what cannot be removed is named', () => {
  const app = newApp();
  Guardrails.enforce(app);
  addBadStack(app);
  mkdirSync(join(app.outdir, 'manifest.json'));
  expect(messageOf(() => app.synth())).toContain('the measures do not hold');
  expect(stderr.mock.calls.join('')).toBe(`${LIBRARY}: could not be removed, and must not be applied: manifest.json\n`);
});
