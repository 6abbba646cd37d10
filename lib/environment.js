// @ts-check

// What the environment of a build decides. Plain JavaScript, because `next.config.js` reads it too.

/**
 * Whether this build shows drafts and scheduled posts: in `dev`, in a preview deployment on Vercel, and where
 * `SHOW_DRAFTS=1` is set; nowhere else.
 *
 * @param {Environment} environment
 * @returns {boolean}
 * @see https://vercel.com/docs/environment-variables/system-environment-variables
 */
export function showsDrafts(environment) {
  return (
    environment.NODE_ENV === 'development' ||
    environment.VERCEL_ENV === 'preview' ||
    environment.SHOW_DRAFTS === '1'
  )
}

/**
 * Whether this is a preview: a built site that shows drafts to everybody who has its URL. It says so on each page,
 * and search engines must not index it.
 *
 * @param {Environment} environment
 * @returns {boolean}
 */
export function isPreview(environment) {
  return environment.NODE_ENV !== 'development' && showsDrafts(environment)
}

/** @typedef {Record<string, string | undefined>} Environment as in `process.env` */
