import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WAYS } from '../support/constructs';
import { reachableNetwork } from '../support/network';
import { Written, newStack } from '../support/synth';

const FILE = join(__dirname, 'addresses.json');
const GOLDEN = JSON.parse(readFileSync(FILE, 'utf8')) as { [title: string]: string[] };

const addressesOf = ({ make }: (typeof WAYS)[number]): string[] => {
  const stack = newStack();
  make(stack, 'It', () => reachableNetwork(stack));
  return Written.of(stack).addresses;
};

// A changed address makes Terraform destroy what stands at the old one. Anyone who must change one ships `moveFromId` with the construct, says so in
// the changelog, and only then calls `npm run addresses`.
if (process.env.UPDATE_ADDRESSES !== undefined) {
  test('writes addresses.json', () => {
    const all = Object.fromEntries(WAYS.map((way) => [way.title, addressesOf(way)]));
    writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
    expect(Object.keys(all)).not.toHaveLength(0);
  });
} else {
  test('addresses.json has every way to make a construct, and no other', () => {
    expect(Object.keys(GOLDEN)).toEqual(WAYS.map(({ title }) => title));
  });

  test.each(WAYS)('$title keeps its addresses', (way) => {
    expect(addressesOf(way)).toEqual(GOLDEN[way.title]);
  });
}
