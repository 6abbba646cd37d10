import type { ComponentProps } from 'react'

/** A callout is a note on the text, not a landmark of the page. Any other `<aside>` stays unchanged. */
export function Callout({ className, ...props }: ComponentProps<'aside'>) {
  const isCallout = className?.split(' ').includes('callout')
  return <aside className={className} role={isCallout ? 'note' : undefined} {...props} />
}
