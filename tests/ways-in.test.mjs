// The ways into the page as far as they need no document: encodings, Markdown, zip files, links.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { HtmlRenderer, Parser } from "commonmark";
import { decode } from "../www/ways-in/decode.js";
import { readFile } from "../www/ways-in/file.js";
import { textOfMarkdown } from "../www/ways-in/markdown.js";
import { LONGEST_TEXT, linkTo, textOfHash } from "../www/ways-in/permalink.js";
import { readDirectory, readEntry } from "../www/ways-in/zip.js";
import { zip } from "./ways-in/documents.mjs";

const SENTENCE = "“Café für Zoë,” she said – twice.";
const ASCII = "\"We go,\" said Ana Ribeiro.";

const bytes = (...parts) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
const utf16 = (text) => Buffer.from(text, "utf16le");
const swapped = (text) => Buffer.from(utf16(text)).swap16();
/** Without the marks in which Windows-1252 is not Latin-1, which Node 20 takes it for; the browsers are asked for those. */
const LATIN = '"Café für Zoë," she said - twice.';
const windows = Buffer.from(LATIN, "latin1");

const coded = (code) => (error) => error.name === "WayInError" && error.code === code;

test("an encoding that the file tells is taken, without its mark in the text", () => {
  for (const [encoding, file] of [
    ["UTF-8", bytes("\ufeff", SENTENCE)],
    ["UTF-16", bytes([0xff, 0xfe], utf16(SENTENCE))],
    ["UTF-16", bytes([0xfe, 0xff], swapped(SENTENCE))],
    ["UTF-8", bytes(SENTENCE)],
  ]) {
    assert.deepEqual(decode(file), { text: SENTENCE, encoding, isGuessed: false });
  }
  assert.deepEqual(decode(bytes(ASCII)), { text: ASCII, encoding: "UTF-8", isGuessed: false });
  assert.deepEqual(decode(bytes()), { text: "", encoding: "UTF-8", isGuessed: false });
});

test("one that it does not tell is guessed, and said to be", () => {
  assert.deepEqual(decode(bytes(utf16(SENTENCE))), { text: SENTENCE, encoding: "UTF-16", isGuessed: true });
  assert.deepEqual(decode(bytes(swapped(SENTENCE))), { text: SENTENCE, encoding: "UTF-16", isGuessed: true });
  assert.deepEqual(decode(bytes(windows)), { text: LATIN, encoding: "Windows-1252", isGuessed: true });
});

