// @ts-check

/**
 * A loader of the bundler, which is why it is CommonJS: replaces a module by the code in its options (next.config.js). In the
 * options, because the bundler's cache notices a change there and not in this file.
 * @this {{ getOptions(): { code: string } }}
 */
module.exports = function replaceModule() {
  return this.getOptions().code
}
