/**
 * Tells a WebSub hub that feeds have changed, so that it fetches them and tells their subscribers. How is left to hubs
 * by the standard; all public ones take this form.
 * @param feeds complete URLs
 * @returns a line for each feed that the hub did not take, and why; none where all went well
 * @see https://www.w3.org/TR/websub/#publishing and https://pubsubhubbub.appspot.com/
 */
export async function pingHub(hub: string, feeds: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(feeds.map((feed) => ping(hub, feed)))
  return answers.flatMap((problem, at) => (problem === undefined ? [] : `${feeds[at]}: ${problem}`))
}

async function ping(hub: string, feed: string): Promise<string | undefined> {
  try {
    const response = await fetch(hub, {
      method: 'POST',
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed }),
      signal: AbortSignal.timeout(PATIENCE),
    })
    return response.ok ? undefined : `the hub answered ${response.status}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Milliseconds for an answer. */
const PATIENCE = 20_000
