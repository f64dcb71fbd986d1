import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { ZoneProps, zonesOf } from '../../../lib/constructs/network/zones';
import { Written, messageOf, newStack, temporaryApp } from '../../support/synth';

const TITLE = 'TOM 3.3.1 Redundant and distributed architecture';

test('asks for the zones that are there, and for no Local Zone', () => {
  const stack = newStack();
  const zones = zonesOf(stack, { region: 'eu-west-1' });
  expect(zones.areLookedUp).toBe(true);
  new TerraformOutput(stack, 'names', { value: zones.names });
  const { json } = Written.of(stack);
  expect(json.output.names.value).toEqual([
    '${data.aws_availability_zones.Zones.names.0}',
    '${data.aws_availability_zones.Zones.names.1}',
    '${data.aws_availability_zones.Zones.names.2}',
  ]);
  expect(json.data.aws_availability_zones.Zones).toMatchObject({
    state: 'available',
    filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
    region: 'eu-west-1',
  });
});

test('takes the zones that are named, and asks nobody', () => {
  const stack = newStack();
  const availabilityZones = ['eu-central-1a', 'eu-central-1c'];
  expect(zonesOf(stack, { availabilityZones })).toEqual({ names: availabilityZones, areLookedUp: false });
  expect(Written.of(stack).addresses).toEqual([]);
});

test('takes zones of the region that the network names', () => {
  const availabilityZones = ['eu-west-1a', 'eu-west-1b'];
  expect(zonesOf(newStack(), { availabilityZones, region: 'eu-west-1' }).names).toEqual(availabilityZones);
});

test('takes tokens for zones', () => {
  const stack = newStack();
  const zone = new TerraformVariable(stack, 'zone', {}).stringValue;
  expect(zonesOf(stack, { availabilityZones: [zone, 'eu-central-1b'] }).names).toEqual([zone, 'eu-central-1b']);
});

describe('refuses', () => {
  const two = "write availabilityZones: ['eu-central-1a', 'eu-central-1b']";

  test.each<[string, ZoneProps, string]>([
    ['one zone', { zoneCount: 1 }, `'zoneCount' must be 2 or 3 zones (${TITLE}), got 1; write zoneCount: 3`],
    ['four zones', { zoneCount: 4 }, `'zoneCount' must be 2 or 3 zones (${TITLE}), got 4; write zoneCount: 3`],
    [
      'one named zone',
      { availabilityZones: ['eu-central-1a'] },
      `'availabilityZones' must be 2 or 3 zones (${TITLE}), got ["eu-central-1a"]; ${two}`,
    ],
    [
      'a zone twice',
      { availabilityZones: ['eu-central-1a', 'eu-central-1a'] },
      `'availabilityZones' must not name a zone twice (${TITLE}), got "eu-central-1a"; name 2 or 3 different zones: two subnets of one zone are lost together`,
    ],
    [
      'a zone of another region than the provider',
      { availabilityZones: ['eu-central-1a', 'eu-west-1b'] },
      `'availabilityZones' must be zones of eu-central-1 (${TITLE}), got "eu-west-1b"; write zones such as 'eu-central-1a', or name the region of the network: region: 'eu-west-1'`,
    ],
    [
      'a zone of another region than the network',
      { availabilityZones: ['eu-central-1a', 'eu-central-1b'], region: 'eu-west-1' },
      `'availabilityZones' must be zones of eu-west-1 (${TITLE}), got "eu-central-1a"; write zones such as 'eu-west-1a', or name the region of the network: region: 'eu-central-1'`,
    ],
    [
      'a Local Zone',
      { availabilityZones: ['eu-central-1a', 'eu-central-1-ham-1a'] },
      `'availabilityZones' must name zones of a region, and no Local Zone (${TITLE}), got "eu-central-1-ham-1a"; write zones such as 'eu-central-1a'`,
    ],
    [
      'a count beside named zones',
      { availabilityZones: ['eu-central-1a', 'eu-central-1b'], zoneCount: 3 },
      `'zoneCount' must be left out where availabilityZones are named (${TITLE}), got 3; remove it: there are as many zones as are named`,
    ],
  ])('%s', (_title, props, message) => {
    expect(messageOf(() => zonesOf(newStack(), props))).toBe(`[test] ${message}`);
  });

  test('zones of two regions, where no region is known', () => {
    const stack = new TerraformStack(temporaryApp(), 'test');
    expect(messageOf(() => zonesOf(stack, { availabilityZones: ['eu-central-1a', 'eu-west-1b'] }))).toBe(
      `[test] 'availabilityZones' must be zones of eu-central-1 (${TITLE}), got "eu-west-1b"; write zones such as 'eu-central-1a', or name the region of the network: region: 'eu-west-1'`
    );
  });

  test('tokens for the list and for the count', () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'zones', {});
    expect(messageOf(() => zonesOf(stack, { availabilityZones: variable.listValue }))).toBe(
      `[test] 'availabilityZones' must be known when the program runs (${TITLE}), got a token; ${two}`
    );
    expect(messageOf(() => zonesOf(stack, { zoneCount: variable.numberValue }))).toBe(
      `[test] 'zoneCount' must be known when the program runs (${TITLE}), got a token; write zoneCount: 3`
    );
  });
});
