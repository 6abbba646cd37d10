// @ts-check
// A loader of the bundler (next.config.js), which is why it is CommonJS.

/**
 * Replaces Next's module that cuts every page into parts, so that its router can prefetch them: seven files per page and
 * twice its bytes, for a runtime that pages do not have. They took a quarter of the time of rendering pages. Where an
 * author's component keeps the runtime, its router loads the whole page instead. Next has no setting for it; another
 * version may need other functions, and then the build fails.
 * @see next/dist/server/app-render/collect-segment-data.js
 */
module.exports = () => `
export const collectSegmentData = async () => new Map()
export const collectPrefetchHints = async () => null
`
