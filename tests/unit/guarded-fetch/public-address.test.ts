import { expect, test } from 'vitest'
import { isPublicAddress } from '../../../lib/guarded-fetch/public-address'

test.each([
  ...['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254'],
  ...['100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1'],
  ...['240.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1'],
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1'],
  ...['2002:7f00:1::', '2002:a9fe:a9fe::1', '2001:db8::1', '2001::1', '100::1', 'not an address', ''],
])('%j does not belong to the public internet', (address) => expect(isPublicAddress(address)).toBe(false))

test.each([
  ...['1.1.1.1', '8.8.8.8', '140.82.121.4', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e'],
  ...['::ffff:8.8.8.8', '64:ff9b::808:808', '2002:808:808::1'],
])('%j belongs to the public internet', (address) => expect(isPublicAddress(address)).toBe(true))
