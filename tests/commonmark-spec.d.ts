declare module 'commonmark-spec' {
  /** The examples of the specification. In both texts `→` stands for a tab. */
  export const tests: { markdown: string; html: string; section: string; number: number }[]
}