test("a page’s own declaration is honored where its bytes are in it", () => {
  const isHtml = true;
  const cyrillic = bytes('<meta charset="windows-1251"><p>', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
  assert.match(decode(cyrillic, { isHtml }).text, /Привет$/);
  assert.equal(decode(cyrillic, { isHtml }).isGuessed, false);
  assert.doesNotMatch(decode(cyrillic).text, /Привет/, "only a page declares so");
  const old = bytes("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", windows);
  assert.deepEqual([decode(old, { isHtml }).encoding, decode(old, { isHtml }).isGuessed], ["Windows-1252", false]);
  for (const wrong of ['<meta charset="utf-8">', '<meta charset="nothing-such">', "<!-- <meta charset=windows-1251> -->"]) {
    const { encoding, isGuessed } = decode(bytes(wrong, windows), { isHtml });
    assert.deepEqual([encoding, isGuessed], ["Windows-1252", true], wrong);
  }
  assert.equal(decode(bytes('<meta charset="utf-16">', SENTENCE), { isHtml }).encoding, "UTF-8");
});

const ARTICLE = `# The *ferry* returns #

By [Lena Okafor](https://paper.example/okafor_(desk) "her page"), Port Halden
===

> “We **kept** our _word_,” Ana Ribeiro said. “It's [the mayor's][1] turn.”
>
> 'Not **one *single* cent**,' said Tomas Lindqvist\\*.

![The ferry](ferry.png "At noon")

\\*The captain's 5 * 3 * 2 crew_size_table rule\\
holds.

***

[1]: https://paper.example/mayor
`;

test("Markdown loses what formats it, as the reference implementation reads it", () => {
  const root = new Parser().parse(ARTICLE);
  const html = new HtmlRenderer().render(root);
  const words = (text) => text.split(/\s+/).filter(Boolean).join(" ");
  const expected = html.replace(/<[^>]*>/g, " ").replaceAll("&quot;", '"').replaceAll("&gt;", ">");
  const text = textOfMarkdown(ARTICLE);
  assert.equal(words(text).replace(/ (?=[,.])/g, ""), words(expected).replace(/ (?=[,.’])/g, ""));
  assert.match(text, /^The ferry returns\n\nBy Lena Okafor, Port Halden\n/);
  assert.match(text, /“We kept our word,” Ana Ribeiro said\. “It's the mayor's turn\.”\n\n'Not one single cent,' said/);
});

test("what only looks like Markdown stays in the text", () => {
  for (const text of [
    "“f**k it,” she said, and ‘s**t’ too.",
    "He said 'we' and \"they\" for 5 * 4 * 3 days, #1 of snake_case_names.",
    "The [sic] was theirs (and [theirs] alone).",
    "*Footnote: 3 > 2, and a_b",
    "- “Yes.”\n- “No.”",
  ]) {
    assert.equal(textOfMarkdown(text), text);
  }
  assert.equal(textOfMarkdown("```\n# not *a* heading\n```\n# one"), "# not *a* heading\n\none");
});

test("hostile Markdown is read in time that grows with its length", () => {
  for (const line of ["*a ", "_", "[", "[a](", "![a](b", "# ", "> ", "#", " ", "[a](()", "- ", "**a*_", "\\"]) {
    const time = (count) => {
      const times = Array.from({ length: 3 }, () => {
        const start = performance.now();
        textOfMarkdown(`#${line.repeat(count)}x`);
        textOfMarkdown(`${line.repeat(count)}x`);
        return performance.now() - start;
      });
      // The shortest is the one in which the machine did least else.
      return Math.min(...times);
    };
    time(2000);
    const [short, long] = [Math.max(10, time(10_000)), time(80_000)];
    assert.ok(long / short < 40, `“${line}”: ${short} ms, then ${long} ms for eight times as much`);
  }
});

test("a zip file gives what Python put into it, stored or deflated, with a comment or without", async () => {
  const long = `${SENTENCE}\n`.repeat(5000);
  for (const isDeflated of [true, false]) {
    for (const comment of ["", "PK".repeat(2000)]) {
      const file = bytes(zip({ "a/one.txt": "one", "ü.txt": long, empty: "" }, { isDeflated, comment }));
      const entries = readDirectory(file);
      assert.deepEqual([...entries.keys()], ["a/one.txt", "ü.txt", "empty"]);
      const read = async (name) => new TextDecoder().decode(await readEntry(file, entries.get(name), 1_000_000));
      assert.deepEqual([await read("a/one.txt"), await read("ü.txt"), await read("empty")], ["one", long, ""]);
    }
  }
});

test("a zip file that is cut, changed, locked or too large says so", async () => {
  const read = async (file, limit = 10_000) => {
    const [entry] = readDirectory(file).values();
    return readEntry(file, entry, limit);
  };
  for (const isDeflated of [true, false]) {
    const whole = bytes(zip({ one: SENTENCE.repeat(20) }, { isDeflated }));
    await read(whole);
    for (const length of [0, 4, 60, whole.length - 30, whole.length - 1]) {
      await assert.rejects(read(whole.slice(0, length)), coded("damaged"), `${length} bytes of ${whole.length}`);
    }
    const changed = whole.slice();
    changed[40] ^= 1;
    await assert.rejects(read(changed), coded("damaged"));
    await assert.rejects(read(whole, 100), coded("too-large"));
    const directory = Buffer.from(whole).indexOf("PK\u0001\u0002");
    const locked = whole.slice();
    locked[directory + 8] |= 1;
    await assert.rejects(read(locked), coded("encrypted"));
    const foreign = whole.slice();
    foreign[directory + 10] = 12;
    await assert.rejects(read(foreign), coded("damaged"));
    const elsewhere = whole.slice();
    elsewhere.fill(0xff, whole.length - 12, whole.length - 2);
    await assert.rejects(read(elsewhere), coded("damaged"));
  }
});

test("a link gives back the text that it was made for", async () => {
  const base = "https://paper.example/whosaid/index.html?lang=en#t=1.older";
  for (const text of [ASCII, SENTENCE, "😀\r\n\ufeff\0", "a".repeat(LONGEST_TEXT), `${SENTENCE}\n\n`.repeat(900)]) {
    const link = await linkTo(text, base);
    assert.match(link, /^https:\/\/paper\.example\/whosaid\/index\.html#t=1\.[\w-]+$/);
    assert.equal(await textOfHash(new URL(link).hash), text);
  }
});

test("a link is raw deflate in base64url, as another program makes and reads it", async () => {
  const packed = deflateRawSync(Buffer.from(SENTENCE)).toString("base64url");
  assert.equal(await textOfHash(`#t=1.${packed}`), SENTENCE);
  const [, made] = (await linkTo(SENTENCE, "https://paper.example/")).split("#t=1.");
  assert.equal(inflateRawSync(Buffer.from(made, "base64url")).toString(), SENTENCE);
});

test("what is no link of ours is none, and a damaged or newer one says so", async () => {
  for (const hash of ["", "#", "#main", "#text=1.abc", "#T=1.abc"]) assert.equal(await textOfHash(hash), undefined);
  const [, packed] = (await linkTo(SENTENCE.repeat(3), "")).split("#t=1.");
  const notUtf8 = deflateRawSync(Buffer.from([0x80, 0x93])).toString("base64url");
  for (const damaged of ["", packed.slice(0, -6), `${packed}.`, `%3C${packed}`, "A", "<img>", notUtf8, "AwA"]) {
    await assert.rejects(textOfHash(`#t=1.${damaged}`), coded("link-damaged"), damaged);
  }
  await assert.rejects(textOfHash(`#t=${packed}`), coded("link-damaged"));
  await assert.rejects(textOfHash(`#t=2.${packed}`), coded("link-version"));
  await assert.rejects(textOfHash("#t=17.whatever<that>is"), coded("link-version"));
});

test("a link that carries too much is refused", async () => {
  const bomb = deflateRawSync(Buffer.alloc(300_000_000, "a"), { level: 9 }).toString("base64url");
  await assert.rejects(textOfHash(`#t=1.${bomb}`), coded("link-too-long"));
  const most = deflateRawSync(Buffer.alloc(LONGEST_TEXT + 1, "a")).toString("base64url");
  await assert.rejects(textOfHash(`#t=1.${most}`), coded("link-too-long"));
});

test("a file is read by its name, its type or what it begins with", async () => {
  const read = async (content, name, type = "") => (await readFile(new File([content], name, { type }))).text;
  assert.equal(await read("# “Yes”", "a.txt"), "# “Yes”");
  assert.equal(await read("# “Yes”", "A.MD"), "“Yes”");
  assert.equal(await read("# “Yes”", "notes", "text/markdown"), "“Yes”");
  assert.equal(await read("# “Yes”", "README"), "# “Yes”");
  const { note } = await readFile(new File([bytes(windows)], "a.txt"));
  assert.match(note.join(" "), /Windows-1252.*guess/);
  assert.equal((await readFile(new File([SENTENCE], "a.txt"))).note, undefined);
});

test("a file that is not read says why", async () => {
  const large = new File([], "a.txt");
  Object.defineProperty(large, "size", { value: 20_000_001 });
  const folder = new File([], "folder");
  folder.arrayBuffer = () => Promise.reject(new DOMException("a folder", "NotFoundError"));
  for (const [code, file] of [
    ["too-large", large],
    ["unreadable", folder],
    ["empty", new File([" \n"], "a.txt")],
    ["pdf", new File(["%PDF-1.7\n"], "a.pdf")],
    ["pdf", new File(["%PDF-1.7\n"], "a.txt")],
    ["pdf", new File([""], "A.PDF")],
    ["unsupported", new File(["{\\rtf1 “Yes”}"], "a.rtf")],
    ["unsupported", new File(["{\\rtf1 “Yes”}"], "a.txt")],
    ["unsupported", new File([bytes([0xd0, 0xcf, 0x11, 0xe0])], "a.doc")],
    ["unsupported", new File(["<svg/>"], "a.svg", { type: "image/svg+xml" })],
    ["unsupported", new File([bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])], "a.txt")],
    ["unsupported", new File([bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])], "picture")],
    ["encrypted", new File([bytes([0xd0, 0xcf, 0x11, 0xe0])], "a.docx")],
    ["damaged", new File(["PK\u0003\u0004 and no more"], "a.docx")],
    ["damaged", new File(["“Yes”"], "a.docx")],
    ["unsupported", new File([zip({ "xl/workbook.xml": "<workbook/>" })], "a.docx")],
  ]) {
    await assert.rejects(readFile(file), coded(code), `${code}: ${file.name}`);
  }
});
