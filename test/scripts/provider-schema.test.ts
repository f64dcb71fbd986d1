import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeOfSource } from '../../scripts/provider-schema/package';
import { typesOfProvider } from '../../scripts/provider-schema/provider';
import { reduce, renderSchema } from '../../scripts/provider-schema/reduce';

const ROOT = join(__dirname, '../..');

const PROVIDER = typesOfProvider({
  resource_schemas: {
    aws_store: {
      block: {
        attributes: {
          arn: { type: 'string' },
          ingress: { type: ['set', ['object', { from_port: 'number' }]], optional: true },
          kms_key_id: { type: 'string', required: true },
          tags: { type: ['map', 'string'], optional: true },
        },
        block_types: {
          rule: {
            nesting_mode: 'list',
            block: {
              attributes: { log_group: { type: 'string', optional: true } },
              block_types: { rule: { nesting_mode: 'set', block: { block_types: {} } } },
            },
          },
          timeouts: { nesting_mode: 'single', block: { attributes: { create: { type: 'string', optional: true } } } },
        },
      },
    },
    aws_former: { block: { attributes: { name: { type: 'string', optional: true } } } },
  },
});

/** As the provider package is compiled. */
const SOURCE = `
function newStoreRuleToHclTerraform(struct) {
    const attrs = {
        min_tls_version: {
            value: cdktf.stringToHclTerraform(struct.minTlsVersion),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        rule: {
            value: cdktf.listMapperHcl(newStoreRuleToHclTerraform, true)(struct.rule),
            isBlock: true,
            type: "list",
            storageClassType: "NewStoreRuleList",
        },
    };
}
class NewStore extends cdktf.TerraformResource {
    synthesizeHclAttributes() {
        const attrs = {
            rule: {
                value: cdktf.listMapperHcl(newStoreRuleToHclTerraform, true)(this._rule.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "NewStoreRuleList",
            },
            route: {
                value: cdktf.listMapperHcl(newStoreRouteToHclTerraform, false)(this._route.internalValue),
                isBlock: true,
                type: "set",
                storageClassType: "NewStoreRouteList",
            },
            timeouts: {
                value: newStoreTimeoutsToHclTerraform(this._timeouts.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "NewStoreTimeouts",
            },
        };
    }
}
NewStore.tfResourceType = "aws_new_store";
`;

function schemaOf(...sources: string[]): string {
  const types = Object.fromEntries(sources.map((source) => typeOfSource(source)!));
  return renderSchema(reduce({ version: '1.2.3', types: PROVIDER }, { version: '4.5.6', types }));
}

test('what the provider and its package say is reduced to blocks and arguments of families', () => {
  expect(schemaOf(SOURCE)).toBe(`{
  "provider": "1.2.3",
  "package": "4.5.6",
  "types": {
    "aws_former": {"from":"provider"},
    "aws_new_store": {"from":"package","blocks":["rule","rule.rule"],"objects":["route"],"families":{"transport":["rule.min_tls_version"]}},
    "aws_store": {"from":"provider","blocks":["rule","rule.rule"],"objects":["ingress"],"families":{"key":["kms_key_id"],"log":["rule.log_group"]}}
  }
}
`);
});

test('a type that both know has the arguments of both', () => {
  const { types } = JSON.parse(schemaOf(SOURCE.replace('"aws_new_store"', '"aws_store"'))) as {
    types: { [type: string]: unknown };
  };
  expect(types.aws_store).toEqual({
    from: 'both',
    blocks: ['rule', 'rule.rule'],
    objects: ['ingress', 'route'],
    families: { key: ['kms_key_id'], log: ['rule.log_group'], transport: ['rule.min_tls_version'] },
  });
});

test('a module that is no resource type is left out', () => {
  expect(typeOfSource('exports.DataAwsStore = DataAwsStore;')).toBeUndefined();
});

test('the schema in the repository says of which versions it is, and is of the pinned package', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
  const schema = read('test/support/provider-schema.json') as ReturnType<typeof reduce>;
  const { devDependencies } = read('package.json') as { devDependencies: { [name: string]: string } };
  expect(schema.provider).toMatch(/^\d+\.\d+\.\d+$/);
  // After an update of the package: `npm run provider-schema`.
  expect(schema.package).toBe(devDependencies['@cdktf/provider-aws']);
  expect(Object.keys(schema.types).length).toBeGreaterThan(1500);
  expect(readFileSync(join(ROOT, 'test/support/provider-schema.json'), 'utf8')).toBe(renderSchema(schema));
});
