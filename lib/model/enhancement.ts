/** The two scripts of a reading page, as the build made them. */
export interface Enhancement {
  /** JavaScript for an inline script in the head. */
  head: string
  /** Root-relative address of the deferred script. */
  script: string
  /** Files of responses, where they are on. Root-relative addresses. */
  responses?: { stylesheet: string; adminScript: string }
}
