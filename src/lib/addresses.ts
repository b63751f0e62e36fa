/** Which network addresses belong to the public internet, and which lead into somebody's house. */
import { BlockList, isIP } from 'node:net'

/**
 * Says of an address whether we may connect to it: a globally routable one, or one in a range (CIDR) that the owner of
 * the instance allowed. Throws `RangeMalformed` when a range can't be read.
 */
export function doorkeeper(allow: readonly string[]): (address: string) => boolean {
  const allowed = new BlockList()
  for (const range of allow) addRange(allowed, range)
  return (address) => {
    const family = isIP(address)
    // A zone (`fe80::1%eth0`) names an interface of this machine: never public, and BlockList can't read it.
    if (family === 0 || address.includes('%')) return false
    if (family === 4) return allowed.check(address, 'ipv4') || !notPublic4.check(address, 'ipv4')
    return allowed.check(address, 'ipv6') || (global6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6'))
  }
}

export class RangeMalformed extends Error {
  override name = 'RangeMalformed'
  constructor(range: string) {
    super(`"${range}" is not a range of addresses; write one like 10.0.0.0/8 or fd00::/8`)
  }
}

// IANA's IPv4 special-purpose registry (RFC 6890 and what followed), multicast and the reserved rest. The last one is
// the host agent that answers inside each Azure machine: a public number that leads to private things.
const notPublic4 = rangesOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
])

// In IPv6 only 2000::/3 is handed out for the public internet (RFC 4291), so everything else is refused unseen: `::`,
// ::1, ::127.0.0.1, ::ffff:0:0/96 (mapped IPv4), 64:ff9b::/96 (NAT64), 100::/64, fc00::/7, fe80::/10, fec0::/10, ff00::/8.
const global6 = rangesOf(['2000::/3'])

// Within it: protocol assignments with Teredo and ORCHID, documentation, 6to4, and the returned 6bone.
const notPublic6 = rangesOf(['2001::/23', '2001:db8::/32', '2002::/16', '3ffe::/16', '3fff::/20'])

function rangesOf(ranges: readonly string[]) {
  const list = new BlockList()
  for (const range of ranges) addRange(list, range)
  return list
}

function addRange(list: BlockList, range: string) {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(range.trim()) ?? []
  const family = isIP(address)
  const width = family === 6 ? 128 : 32
  const prefix = bits === undefined ? width : Number(bits)
  if (family === 0 || address.includes('%') || prefix > width) throw new RangeMalformed(range)
  list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4')
}
