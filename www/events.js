// @ts-check
/** The events of `<who-said>`; all bubble and leave the shadow root. */

/** Without a DOM the classes can still be imported. */
const Base = /** @type {typeof CustomEvent} */ (globalThis.CustomEvent ?? class {});

/**
 * @template Detail
 * @extends {Base<Detail>}
 */
class WhoSaidEvent extends Base {
  /**
   * @param {string} name
   * @param {Detail} detail
   * @param {boolean} [cancelable]
   */
  constructor(name, detail, cancelable = false) {
    super(`who-said-${name}`, { bubbles: true, composed: true, cancelable, detail });
  }
}

/** @typedef {"idle" | "loading" | "working" | "ready" | "empty" | "error"} Status */

/** The element went from one status to another. @extends {WhoSaidEvent<{status: Status}>} */
export class WhoSaidStatusEvent extends WhoSaidEvent {
  /** @param {Status} status */
  constructor(status) {
    super("status", { status });
  }
}

/**
 * There is a report, of the text that `text` has.
 * @extends {WhoSaidEvent<{report: import("./corrections.js").CorrectedReport, text: string}>}
 */
export class WhoSaidReportEvent extends WhoSaidEvent {
  /**
   * @param {import("./corrections.js").CorrectedReport} report
   * @param {string} text
   */
  constructor(report, text) {
    super("report", { report, text });
  }
}

/** A quotation or date was selected, or none any more. @extends {WhoSaidEvent<{id: string | null}>} */
export class WhoSaidSelectEvent extends WhoSaidEvent {
  /** @param {string | null} id */
  constructor(id) {
    super("select", { id });
  }
}

/**
 * The reader corrected the report, or took a correction back.
 * @extends {WhoSaidEvent<{report: import("./corrections.js").CorrectedReport, corrections: readonly import("./corrections.js").Correction[]}>}
 */
export class WhoSaidEditEvent extends WhoSaidEvent {
  /**
   * @param {import("./corrections.js").CorrectedReport} report with all corrections
   * @param {readonly import("./corrections.js").Correction[]} corrections all that are in it, in order
   */
  constructor(report, corrections) {
    super("edit", { report, corrections });
  }
}

/**
 * A file is about to be handed to the reader; canceled, it is not.
 * @extends {WhoSaidEvent<{format: string, fileName: string, content: string}>}
 */
export class WhoSaidExportEvent extends WhoSaidEvent {
  /**
   * @param {string} format
   * @param {string} fileName
   * @param {string} content
   */
  constructor(format, fileName, content) {
    super("export", { format, fileName, content }, true);
  }
}

/** Something failed. @extends {WhoSaidEvent<{code: string, message: string, recoverable: boolean}>} */
export class WhoSaidErrorEvent extends WhoSaidEvent {
  /**
   * @param {string} code
   * @param {string} message
   * @param {boolean} recoverable whether there is, or can be, a report all the same
   */
  constructor(code, message, recoverable) {
    super("error", { code, message, recoverable });
  }
}
