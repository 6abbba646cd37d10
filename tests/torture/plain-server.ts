/** A static file server that does nothing else: `plain-server.ts FOLDER PATH…` serves the pages of a built site, and prints its port. */
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

const [folder = '.', ...paths] = process.argv.slice(2)
const files = new Map(paths.map((path) => [path, fileOf(path)]))

const server = createServer((incoming, response) => {
  const file = files.get(incoming.url ?? '')
  response.writeHead(file ? 200 : 404, { 'content-type': 'text/html' })
  if (file) createReadStream(file).pipe(response)
  else response.end()
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
})

/** What Next prerendered for a path: a page, or the text of a route. */
function fileOf(path: string): string | undefined {
  const name = path === '/' ? '/index' : path
  return ['.html', '.body']
    .map((ending) => join(folder, '.next', 'server', 'app', name + ending))
    .find((file) => existsSync(file))
}
