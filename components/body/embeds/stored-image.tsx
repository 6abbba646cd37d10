import type { ReactNode } from 'react'
import type { StoredPicture } from '@/lib/snapshots/snapshot'

/**
 * A picture of a snapshot: already stored in its display size, with width and height, so that nothing moves when it
 * loads.
 */
export function StoredImage({ picture: { src, width, height, alt }, className }: Props): ReactNode {
  return (
    // biome-ignore lint/performance/noImgElement: next/image is a client component and would keep the runtime here
    <img
      alt={alt}
      className={className}
      decoding="async"
      height={height}
      loading="lazy"
      src={src}
      width={width}
    />
  )
}

interface Props {
  picture: StoredPicture
  className?: string
}
