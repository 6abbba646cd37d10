import { createServer } from 'node:net'

/** A free port of this machine: the system chooses one for port 0. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      if (address === null || typeof address === 'string') throw new Error('The system named no port.')
      probe.close(() => resolve(address.port))
    })
  })
}
