/** `.quire/build.json`: when a build began. All its pages are rendered for this moment. */
export interface BuildMoment {
  /** Milliseconds since 1970. */
  now: number
}
