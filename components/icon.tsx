import type { IconNode } from 'lucide'
import { createElement } from 'react'

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
    >
      {node.map(([tag, attributes]) =>
        createElement(tag, { ...attributes, key: JSON.stringify(attributes) }),
      )}
    </svg>
  )
}

interface Props {
  node: IconNode
  size?: number
  className?: string
}
