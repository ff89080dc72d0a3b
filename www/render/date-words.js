// @ts-check
/**
 * TIMEX3 values in words. A value is no word: where there are none for it, the article's own words stand in its place.
 *
 * A value is a range, a length, or a point: a period with or without a time of day. What is open in it is written X, and
 * where too little is left to be told, as in XXXX-XX-04, there are no words. “Last weekend” tells more than “weekend”.
 */

import { beginningOf } from "../one-line.js";
import { dates as strings } from "../strings.js";

/** @typedef {import("../view.js").ReportDate} ReportDate */
/** @typedef {Pick<ReportDate, "type" | "value" | "mod" | "text">} Told what of a date its words are made of */

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const POINT = /^([^T]*?)(?:T(.+))?$/;
/** The hour is 24 at the end of a day. */
const CLOCK = /^([01]\d|2[0-4]):([0-5]\d)(?:Z|([+-])(\d\d):(\d\d))?$/;
const LENGTH = /^P((?:(?:\d+(?:\.\d+)?|X)(?:WE|NI|DE|CE|[YQMWD]))*)(?:T((?:(?:\d+(?:\.\d+)?|X)[HMS])+))?$/;
const AMOUNT = /(\d+(?:\.\d+)?|X)([A-Z]+)/g;
/** How far from something it is; no point in time is less or more than another. */
const DISTANCE = /^(LESS_THAN|MORE_THAN|EQUAL_OR_LESS|EQUAL_OR_MORE)$/;
/** More of the article's words than this are not shown for a date. */
const LONGEST = 80;

/**
 * 13 April 2021; April 2021: what the reader sets, or dates are counted from, which is never open
 * @param {string} value
 */
export function dayInWords(value) {
  return longDay(value) ?? valueInWords(value) ?? value;
}

/**
 * When something was said: 13 April 2021, 10:30; Tuesday; last week
 * @param {Told} date
 */
export function saidInWords(date) {
  return (date.mod ? undefined : longDay(date.value)) ?? dateInWords(date);
}

/**
 * The value with its modifier; every week, where it recurs; the article's own words where the value has none.
 * @param {Told} date
 */
export function dateInWords({ type, value, mod, text }) {
  const words = type === "SET" ? recurringInWords(value) : valueInWords(value);
  const isMisleading = mod && DISTANCE.test(mod) && (type === "DATE" || type === "TIME");
  if (!words || isMisleading) return beginningOf(text, LONGEST);
  return mod ? strings.modified(mod, words) : words;
}

/**
 * What a table has for machines to sort by where the day is known, words where it is open.
 * @param {Told} date
 */
export function dateInTable(date) {
  const isCalendar = /^\d{4}(-\d\d){0,2}$/.test(date.value) || /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(date.value);
  return isCalendar && !date.value.includes("/") ? date.value : dateInWords(date);
}

/**
 * Tue 13 Apr 2021; April 2021; spring 2021; Tuesday night; 2001 to 2003; from 1889 on; 3 days
 * @param {string} value
 * @returns {string | undefined}
 */
export function valueInWords(value) {
  return value.includes("/") ? rangeInWords(value) : (strings.references[value] ?? lengthInWords(value) ?? pointInWords(value));
}

/** @param {string} value */
function rangeInWords(value) {
  const [from, to] = value.split("/");
  const [first, last] = [from, to].map((end) => (end === ".." ? "" : endInWords(end)));
  if (first === undefined || last === undefined) return undefined;
  const [day, time] = to.split("T");
  const isOneDay = time && from.startsWith(`${day}T`);
  return strings.range(first, isOneDay ? (timeInWords(time) ?? last) : last);
}

/** A time alone, as ranges have it, is written without its T. @param {string} value */
function endInWords(value) {
  return valueInWords(value) ?? timeInWords(value);
}

/** @param {string} value */
function pointInWords(value) {
  const [, period, time] = POINT.exec(value) ?? [];
  const isAnyDay = !period || period === "XXXX-XX-XX";
  // A part of a day is told better by the article: “tonight”, “yesterday morning”.
  if (isAnyDay) return time && CLOCK.test(time) ? timeInWords(time) : undefined;
  const day = periodInWords(period);
  if (!day || !time) return day;
  const clock = timeInWords(time);
  if (!clock) return undefined;
  return strings.dayParts[time] && /^XXXX-WXX/.test(period) ? `${day} ${clock}` : `${day}, ${clock}`;
}

/**
 * every day; every 2 weeks; every Saturday night; every morning
 * @param {string} value
 */
function recurringInWords(value) {
  const [, period, time] = POINT.exec(value) ?? [];
  if (value === "XXXX-WXX-WE") return strings.every(strings.weekend);
  const isAnyDay = period === "XXXX-XX-XX" && time !== undefined;
  const length = lengthInWords(value);
  const words = isAnyDay ? timeInWords(time) : length ? length.replace(/^1 /, "").replace(/^half an? /, "half ") : valueInWords(value);
  return words && strings.every(isAnyDay && !strings.dayParts[time] ? strings.anyDay(words) : words);
}

