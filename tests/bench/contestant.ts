/** A generator that builds the bench's posts. */
export interface Contestant {
  name: string
  /** The folder it builds in. */
  folder: string
  /** The posts' folder, absolute: one of its files is changed between builds. */
  posts: string
  /** Commands as program and arguments, run in `folder`. */
  build: string[]
  dev?: (port: number) => string[]
  environment?: Record<string, string>
  /** URL of a post's page in `dev`, by the post's file name. */
  pageOf: (file: string) => string
  /** Removes the output of builds, including caches. */
  clean: () => void
}
