import { getImageProps } from 'next/image'
import type { ComponentProps, ReactNode } from 'react'
import type { PictureFacts } from '@/lib/blog/body/body-facts'
import { stringsFor } from '@/lib/strings'

/**
 * A picture of a text. Our own are served in several widths and a modern format by the image optimizer; a remote
 * picture, an SVG or an animation stays unchanged. One that is wider than the text opens in a popover.
 *
 * `#dark` or `#light` at the end of the URL shows it in that theme only.
 */
export function Picture({ facts, lang, className, alt = '', ...image }: Props) {
  const wide = Number(image.width) > textWidth
  const theme = /#(dark|light)$/.exec(image.src ?? '')?.[1]
  const classes = [className, wide && 'wide', theme && `only-${theme}`].filter(Boolean).join(' ') || undefined
  const picture = (
    // biome-ignore lint/performance/noImgElement: next/image is a client component and would keep the runtime here
    <img
      {...image}
      {...widths(image)}
      alt={alt}
      className={wide && !facts?.isLinked ? undefined : classes}
      fetchPriority={image.loading === 'lazy' ? undefined : 'high'}
    />
  )
  if (!wide || !facts || facts.isLinked) return picture
  return (
    <Enlargeable lang={lang} alt={alt} className={classes} id={`picture-${facts.number}`} image={image}>
      {picture}
    </Enlargeable>
  )
}

/** The picture as a button that opens its full size over the page: a popover, so that it needs no script. */
function Enlargeable({ alt, className, id, image, lang, children }: EnlargeableProps) {
  const strings = stringsFor(lang)
  return (
    <span className={className}>
      <button className="enlarge" popoverTarget={id} title={strings.enlarge} type="button">
        {children}
      </button>
      <span aria-label={strings.enlarged(alt)} className="enlarged" id={id} popover="auto" role="dialog">
        <button popoverTarget={id} popoverTargetAction="hide" title={strings.close} type="button">
          {/* biome-ignore lint/performance/noImgElement: as above */}
          <img {...image} alt={alt} loading="lazy" />
        </button>
      </span>
    </span>
  )
}

function widths({ src = '', width, height }: ImageProps) {
  if (!src.startsWith('/') || src.startsWith('//') || !width || !height) return {}
  if (!/\.(avif|jpe?g|png|webp)(#|$)/i.test(src)) return {}
  const shown = Math.min(Number(width), widest)
  const { props } = getImageProps({
    src: src.replace(/#.*$/, ''),
    alt: '',
    width: Number(width),
    height: Number(height),
    sizes: `(min-width: ${shown + 40}px) ${shown}px, 100vw`,
  })
  // The optimizer never enlarges: a width above the picture's would be the same file with another name.
  const candidates = props.srcSet?.split(', ') ?? []
  const enough = candidates.findIndex((candidate) => Number(/ (\d+)w$/.exec(candidate)?.[1]) >= Number(width))
  const useful = enough < 0 ? candidates : candidates.slice(0, enough + 1)
  return {
    src: useful.at(-1)?.replace(/ \d+w$/, '') ?? props.src,
    srcSet: useful.join(', '),
    sizes: props.sizes,
  }
}

/** The width of the text, and the widest picture in it: CSS pixels at the largest type size. */
const textWidth = 660
const widest = 800

/** React's type also allows a Blob; a text only contains URLs. */
type ImageProps = ComponentProps<'img'> & { src?: string }

interface Props extends ImageProps {
  /** Absent outside of a text. */
  facts?: PictureFacts
  /** Of the interface. */
  lang: string
}

interface EnlargeableProps {
  alt: string
  className?: string
  id: string
  image: ImageProps
  lang: string
  children: ReactNode
}
