import { announced, isAnnounced } from '../lanes/support/changelog';
import { goneFrom, isSame, plannedChanges } from '../lanes/support/plan-changes';

function changelog(...lines: string[]): string {
  return ['# Changelog', '## [Unreleased]', '### Added', '- `x`: more', '### Replaced or destroyed', ...lines, ''].join(
    '\n'
  );
}

describe('the list of what an upgrade replaces or destroys', () => {
  test('is in CHANGELOG.md, and each entry is one', () => {
    expect(() => announced()).not.toThrow();
  });

  test('names stack, address and what happens, with wildcards', () => {
    const [entry] = announced(
      changelog('', '- `web-platform/*`: `aws_iam_role_policy.*_Grant_*` is replaced: merged.')
    );
    const says = (stack: string, address: string, kind: string): boolean => isAnnounced(entry, stack, address, kind);
    expect(says('web-platform/workload', 'aws_iam_role_policy.A_Grant_1', 'replaced')).toBe(true);
    expect(says('web-platform/workload', 'aws_iam_role_policy.A_Grant_1', 'destroyed')).toBe(false);
    expect(says('data-platform/records', 'aws_iam_role_policy.A_Grant_1', 'replaced')).toBe(false);
    expect(says('web-platform/workload', 'aws_iam_role_policyxA_Grant_1', 'replaced')).toBe(false);
  });

  test('is that of the next release only, and ends with its section', () => {
    const text = `${changelog('- `a/b`: `c.d` is destroyed: why.', '### Security', '- `e`: f')}\n## 0.1.0\n### Replaced or destroyed\n- old`;
    expect(announced(text).map(({ address }) => address)).toEqual(['c.d']);
  });

  test.each(['- `a/b`: `c.d` is renamed: why.', '- `a/b`: `c.d` is destroyed.', '- everything'])(
    'refuses %j, which announces nothing',
    (line) => {
      expect(() => announced(changelog(line))).toThrow(line);
    }
  );

  test('is required', () => {
    expect(() => announced('## [Unreleased]\n\n### Added\n')).toThrow('no "### Replaced or destroyed"');
  });
});

describe('what a plan does to what stands', () => {
  const change = (address: string, actions: string[], more: object = {}, previous?: string): object => ({
    address,
    previous_address: previous,
    change: { actions, ...more },
  });

  test('is told from what it creates, reads and leaves', () => {
    const plan = {
      resource_changes: [
        change('a.new', ['create']),
        change('a.same', ['no-op']),
        change('a.gone', ['delete']),
        change('a.again', ['delete', 'create'], { replace_paths: [['name'], ['tags', 'x']] }),
        change('a.first', ['create', 'delete'], { replace_paths: [['name', 0]] }),
        change('a.to', ['no-op'], {}, 'a.from'),
        change('a.set', ['update'], { before: { x: 1, y: 1 }, after: { x: 2, y: 1 }, after_unknown: { z: true } }),
        change('a.left', ['forget']),
      ],
    };
    expect(plannedChanges(plan).map(({ kind, address, to, attributes }) => [kind, address, to, ...attributes])).toEqual(
      [
        ['destroyed', 'a.gone', 'a.gone'],
        ['replaced', 'a.again', 'a.again', 'name', 'tags'],
        ['replaced', 'a.first', 'a.first', 'name'],
        ['moved', 'a.from', 'a.to'],
        ['updated', 'a.set', 'a.set', 'x', 'z'],
        ['forgotten', 'a.left', 'a.left'],
      ]
    );
  });

  test('addresses that are neither there nor moved are gone', () => {
    const former = { resource: { a: { kept: {}, moved: {}, twice: {}, lost: {}, astray: {} } } };
    const config = {
      resource: { a: { kept: {}, here: {}, there: {} } },
      moved: [
        { from: 'a.moved', to: 'a.here' },
        { from: 'a.twice', to: 'a.between' },
        { from: 'a.between', to: 'a.there' },
        { from: 'a.astray', to: 'a.nowhere' },
      ],
    };
    expect(goneFrom(former, config)).toEqual(['a.lost', 'a.astray']);
  });

  test('what two configurations want is compared by attribute, over a move', () => {
    const former = { resource: { a: { x: { name: 'n', size: 1 } } } };
    const config = { resource: { a: { y: { name: 'n', size: 2 } } } };
    const replaced = (...attributes: string[]) => ({
      kind: 'replaced' as const,
      address: 'a.x',
      to: 'a.y',
      attributes,
    });
    expect([isSame(former, config, replaced('name')), isSame(former, config, replaced('name', 'size'))]).toEqual([
      true,
      false,
    ]);
  });
});
