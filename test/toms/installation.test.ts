import { ENGINE, LIBRARY, OTHER_ENGINE, OTHER_LIBRARY } from '../../lib/toms/engine';
import { InstallationError, requireFitting } from '../../lib/toms/installation';
import { messageOf } from '../support/synth';

// Packages that are there, and programs that load the library, are tried by `npm run test:package`.
const PROVIDER = `@${ENGINE}/provider-aws`;
const NEEDS = {
  engines: { node: '>=20.9.0' },
  peerDependencies: { [PROVIDER]: '^21.22.0', [ENGINE]: '^0.21.0', constructs: '>=10.4.2 <10.8.0' },
};
const FITTING = { [PROVIDER]: '21.22.0', [ENGINE]: '0.21.0', constructs: '10.4.2' };

interface Versions {
  readonly [name: string]: string | undefined;
}

const refusal = (installed: Versions, node = '20.9.0'): string =>
  messageOf(() => requireFitting(NEEDS, { node, versionOf: (name) => ({ ...FITTING, ...installed })[name] }));

afterEach(() => void delete process.env.JSII_AGENT);

test.each<[string, Versions, string?]>([
  ['the oldest of each', {}],
  ['newer ones that break nothing', { [PROVIDER]: '21.100.0', [ENGINE]: '0.21.9', constructs: '10.8.1' }, '24.1.0'],
  ['a version before its release', { [PROVIDER]: '21.23.0-pre.1' }],
  ['a package that does not say its version', { constructs: '' }],
  ['both engines', { [OTHER_ENGINE]: '0.24.0' }],
])('%s fits', (_title, installed, node = '20.9.0') => {
  const versionOf = (name: string): string | undefined => ({ ...FITTING, ...installed })[name];
  expect(() => requireFitting(NEEDS, { node, versionOf })).not.toThrow();
});

test.each(['20.8.1', '18.20.8', '9.99.99'])('Node %s is too old', (node) => {
  expect(refusal({}, node)).toBe(
    `${LIBRARY} needs Node >=20.9.0, and this is Node ${node}: install a newer one, as by nvm install --lts`
  );
});

test.each<[string, string, string | undefined]>([
  [ENGINE, '^0.21.0', '0.20.12'],
  [ENGINE, '^0.21.0', '0.22.0'],
  [ENGINE, '^0.21.0', '1.21.0'],
  [PROVIDER, '^21.22.0', undefined],
  [PROVIDER, '^21.22.0', '21.21.9'],
  [PROVIDER, '^21.22.0', '22.22.0'],
  ['constructs', '>=10.4.2 <10.8.0', '10.4.1'],
  ['constructs', '>=10.4.2 <10.8.0', '11.4.2'],
])('%s %s is not %s', (name, range, version) => {
  expect(refusal({ [name]: version })).toBe(
    `${LIBRARY} needs ${name} ${range}, and ${version ?? 'none'} is installed: npm install "${name}@${range}"`
  );
});

test('all that does not fit is named at once', () => {
  expect(refusal({ [PROVIDER]: undefined, constructs: '3.4.344' })).toBe(
    `${LIBRARY} needs ${PROVIDER} ^21.22.0, and none is installed; constructs >=10.4.2 <10.8.0, and 3.4.344 is installed: ` +
      `npm install "${PROVIDER}@^21.22.0" "constructs@>=10.4.2 <10.8.0"`
  );
});

test('where only the other engine is installed, the package for that is named too', () => {
  expect(refusal({ [ENGINE]: undefined, [OTHER_ENGINE]: '0.24.0' })).toBe(
    `${LIBRARY} needs ${ENGINE} ^0.21.0, and none is installed: npm install "${ENGINE}@^0.21.0"; ` +
      `or, since ${OTHER_ENGINE} is installed, take ${OTHER_LIBRARY}: npm install ${OTHER_LIBRARY}`
  );
});

test.each([
  ['Python/3.11.7', `python -m pip install ${LIBRARY}`],
  ['Java/17.0.1', `install ${LIBRARY} with what it needs`],
])('a program in %s reads how its own packages are installed', (agent, command) => {
  process.env.JSII_AGENT = agent;
  expect(refusal({ constructs: '3.4.344' })).toBe(
    `${LIBRARY} needs constructs >=10.4.2 <10.8.0, and 3.4.344 is installed: ${command}`
  );
});

test('it is an error of its own', () => {
  expect(() => requireFitting(NEEDS, { node: '20.8.0', versionOf: () => '' })).toThrow(InstallationError);
});
