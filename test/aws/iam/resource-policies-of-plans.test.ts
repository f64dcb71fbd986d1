import { policiesOf, policyAttribute } from '../../../lib/aws/iam/resource-policies';
import { RESOURCE_TYPES } from '../../../lib/aws/types';
import { ResourcePolicy } from '../../../lib/aws/types/resource-type';
import { Resource } from '../../../lib/terraform/stack';
import { at, modelOf } from '../../support/models';

type Apart = Required<ResourcePolicy>['apart'];

const APART = Object.entries(RESOURCE_TYPES).flatMap(([type, { policy }]): [string, string, Apart][] =>
  policy?.apart ? [[type, policy.apart.type, policy.apart]] : []
);

const POLICY = JSON.stringify({ Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }] });

test('there are policies that are resources of their own', () => expect(APART.length).toBeGreaterThan(20));

/** In the plan of what is not there yet AWS still has to say what both are called. */
test.each(APART)('%s has its %s in a plan', (type, policyType, { attribute, names }) => {
  const reference = `${type}.it.${names}`;
  const text = policyAttribute({ type: policyType } as Resource);
  const model = modelOf({
    plan: {
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            { address: `${type}.it`, mode: 'managed', type, name: 'it', values: {} },
            { address: `${policyType}.it`, mode: 'managed', type: policyType, name: 'it', values: { [text]: POLICY } },
          ],
        },
      },
      resource_changes: [
        { address: `${type}.it`, change: { after_unknown: { id: true, [names]: true } } },
        { address: `${policyType}.it`, change: { after_unknown: { id: true, [attribute]: true } } },
      ],
      configuration: {
        root_module: {
          resources: [
            { mode: 'managed', type, name: 'it', expressions: {} },
            {
              mode: 'managed',
              type: policyType,
              name: 'it',
              expressions: { [attribute]: { references: [reference, `${type}.it`] } },
            },
          ],
        },
      },
    },
  });
  expect(policiesOf(model, at(model, `${type}.it`)).map(({ of }) => of.type)).toEqual([policyType]);
});
