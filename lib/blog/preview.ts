import { isPreview } from '../environment.js'

/**
 * What a preview was built from. Undefined in the published site and in `dev`.
 * @param environment as in `process.env`
 * @see https://vercel.com/docs/environment-variables/system-environment-variables
 */
export function previewOf(environment: Record<string, string | undefined>): Preview | undefined {
  if (!isPreview(environment)) return undefined
  return {
    branch: environment.VERCEL_GIT_COMMIT_REF || undefined,
    commit: environment.VERCEL_GIT_COMMIT_SHA?.slice(0, 7) || undefined,
  }
}

export interface Preview {
  branch?: string
  /** The first seven characters of the hash. */
  commit?: string
}
