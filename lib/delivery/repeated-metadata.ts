import { attribute, type Element, elementsOf, type Page } from './html'

/**
 * The `twitter:` metadata that Next derives from `og:` metadata. Cards fall back to `og:` for a missing title,
 * description and picture; only for the alternative text no such fallback is documented.
 * @see https://developer.x.com/en/docs/x-for-websites/cards/guides/getting-started#opengraph
 */
export function repeatedMetadata(page: Page): Set<Element> {
  const metadata = elementsOf(page).filter(({ tagName }) => tagName === 'meta')
  const said = new Map(metadata.map((meta) => [attribute(meta, 'property'), attribute(meta, 'content')]))
  return new Set(
    metadata.filter((meta) => {
      const [, key] =
        /^twitter:(title|description|image(?::width|:height)?)$/.exec(attribute(meta, 'name') ?? '') ?? []
      return key !== undefined && said.get(`og:${key}`) === attribute(meta, 'content')
    }),
  )
}
