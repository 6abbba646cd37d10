/** Where the generated files of `public/_quire/` are served. Everything else below `public/` belongs to the author. */
export const PUBLIC_BASE = '/_quire'
