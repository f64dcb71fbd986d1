import { Token } from 'cdktf';
import { Port } from '../../../lib';
import { messageOf } from '../../support/synth';

test('names a protocol, a port or a range', () => {
  expect(Port.HTTPS).toMatchObject({ protocol: 'tcp', fromPort: 443, toPort: 443, name: 'tcp 443' });
  expect(Port.udpRange(6000, 6010)).toMatchObject({ protocol: 'udp', fromPort: 6000, toPort: 6010 });
  expect([Port.tcp(8443), Port.udp(53), Port.tcpRange(1, 65535)].map(({ name }) => name)).toEqual([
    'tcp 8443',
    'udp 53',
    'tcp 1-65535',
  ]);
});

test.each([
  ['zero', () => Port.tcp(0), 'must be a whole number from 1 to 65535 (TOM 9.3 Least functionality), got 0'],
  [
    'too many',
    () => Port.udp(70_000),
    'must be a whole number from 1 to 65535 (TOM 9.3 Least functionality), got 70000',
  ],
  ['no number', () => Port.tcp(NaN), 'must be a whole number from 1 to 65535 (TOM 9.3 Least functionality), got NaN'],
  [
    'a fraction',
    () => Port.tcpRange(80.5, 90),
    'must be a whole number from 1 to 65535 (TOM 9.3 Least functionality), got 80.5',
  ],
  [
    'a token',
    () => Port.tcp(Token.asNumber({ port: 1 })),
    'must be a plain number, known when the program runs (TOM 9.3 Least functionality), got a token',
  ],
])('refuses %s', (_title, make, message) => {
  expect(messageOf(make)).toBe(`'port' ${message}; write a port such as Port.tcp(443)`);
});

test('refuses a range upside down', () => {
  expect(messageOf(() => Port.tcpRange(9000, 8000))).toBe(
    `'port' must be a range whose first port is not greater than its last (TOM 9.3 Least functionality), got [9000, 8000]; write Port.tcpRange(8000, 9000)`
  );
});

test('knows by which ports administrators connect', () => {
  const administrative = [Port.tcp(22), Port.tcp(3389), Port.tcpRange(20, 30), Port.tcpRange(1, 65535)];
  expect(administrative.map((port) => port.isAdministrative)).toEqual([true, true, true, true]);
  expect([Port.HTTPS, Port.udp(22), Port.tcpRange(24, 3388)].map((port) => port.isAdministrative)).toEqual([
    false,
    false,
    false,
  ]);
});
