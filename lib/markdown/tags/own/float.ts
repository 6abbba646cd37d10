/** A floating-point number of Go: JavaScript does not tell `2.0` from `2`, and Go divides them differently. */
export class Float {
  constructor(readonly number: number) {}
}
