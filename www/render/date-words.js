// @ts-check
/** TIMEX3 values in words. What has no words here is shown as it is. */

import { dates as strings } from "../strings.js";

/** @typedef {import("../view.js").ReportDate} ReportDate */

const DAY = /^(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$/;
const CLOCK = /^(\d\d):(\d\d)/;
const DURATION = /^P(T?)(\d+(?:\.\d+)?|X)([A-Z]{1,2})$/;

/**
 * 13 April 2021
 * @param {string} value
 */
export function dayInWords(value) {
  const [, year, month, day, time] = DAY.exec(value) ?? [];
  return year ? `${Number(day)} ${strings.months[Number(month) - 1]} ${year}${timeInWords(time)}` : valueInWords(value);
}

/**
 * Tue 13 Apr 2021; April 2021; spring 2021; 2001 to 2003; since 1889; 3 days
 * @param {string} value
 * @returns {string}
 */
export function valueInWords(value) {
  const [, year, month, day, time] = DAY.exec(value) ?? [];
  if (year) {
    const weekday = strings.weekdays[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()];
    return `${weekday.slice(0, 3)} ${Number(day)} ${monthName(month).slice(0, 3)} ${year}${timeInWords(time)}`;
  }
  if (value.includes("/")) {
    const [from, to] = value.split("/").map((end) => (end === ".." ? "" : valueInWords(end)));
    return strings.range(from, to);
  }
  if (strings.references[value]) return strings.references[value];
  return durationInWords(value) ?? partInWords(value) ?? value;
}

/**
 * The value with its modifier; every week, where it recurs.
 * @param {Pick<ReportDate, "type" | "value" | "mod">} date
 */
export function dateInWords({ type, value, mod }) {
  const words = type === "SET" ? `${strings.every} ${valueInWords(value).replace(/^1 /, "")}` : valueInWords(value);
  return mod ? strings.modifiers[mod] + words : words;
}

/** @param {string} month */
function monthName(month) {
  return strings.months[Number(month) - 1] ?? month;
}

/** @param {string} [time] */
function timeInWords(time) {
  if (!time) return "";
  const [clock] = CLOCK.exec(time) ?? [];
  return `, ${clock ?? strings.dayParts[time] ?? time}`;
}

/** @param {string} value */
function durationInWords(value) {
  const [, isTime, count, unit] = DURATION.exec(value) ?? [];
  const name = strings.units[(isTime && "HMS".includes(unit) ? "T" : "") + unit];
  if (!name) return undefined;
  return `${count === "X" ? strings.some : count} ${name}${count === "1" ? "" : "s"}`;
}

/**
 * Years and their parts, decades, centuries, and days whose year is open.
 * @param {string} value
 */
function partInWords(value) {
  const [, open, month, day] = /^(XXXX)-(\d\d)(?:-(\d\d))?$/.exec(value) ?? [];
  if (open) return day ? `${Number(day)} ${monthName(month)}` : monthName(month);
  const [, weekday] = /^XXXX-WXX-([1-7])$/.exec(value) ?? [];
  if (weekday) return strings.weekdays[Number(weekday) % 7];
  const [, clock] = /^(?:XXXX-XX-XX)?T(.+)$/.exec(value) ?? [];
  if (clock) return timeInWords(clock).slice(2);
  if (/^\d{3}$/.test(value)) return `${value}0s`;
  if (/^FY\d{4}$/.test(value)) return strings.fiscal(value.slice(2));
  const [, year, part, weekend] = /^(\d{4}|XXXX)-(\d\d|[A-Z]\w*)(-WE)?$/.exec(value) ?? [];
  if (!year) return undefined;
  const name = partName(part);
  return name && `${weekend ? strings.weekend : ""}${name}${year === "XXXX" ? "" : ` ${year}`}`;
}

/** @param {string} part */
function partName(part) {
  if (/^\d\d$/.test(part)) return monthName(part);
  if (strings.seasons[part]) return strings.seasons[part];
  const count = String(Number(part.slice(1)));
  const named = { Q: strings.quarter, H: strings.half, W: strings.week }[part[0]];
  return count === "NaN" ? undefined : named?.(count);
}
