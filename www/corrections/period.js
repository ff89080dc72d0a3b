// @ts-check
/** A day, month or year in ISO 8601 as the stretch of time from its first day to the first day after it. */

/** What is later has no four figures for its year. */
const LAST_YEAR = 9999;

/**
 * Returns undefined where the value is none of them, or a day that no month has. The end is absent where it cannot be
 * written, as in the engine's reports.
 * @param {unknown} value
 * @returns {{from: string, to?: string} | undefined}
 */
export function periodOf(value) {
  const [, year, month, day] = (typeof value === "string" && /^(?!0000)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value)) || [];
  if (!year) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const from = dayOf(y, m, d);
  // A day that the month lacks is in another month.
  if (from.getUTCMonth() !== m - 1) return undefined;
  const to = day ? dayOf(y, m, d + 1) : month ? dayOf(y, m + 1, 1) : dayOf(y + 1, 1, 1);
  return { from: iso(from), ...(to.getUTCFullYear() <= LAST_YEAR && { to: iso(to) }) };
}

/**
 * @param {number} year
 * @param {number} month from 1
 * @param {number} day
 */
function dayOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

/** @param {Date} date */
function iso(date) {
  return date.toISOString().split("T")[0];
}
