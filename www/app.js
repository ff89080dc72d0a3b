// @ts-check
/** Wires the page's controls to its one `<who-said>`. */

import { byId } from "./by-id.js";
import { directionOf } from "./direction.js";
import { keepForOffline } from "./offline.js";
import { pasteAsText } from "./paste.js";
import { PutAside } from "./put-aside.js";
import { dayInWords } from "./render/date-words.js";
import { seal } from "./seal.js";
import { page as strings } from "./strings.js";
import { chooseTheme, chosenTheme } from "./theme.js";
import { wireWaysIn } from "./ways-in/wire.js";

/** @typedef {import("./who-said-element.js").WhoSaidElement} WhoSaidElement */

const element = /** @type {WhoSaidElement} */ (byId("report"));
const box = /** @type {HTMLTextAreaElement} */ (byId("text"));

/** @param {"box" | "report"} view */
function showView(view) {
  document.body.dataset.view = view;
  byId("reference").hidden = view === "box";
}

/** Fulfilled when nothing can leave the page any more. @type {Promise<void> | undefined} */
let sealing;

/** Fetches all that the page will need, and seals it. */
function sealPage() {
  sealing ??= Promise.all([element.prefetch(), samples])
    .then(keepForOffline)
    .then(() => {
      seal();
      document.body.dataset.seal = "closed";
      byId("seal").hidden = false;
    })
    .catch((error) => {
      // The element says what could not be fetched; the next try begins anew.
      sealing = undefined;
      throw error;
    });
  return sealing;
}

/** What is read, or was read last. */
let text = "";

/** Reads the box; a text that comes before the seal waits for it. @param {string} [documentDate] */
async function analyze(documentDate = "") {
  aside.leave();
  text = box.value;
  element.documentDate = documentDate;
  try {
    await sealPage();
    await element.analyze(text);
  } catch {
    // What went wrong is told by the element.
  }
}

function wireBox() {
  byId("analyze").addEventListener("click", () => (box.value.trim() ? analyze() : box.focus()));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && box.value.trim()) analyze();
  });
  box.addEventListener("paste", (event) => {
    if (pasteAsText(event)) analyze();
  });
  box.addEventListener("input", (event) => {
    box.dir = directionOf(box.value);
    const { inputType } = /** @type {InputEvent} */ (event);
    if (inputType?.startsWith("insertFrom") && box.value.trim()) analyze();
  });
}

function wireReport() {
  element.addEventListener("who-said-report", () => {
    const { report } = element;
    if (!report) return;
    text = element.text;
    const isFirst = document.body.dataset.view === "box";
    showView("report");
    showReference(report.document.documentDate);
    byId("version").textContent = report.engine;
    if (!isFirst) return;
    // The box that had the focus is gone.
    byId("main").focus({ preventScroll: true });
    scrollTo(0, 0);
  });
  element.addEventListener("who-said-error", (event) => {
    if (/** @type {CustomEvent} */ (event).detail.recoverable || element.editing) return;
    if (document.body.dataset.view === "report") box.value = text;
    showView("box");
  });
  element.addEventListener("who-said-status", () => {
    if (element.status !== "idle" || document.body.dataset.view === "box") return;
    box.value = text = "";
    showView("box");
    box.focus();
  });
}

/** @param {import("./wasm/whosaid.js").DocumentDate} [found] */
function showReference(found) {
  byId("reference-label").hidden = !found;
  byId("reference-day").textContent = found ? dayInWords(found.value) : strings.noDate;
  byId("reference-basis").textContent = strings.basis[found?.basis ?? "none"];
  /** @type {HTMLInputElement} */ (byId("reference-input")).value = found?.value.slice(0, 10) ?? "";
  byId("reference-reset").hidden = found?.basis !== "option";
}

function wireReference() {
  const menu = /** @type {HTMLDetailsElement} */ (byId("reference"));
  const close = () => {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  };
  byId("reference-form").addEventListener("submit", (event) => {
    event.preventDefault();
    element.documentDate = /** @type {HTMLInputElement} */ (byId("reference-input")).value;
    close();
  });
  byId("reference-reset").addEventListener("click", () => {
    element.documentDate = "";
    close();
  });
}

/** Menus close as menus do: by Escape, by a click elsewhere, when the focus leaves. */
function wireMenus() {
  for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.menu"))) {
    document.addEventListener("click", (event) => {
      if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
    });
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !menu.contains(/** @type {Node} */ (relatedTarget))) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
  }
}

function wireTheme() {
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("#theme input"));
  const chosen = chosenTheme();
  for (const radio of radios) {
    if (radio.value === chosen) radio.checked = true;
    radio.addEventListener("change", () => chooseTheme(radio.value));
  }
}

/** @typedef {{file: string, title: string, text: string}} Sample */

/** How long a sample may keep the seal waiting, in milliseconds. */
const SAMPLE_LIMIT = 10_000;

/** All samples with their texts, fetched before the page is sealed; those that cannot be had are left out. */
async function fetchSamples() {
  /** @param {string} url */
  const get = async (url) => {
    const response = await fetch(url, { signal: AbortSignal.timeout(SAMPLE_LIMIT) });
    return response.ok ? response : Promise.reject(new Error(response.statusText));
  };
  /** @type {Sample[]} */
  const listed = await get("seeds.json").then((response) => response.json(), () => []);
  const texts = listed.map((sample) => get(`seeds/${sample.file}`).then(async (response) => ({ ...sample, text: await response.text() })));
  return (await Promise.allSettled(texts)).flatMap((each) => (each.status === "fulfilled" ? each.value : []));
}

const samples = fetchSamples();

async function wireSamples() {
  const known = await samples;
  for (const list of [byId("sample-links"), byId("sample-list")]) {
    for (const sample of known) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sample.title;
      button.addEventListener("click", () => openSample(sample));
      const item = list.localName === "ul" ? document.createElement("li") : list;
      item.append(item === list ? " " : "", button);
      if (item !== list) list.append(item);
    }
  }
  byId("sample-links").hidden = byId("samples").hidden = known.length === 0;
}

/** @param {Sample} sample */
function openSample({ text }) {
  /** @type {HTMLDetailsElement} */ (byId("samples")).open = false;
  open(text);
}

/** @param {string} text @param {string} [documentDate] */
function open(text, documentDate) {
  box.value = text;
  return analyze(documentDate);
}

const aside = new PutAside(element, byId("aside"), ({ text, documentDate }) => open(text, documentDate));

/** Without a connection the reader is told that none is needed. */
function wireConnection() {
  const tell = () => (byId("connection").textContent = navigator.onLine ? "" : strings.offline);
  addEventListener("online", tell);
  addEventListener("offline", tell);
  tell();
}

wireTheme();
wireConnection();
wireMenus();
byId("keys").addEventListener("click", () => element.showKeys().catch(() => {}));
wireBox();
wireReport();
wireReference();
wireSamples();
wireWaysIn({
  open,
  getText: () => (document.body.dataset.view === "box" ? box.value : text),
  countCorrections: () => element.corrections.length,
});
sealPage().then(() => element.start(), () => {});
