import { clashesOf } from '../support/jsii-names';

// The public API itself is held to this by `npm run test:package`, where it is built.
const type = (name: string, properties: readonly string[] = [], methods: readonly string[] = []): object => ({
  name,
  properties: properties.map((one) => ({ name: one })),
  methods: methods.map((one) => ({ name: one })),
});
const clashes = (...types: readonly object[]): string[] =>
  clashesOf({ types: Object.fromEntries(types.map((one, at) => [`a.${at}`, one])) } as Parameters<typeof clashesOf>[0]);

test('names that stay apart in every language are no clash', () => {
  const bucket = type('Bucket', ['bucketArn', 'resource'], ['grantRead', 'getResource2', 'fromBucketName']);
  const engine = { name: 'Engine', properties: [{ name: 'MYSQL', const: true }], methods: [{ name: 'mysql' }] };
  expect(clashes(engine, bucket, type('BucketProps', ['bucketName']), type('Queue', ['bucketArn']))).toEqual([]);
});

test.each<[string, readonly object[], string[]]>([
  ['types', [type('DnsZone'), type('DNSZone')], ['types: DnsZone, DNSZone']],
  ['snake_case', [type('A', ['readOnly'], ['read_only'])], ['A in Python: readOnly, read_only']],
  ['getters', [type('A', ['key'], ['getKey'])], ['A in Java: getKey, getKey']],
  ['capitals', [type('A', ['key'], ['Key'])], ['A in Python: key, Key', 'A in C# and Go: key, Key']],
  ['the type itself', [type('Alarm', ['alarm'])], ['Alarm in C#: alarm']],
])('%s', (_title, types, expected) => expect(clashes(...types)).toEqual(expected));
