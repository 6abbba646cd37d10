/** An error whose message is written for the author: commands print all of its lines, of other errors only the first. */
export class AuthorError extends Error {
  override name = 'AuthorError'
}
