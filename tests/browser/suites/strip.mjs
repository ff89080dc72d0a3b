// The article as one band: by mouse, by keyboard, by ear.
import assert from "node:assert/strict";
import { ferry } from "../articles.mjs";

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function strip(scenario) {
  const open = async (openPage) => {
    const { tab } = await openPage();
    await tab.resize(1280, 800);
    await tab.paste(ferry);
    await tab.reached("ready");
    return tab;
  };
  const current = (tab) =>
    tab.inElement((root) => ["mark", ".quote", ".piece"].map((what) => root.querySelector(`${what}[data-current]`)?.dataset.quotation));

  scenario("every quotation stands in the band where it stands in the text", async ({ openPage }) => {
    const tab = await open(openPage);
    const { places, expected } = await tab.inElement((root) => {
      const { text, report } = root.host;
      const { left, width } = root.querySelector(".strip").getBoundingClientRect();
      const places = [...root.querySelectorAll(".piece")].map((piece) => {
        const box = piece.querySelector(".hit").getBoundingClientRect();
        return [piece.dataset.quotation, Math.round(((box.left - left) / width) * 100), Math.round((box.width / width) * 100)];
      });
      const shown = new Set([...root.querySelectorAll(".quote")].map(({ dataset }) => dataset.quotation));
      const quotations = report.quotations.filter(({ id }) => shown.has(id));
      const percent = (offset) => Math.round((offset / text.length) * 100);
      const expected = quotations.map(({ id, content: [{ start, end }] }) => [id, percent(start), percent(end - start)]);
      return { places, expected };
    });
    assert.ok(places.length > 2);
    assert.deepEqual(places, expected);
  });

  scenario("a click in the band selects in text and list, and a filter gives way", async ({ openPage }) => {
    const tab = await open(openPage);
    await tab.click(".piece[data-quotation=q3]");
    assert.deepEqual(await current(tab), ["q3", "q3", "q3"]);
    await tab.click("[data-speaker=s1] .speaker-hit");
    await tab.click(".piece[data-quotation=q3]");
    const isHidden = await tab.inElement((root) => root.querySelector(".quote[data-quotation=q3]").hidden);
    assert.equal(isHidden, false);
  });

  scenario("the band is one stop of the tab key; arrows step, Enter goes to the text", async ({ openPage }) => {
    const tab = await open(openPage);
    const stops = () => tab.inElement((root) => [...root.querySelectorAll(".piece[tabindex='0']")].map(({ dataset }) => dataset.quotation));
    assert.deepEqual(await stops(), ["q1"]);
    await tab.inElement((root) => root.querySelector(".piece[tabindex='0']").focus());
    await tab.press("ArrowRight");
    await tab.press("ArrowRight");
    assert.deepEqual([await stops(), (await current(tab))[0]], [["q2"], "q2"]);
    await tab.press("ArrowLeft");
    await tab.press("ArrowLeft");
    assert.deepEqual(await stops(), ["q1"], "it stays at the first one");
    await tab.press("Enter");
    assert.equal(await tab.inElement((root) => root.activeElement.closest("mark")?.dataset.quotation), "q1");
  });

  scenario("the numbers of paragraphs stand apart where the band is narrow", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.resize(320, 640);
    await tab.analyze(Array.from({ length: 120 }, (_, index) => `“We will go to ${index},” Ana Ribeiro said.`).join("\n\n"));
    await tab.reached("ready");
    const { gaps, end } = await tab.inElement((root) => {
      const boxes = [...root.querySelectorAll(".strip .number")].map((number) => number.getBoundingClientRect());
      const gaps = boxes.slice(1).map(({ left }, index) => left - boxes[index].right);
      return { gaps, end: boxes.at(-1).right - root.querySelector(".strip").getBoundingClientRect().right };
    });
    assert.ok(gaps.length >= 8, `${gaps.length + 1} numbers`);
    assert.ok(Math.min(...gaps) >= 3, `${Math.min(...gaps)} pixels apart`);
    assert.ok(end <= 0, "none stands outside");
  });

  scenario("each piece says what it is, and the band who speaks where", async ({ openPage }) => {
    const tab = await open(openPage);
    const told = await tab.inElement((root) => ({
      piece: root.querySelector(".piece[data-quotation=q2]").getAttribute("aria-label"),
      band: root.querySelector("#strip-text").textContent,
    }));
    assert.equal(told.piece, "Quotation 2, Ana Ribeiro, direct, paragraph 3");
    assert.match(told.band, /^From left to right \d+ words in 4 paragraphs\. .*Ana Ribeiro: paragraphs 2, 3\./);
  });
}