/** @param {string} value */
function longDay(value) {
  const [, period, time] = POINT.exec(value) ?? [];
  const [, year, month, day] = DAY.exec(period) ?? [];
  const clock = time && timeInWords(time);
  return year && (clock || !time) ? [`${Number(day)} ${monthName(month)} ${Number(year)}`, clock].filter(Boolean).join(", ") : undefined;
}

/** 10:30; 09:00 UTC−5; midnight; evening @param {string} time */
function timeInWords(time) {
  if (strings.dayParts[time]) return strings.dayParts[time];
  const [, hour, minute, sign, hours, minutes] = CLOCK.exec(time) ?? [];
  if (!hour) return undefined;
  const zone = time.endsWith("Z") ? strings.zone("", 0, 0) : sign ? strings.zone(sign, Number(hours), Number(minutes)) : "";
  return [hour === "24" && minute === "00" ? strings.midnight : `${hour}:${minute}`, zone].filter(Boolean).join(" ");
}

/** 3 days; 5 hours and 30 minutes; half a year @param {string} value */
function lengthInWords(value) {
  const [whole, days = "", times = ""] = LENGTH.exec(value) ?? [];
  if (!whole || !(days || times)) return undefined;
  const amounts = [...days.matchAll(AMOUNT)].map(([, count, unit]) => strings.amount(count, strings.units[unit]));
  const ofDay = [...times.matchAll(AMOUNT)].map(([, count, unit]) => strings.amount(count, strings.units[`T${unit}`]));
  return strings.joined([...amounts, ...ofDay]);
}

/**
 * Days, weeks, months, years and their parts, decades, centuries.
 * @param {string} value without a time
 */
function periodInWords(value) {
  const [, year, month, day] = DAY.exec(value) ?? [];
  if (year) return shortDay(value) ?? `${Number(day)} ${shortName(monthName(month))} ${Number(year)}`;
  const [, openMonth, openDay] = /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(value) ?? [];
  if (openMonth) return openDay ? `${Number(openDay)} ${monthName(openMonth)}` : monthName(openMonth);
  const [, weekday] = /^XXXX-WXX-([1-7])$/.exec(value) ?? [];
  if (weekday) return strings.weekdays[Number(weekday) % 7];
  if (/^\d\d$/.test(value)) return strings.century(Number(value) + 1);
  if (/^\d{3}$/.test(value)) return strings.decade(`${Number(value)}0`);
  if (/^XX\d{1,2}$/.test(value)) return value.length === 3 ? strings.shortDecade(`${value[2]}0`) : strings.shortYear(value.slice(2));
  if (/^FY\d{4}$/.test(value)) return strings.fiscal(value.slice(2));
  if (/^\d{4}$/.test(value)) return String(Number(value));
  const [, ofYear, week, isWeekend] = /^(\d{4}|XXXX)-W(\d\d)(-WE)?$/.exec(value) ?? [];
  if (week) return weekInWords(ofYear, Number(week), isWeekend !== undefined);
  return partInWords(value);
}

/** Parts of a year, of which the year may be open. @param {string} value */
function partInWords(value) {
  const [, year, part] = /^(\d{4}|XXXX)-(\d\d|SP|SU|FA|WI|[QH]\d)$/.exec(value) ?? [];
  if (!year) return undefined;
  const of = year === "XXXX" ? "" : String(Number(year));
  if (part.startsWith("H")) return strings.half(Number(part[1]), of);
  const name = part.startsWith("Q") ? strings.quarter(part[1]) : (strings.seasons[part] ?? monthName(part));
  return name && [name, of].filter(Boolean).join(" ");
}

/**
 * By the Monday of a week, and the Saturday of a weekend: few readers count weeks.
 * @param {string} year or XXXX
 * @param {number} week as ISO 8601 counts
 * @param {boolean} isWeekend
 */
function weekInWords(year, week, isWeekend) {
  if (year === "XXXX") return isWeekend ? undefined : strings.week(String(week));
  // The fourth of January is in the first week.
  const fourth = new Date(`${year}-01-04T00:00:00Z`);
  const monday = fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  fourth.setUTCDate(monday + (isWeekend ? 5 : 0));
  const day = longDay(fourth.toISOString().slice(0, 10)) ?? "";
  return isWeekend ? strings.weekendOf(day) : strings.weekOf(day);
}

/** With its weekday, if there was such a day. @param {string} value */
function shortDay(value) {
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value)) return undefined;
  const [weekday, month] = [strings.weekdays[date.getUTCDay()], strings.months[date.getUTCMonth()]];
  return `${shortName(weekday)} ${date.getUTCDate()} ${shortName(month)} ${date.getUTCFullYear()}`;
}

/** @param {string} name of a month or weekday */
function shortName(name) {
  return name.slice(0, 3);
}

/** @param {string} month */
function monthName(month) {
  return strings.months[Number(month) - 1];
}
