/** Next runs this once, when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { noteConnections } = await import('./lib/serving/note-connections')
  const { refuseRequests } = await import('./lib/serving/refuse-requests')
  noteConnections()
  refuseRequests()
}
