import type { ReactNode } from 'react'

/** The triangle on a poster. */
export function PlayMark(): ReactNode {
  return (
    <svg aria-hidden="true" className="play-mark" viewBox="0 0 48 48">
      <circle cx="24" cy="24" r="23" />
      <path d="M19 15.5v17l14-8.5z" />
    </svg>
  )
}
