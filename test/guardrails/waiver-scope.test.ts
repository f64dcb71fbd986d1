import { Scopes, addressName, addressSegments, pathSegments } from '../../lib/guardrails/waiver-scope';

function covered(scope: string, address: string): boolean {
  const scopes = new Scopes<string>();
  scopes.add(addressSegments(scope), scope);
  return scopes.at(addressName(address)).length > 0;
}

test.each([
  ['aws_kms_key.a', 'aws_kms_key.a'],
  ['aws_kms_key.a', 'aws_kms_key.a[0]'],
  ['aws_kms_key.a', 'aws_kms_key.a["eu.west"]'],
  ['aws_kms_key.a["x\\"]."]', 'aws_kms_key.a["x\\"]."]'],
  ['data.aws_kms_key.a', 'data.aws_kms_key.a[1]'],
  ['module.m', 'module.m.aws_kms_key.a'],
  ['module.m', 'module.m["a.b"].module.n[2].data.aws_kms_key.a[0]'],
  ['module.m[0]', 'module.m[0].aws_kms_key.a'],
  ['module.m.module.n', 'module.m[1].module.n.aws_kms_key.a'],
  ['module.m.module.n[0].aws_kms_key.a', 'module.m["x"].module.n[0].aws_kms_key.a[3]'],
  ['module.m', 'module.m'],
  ['eu-central-1', 'eu-central-1'],
])('%s covers %s', (scope, address) => expect(covered(scope, address)).toBe(true));

test.each([
  ['aws_kms_key.a', 'aws_kms_key.ab'],
  ['aws_kms_key.a', 'data.aws_kms_key.a'],
  ['aws_kms_key.a[0]', 'aws_kms_key.a[1]'],
  ['aws_kms_key.a[0]', 'aws_kms_key.a'],
  ['aws_kms_key.a', 'module.m.aws_kms_key.a'],
  ['aws_kms_key', 'aws_kms_key.a'],
  ['module.m', 'module.mm.aws_kms_key.a'],
  ['module.m[0]', 'module.m[10].aws_kms_key.a'],
  ['module.m[0]', 'module.m.aws_kms_key.a'],
  ['module.n', 'module.m.module.n.aws_kms_key.a'],
  ['module.m.aws_kms_key.a', 'module.m.module.n.aws_kms_key.a'],
  ['module', 'module.m.aws_kms_key.a'],
  ['', 'aws_kms_key.a'],
  ['*', 'aws_kms_key.a'],
])('%s does not cover %s', (scope, address) => expect(covered(scope, address)).toBe(false));

test('what is found is the innermost first', () => {
  const scopes = new Scopes<string>();
  for (const path of ['app', 'app/a/b', 'app/a', 'app/ab']) scopes.add(pathSegments(path), path);
  const at = (path: string): string[] => scopes.at(pathSegments(path).map((segment) => [segment]));
  expect(at('app/a/b/c')).toEqual(['app/a/b', 'app/a', 'app']);
  expect(at('app/ab')).toEqual(['app/ab', 'app']);
  expect(at('other')).toEqual([]);
});

test('an address of many indices takes as long as the names that were put there, not as all its forms', () => {
  const scopes = new Scopes<number>();
  const deep = 'module.m[0].'.repeat(40);
  scopes.add(addressSegments(`${deep}aws_kms_key.a`), 1);
  expect(scopes.at(addressName(`${deep}aws_kms_key.a[0]`))).toEqual([1]);
});
