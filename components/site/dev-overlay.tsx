import type { ReactNode } from 'react'

/** Only in `dev`: the script that shows the author's mistakes over the page (`lib/dev/overlay-server.ts`). */
export function DevOverlay(): ReactNode {
  const src = process.env.NODE_ENV === 'development' ? process.env.QUIRE_OVERLAY : undefined
  return src ? <script defer src={src} /> : null
}
