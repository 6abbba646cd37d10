/** `.quire/build.json`: when a build began. Every page of it is rendered for this moment. */
export interface BuildMoment {
  /** Milliseconds since 1970. */
  now: number
}
