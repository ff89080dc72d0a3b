// @ts-check

/** Why a file or a link gives no text; `code` is one of those that have their words in `strings.js`. */
export class WayInError extends Error {
  /**
   * @param {string} code
   * @param {ErrorOptions} [options]
   */
  constructor(code, options) {
    super(code, options);
    this.name = "WayInError";
    this.code = code;
  }
}
