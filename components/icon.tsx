import type { IconNode } from 'lucide'

/**
 * One icon of lucide as inline SVG: hidden from assistive technology, because the control around it has a name.
 * @param size Width and height in CSS pixels.
 */
export function Icon({ node, size = 18, className }: Props) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={1.5}
      viewBox="0 0 24 24"
      width={size}
      // One string instead of an element for each line: every page has the icons of the header.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: names and numbers of a package
      dangerouslySetInnerHTML={{ __html: node.map(toSvg).join('') }}
    />
  )
}

function toSvg([tag, attributes]: IconNode[number]): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<${tag}${written.join('')}/>`
}

interface Props {
  node: IconNode
  size?: number
  className?: string
}
