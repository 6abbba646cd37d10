import type { Store } from '../store/store'
import { type Targets, verifyMentions } from './mentions'

/**
 * Verifies due mentions every minute: those whose site failed before, and those whose process ended before
 * verification. Started once per store; it does not keep the process running.
 */
export function keepVerifying(store: Store, targets: () => Targets): void {
  if (followed.has(store)) return
  followed.add(store)
  const verify = () =>
    verifyMentions(store, targets(), { now: Date.now() }).catch((error) => console.error(error))
  setInterval(verify, MINUTE).unref()
  verify()
}

const followed = new WeakSet<Store>()
const MINUTE = 60_000
