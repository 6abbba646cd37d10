/** Next runs this once, when a server starts, and only where site.yaml switches responses on (next.config.js). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { noteConnections } = await import('./lib/responses/readers/connection')
  noteConnections()
}
