// @ts-check

/** Why there is no report; `code` is one of the fixed codes that `who-said-error` carries. */
export class EngineError extends Error {
  /**
   * @param {string} code
   * @param {string} [message]
   * @param {ErrorOptions} [options]
   */
  constructor(code, message = code, options) {
    super(message, options);
    this.name = "EngineError";
    this.code = code;
  }
}
