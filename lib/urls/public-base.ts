/** The URL path of the generated files in `public/_quire/`. Everything else below `public/` belongs to the author. */
export const PUBLIC_BASE = '/_quire'
