import { regionalSettings } from '../../../lib/aws/ec2/regional-settings';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';
import { JsonObject } from '../../../lib/terraform/value';

const TYPE = 'aws_ebs_encryption_by_default';

/** Which settings hold for the volume `data`: of its own stack, and of a baseline beside it. */
function settingsFor(volume: JsonObject, own: JsonObject, baseline: JsonObject, aws: JsonObject = {}): string[][] {
  const app = readStack('app', 'app.tf.json', {
    provider: { aws: { region: 'eu-central-1' } },
    resource: { aws_ebs_volume: { data: volume }, [TYPE]: own },
  });
  const base = readStack('base', 'base.tf.json', {
    provider: { aws: { region: 'eu-central-1', ...aws } },
    resource: { [TYPE]: baseline, aws_kms_key: { main: {} } },
  });
  const model = new Model([app, base]);
  const { here, perhaps } = regionalSettings(model, model.resources('aws_ebs_volume')[0], TYPE);
  return [here, perhaps].map((found) => found.map(({ qualifiedAddress }) => qualifiedAddress));
}

test('a setting holds for its region alone, in other stacks too', () => {
  expect(settingsFor({}, {}, { here: {}, far: { region: 'eu-west-1' } })).toEqual([[`base:${TYPE}.here`], []]);
  expect(settingsFor({ region: 'eu-west-1' }, { here: {} }, { far: { region: 'eu-west-1' } })).toEqual([
    [`base:${TYPE}.far`],
    [],
  ]);
});

test('a region that only a plan can tell leaves it open', () => {
  expect(settingsFor({ region: '${var.region}' }, { here: {} }, { here: {} })).toEqual([
    [],
    [`app:${TYPE}.here`, `base:${TYPE}.here`],
  ]);
});

test('one expression names one region within a stack, but not within a loop', () => {
  expect(settingsFor({ region: '${var.region}' }, { here: { region: '${var.region}' } }, {})).toEqual([
    [`app:${TYPE}.here`],
    [],
  ]);
  expect(settingsFor({ region: '${each.key}' }, { here: { region: '${each.key}' } }, {})).toEqual([
    [],
    [`app:${TYPE}.here`],
  ]);
});

test('a setting with other credentials is perhaps of this account', () => {
  expect(settingsFor({}, {}, { here: {} }, { profile: 'security' })).toEqual([[], [`base:${TYPE}.here`]]);
});
