import { showsDrafts } from './visibility'

/** Where this build is a preview: what it was built from. Undefined in the published site and in `dev`. */
export const preview: Preview | undefined = previewOf(process.env)

/**
 * A preview is what shows drafts to those who have its address: a deployment of another branch on Vercel, or a build
 * with `SHOW_DRAFTS=1`. It must say so, and search engines must not keep it (`next.config.js` says it in a header).
 * @see https://vercel.com/docs/environment-variables/system-environment-variables
 */
export function previewOf(env: Record<string, string | undefined>): Preview | undefined {
  if (env.NODE_ENV === 'development' || !showsDrafts(env)) return undefined
  return {
    branch: env.VERCEL_GIT_COMMIT_REF || undefined,
    commit: env.VERCEL_GIT_COMMIT_SHA?.slice(0, 7) || undefined,
  }
}

export interface Preview {
  branch?: string
  /** The first seven digits. */
  commit?: string
}
