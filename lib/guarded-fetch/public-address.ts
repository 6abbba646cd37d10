import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address belongs to the public internet. Loopback, private networks, link-local addresses (cloud
 * metadata is at 169.254.169.254), carrier networks, multicast and reserved ranges do not; nor do IPv6 addresses that
 * represent such an IPv4 address.
 * @param address in any spelling that a resolver or a URL gives: `127.0.0.1`, `::ffff:7f00:1`
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast'
  const bytes = parsed.toByteArray()
  const embedded = embeddedIpv4(bytes)
  if (embedded) return isPublicAddress(embedded.join('.'))
  // Only 2000::/3 is allocated; `range` knows the exceptions within it.
  return parsed.range() === 'unicast' && ((bytes[0] ?? 0) & 0xe0) === 0x20
}

/** The IPv4 address that an IPv6 address represents: mapped, compatible, translated (NAT64) or tunnelled (6to4). */
function embeddedIpv4(bytes: readonly number[]): number[] | undefined {
  const starts = (prefix: readonly number[]) => prefix.every((byte, index) => bytes[index] === byte)
  const zeros = (count: number) => Array<number>(count).fill(0)
  if (starts([...zeros(10), 0xff, 0xff]) || starts([...zeros(8), 0xff, 0xff, 0, 0])) return bytes.slice(12)
  if (starts([0x00, 0x64, 0xff, 0x9b, ...zeros(8)])) return bytes.slice(12)
  if (starts([0x20, 0x02])) return bytes.slice(2, 6)
  return undefined
}
