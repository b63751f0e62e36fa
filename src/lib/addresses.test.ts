import { expect, test } from 'vitest'
import { doorkeeper, RangeMalformed } from './addresses.ts'

const cases: [address: string, open: boolean][] = [
  ['1.1.1.1', true],
  ['93.184.215.14', true],
  ['100.63.255.255', true],
  ['172.15.255.255', true],
  ['172.32.0.1', true],
  ['192.167.255.255', true],
  ['223.255.255.255', true],
  ['0.0.0.0', false],
  ['0.1.2.3', false],
  ['10.0.0.1', false],
  ['100.64.0.1', false],
  ['100.100.100.200', false], // where a cloud keeps its machines' secrets
  ['127.0.0.1', false],
  ['127.255.255.254', false],
  ['168.63.129.16', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.0.0.1', false],
  ['192.0.2.1', false],
  ['192.88.99.1', false],
  ['192.168.1.1', false],
  ['198.18.0.1', false],
  ['198.19.255.255', false],
  ['198.51.100.1', false],
  ['203.0.113.1', false],
  ['224.0.0.1', false],
  ['240.0.0.1', false],
  ['255.255.255.255', false],
  ['2606:4700:4700::1111', true],
  ['2a00:1450:4001:81b::200e', true],
  ['::', false],
  ['::1', false],
  ['::127.0.0.1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:1.1.1.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::7f00:1', false], // NAT64 of 127.0.0.1
  ['64:ff9b:1::1', false],
  ['100::1', false],
  ['2001::1', false], // Teredo
  ['2001:0:53aa:64c::7f00:1', false],
  ['2001:10::1', false],
  ['2001:db8::1', false],
  ['2002:7f00:1::', false], // 6to4 of 127.0.0.1
  ['3fff::1', false],
  ['5f00::1', false],
  ['fc00::1', false],
  ['fd12:3456::1', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['2606:4700:4700::1111%eth0', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['localhost', false],
  ['', false],
]

test.each(cases)('%s is public: %s', (address, open) => {
  expect(doorkeeper([])(address)).toBe(open)
})

test('the owner opens a range, and no more than that range', () => {
  const opens = doorkeeper(['10.1.0.0/16', 'fd00::/8', '192.168.1.5'])
  expect(['10.1.2.3', 'fd00::1', '192.168.1.5', '10.2.0.1', 'fc00::1', '192.168.1.6'].map(opens)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test.each(['10.0.0.0/33', 'fd00::/129', 'example.org', '10.0.0.0/8/8', '', '10.0.0.0/-1', 'fe80::1%eth0'])(
  'the range %j is refused',
  (range) => {
    expect(() => doorkeeper([range])).toThrow(RangeMalformed)
  },
)
