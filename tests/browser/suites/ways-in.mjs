// How a text comes in without a paste: files opened and dropped, dropped text, links; and how a link is made.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { docx, docxOf, zip } from "../../ways-in/documents.mjs";
import { ferry, meadow } from "../articles.mjs";
import { barrier } from "../sites.mjs";
import { inEveryLook } from "../states.mjs";
import { waitFor } from "../tab.mjs";
import { AXE, runAxe, sideways } from "./accessibility.mjs";

const SOURCES = fileURLToPath(new URL("../../../www/", import.meta.url));

const PARAGRAPHS = ["“We kept our word,” said Ana Ribeiro.", "“Nobody asked the crew,” said Tomas Lindqvist."];
const ARTICLE = PARAGRAPHS.join("\n\n");
const SPEAKERS = ["Ana Ribeiro", "Tomas Lindqvist"];

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>The title</title><style>p { color: red }</style></head>
<body><nav>Home</nav><h1 hidden>Hidden</h1><p>“We kept our word,”
  said <b>Ana</b> Ribeiro.</p><script>document.title = "run"</script><p style="display:none">Not shown</p>
<p>“Nobody asked the crew,” said Tomas Lindqvist.</body></html>`;

/** Name, content. @type {[string, string | Buffer][]} */
const FILES = [
  ["article.txt", ARTICLE],
  ["article.md", `“We **kept** our word,” said [Ana Ribeiro](https://paper.example/ana).\n\n> “Nobody asked the _crew_,” said Tomas Lindqvist.`],
  ["article.html", PAGE],
  ["deflated.docx", docxOf(PARAGRAPHS)],
  ["stored.docx", docxOf(PARAGRAPHS, { isDeflated: false })],
];

/** Each runs, loads or leads away where it is read as markup of the page. */
const HOSTILE = [
  "<img src=/leak onerror=canary()>",
  `"><svg onload=canary()><use href=/leak#x></use></svg>`,
  "<script>canary()</script><script src=/leak></script>",
  `<iframe src="javascript:parent.canary()"></iframe><iframe srcdoc="<script>parent.canary()</script>"></iframe>`,
  `<style>@import "/leak"; * { background: url(/leak) }</style><link rel=stylesheet href=/leak>`,
  `<meta http-equiv=refresh content="0;url=/leak"><base href=/leak/>`,
  "<object data=/leak></object><embed src=/leak><video src=/leak poster=/leak autoplay onerror=canary()></video>",
  "<input autofocus onfocus=canary()><details open ontoggle=canary()><summary>s</summary></details>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=/leak onerror=canary()&gt;'>",
  `<noscript><p title="</noscript><img src=/leak onerror=canary()>"></noscript>`,
  `<p style="background: url(/leak)">styled</p><body onload=canary() background=/leak>`,
  "{{canary()}}${canary()}",
];
const HOSTILE_ARTICLE = `“${HOSTILE.join("”\n\n“")}”`;

/** Where the files lie that are opened. */
let folder = "";

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function waysIn(scenario) {
  after(() => {
    if (folder) rmSync(folder, { recursive: true });
    folder = "";
  });

  for (const [name, content] of FILES) {
    scenario(`${name} is opened, and dropped, and nothing is requested for it`, async ({ openPage }) => {
      const { tab, site } = await openPage();
      const before = [site.requests.length, tab.requests.length];
      await openFile(tab, name, content);
      await tab.reached("ready");
      assert.equal(await analyzed(tab), ARTICLE);
      assert.deepEqual(await tab.texts(".speaker .name"), SPEAKERS);
      assert.deepEqual(await told(tab), []);
      // On the report as well as on the box.
      await tab.run(() => document.querySelector("who-said").clear());
      await drop(tab, { files: [[name, content]] }, "who-said");
      await tab.reached("ready");
      assert.equal(await analyzed(tab), ARTICLE);
      await tab.click("[data-do=new]");
      await drop(tab, { files: [[name, content]] }, "#text");
      await tab.reached("ready");
      assert.equal(await analyzed(tab), ARTICLE);
      assert.deepEqual(site.requests.slice(before[0]), []);
      assert.deepEqual(tab.requests.slice(before[1]).filter((url) => !/^(data|blob):/.test(url)), []);
      assert.deepEqual(tab.violations, []);
    });
  }

  scenario("a file is opened with the keyboard alone", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.focus("#analyze");
    await tab.press("Tab");
    assert.equal(await tab.run(() => document.activeElement.innerText), "Open a file");
    // The dialog of the system is none of the page's, and no test can press its keys.
    await tab.run(() => document.querySelector("#file").addEventListener("click", (event) => event.preventDefault(window.isAsked = true)));
    await tab.press("Enter");
    await tab.until("the browser is asked for a file", () => window.isAsked);
    await openFile(tab, "article.txt", ARTICLE);
    await tab.reached("ready");
    assert.equal(await analyzed(tab), ARTICLE);
    assert.equal(await tab.run(() => document.activeElement.id), "main");
  });

  scenario("a file that the system drags over the page is read where it is let go", async ({ openPage }) => {
    const { tab } = await openPage();
    const session = await tab.page.createCDPSession();
    const data = { items: [], files: [fileOf("dragged.docx", docxOf(PARAGRAPHS))], dragOperationsMask: 1 };
    const drag = (type) => session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
    await drag("dragEnter");
    await drag("dragOver");
    await tab.until("where to drop it is shown", () => document.querySelector("#drop").checkVisibility());
    await drag("drop");
    await tab.reached("ready");
    assert.equal(await analyzed(tab), ARTICLE);
    assert.equal(await tab.run(() => document.querySelector("#drop").checkVisibility()), false);
  }, { only: "chromium" });

  scenario("the page shows where a file may be dropped as long as it is over it, and takes no drag of its own", async ({ openPage }) => {
    const { tab } = await openPage();
    const shown = () => tab.run(() => document.querySelector("#drop").checkVisibility());
    const file = { files: [["a.txt", ARTICLE]] };
    await drag(tab, "dragover", file, "body");
    assert.equal(await shown(), true);
    await drag(tab, "dragleave", file, "body");
    assert.equal(await shown(), false);
    // Text over the box is the box's own affair, and so is a link, which the browser follows.
    assert.deepEqual(await drag(tab, "dragover", { text: ARTICLE }, "#text"), [false, false]);
    assert.deepEqual(await drag(tab, "dragover", { text: "https://paper.example/", link: true }, "body"), [false, false]);
    assert.deepEqual(await drag(tab, "dragover", { text: ARTICLE }, "body"), [true, true]);
    await tab.run(() => document.body.dispatchEvent(new DragEvent("dragstart", { bubbles: true })));
    assert.deepEqual(await drag(tab, "dragover", { text: ARTICLE }, "body"), [false, false]);
    assert.equal((await drag(tab, "drop", { text: ARTICLE }, "body"))[0], false);
    await tab.run(() => document.body.dispatchEvent(new DragEvent("dragend", { bubbles: true })));
    assert.equal((await drag(tab, "drop", { text: ARTICLE }, "body"))[0], true);
    await tab.reached("ready");
    assert.equal(await analyzed(tab), ARTICLE);
  });

  for (const [name, content, expected, guess] of [
    ["windows.txt", windows1252("“Café,” said Ana Ribeiro – twice. ‘Yes…’"), "“Café,” said Ana Ribeiro – twice. ‘Yes…’", "Windows-1252"],
    ["wide.txt", Buffer.from("“Café,” said Ana Ribeiro, and went away again.", "utf16le"), "“Café,” said Ana Ribeiro, and went away again.", "UTF-16"],
    ["marked.txt", Buffer.from("\ufeff“Café,” said Ana Ribeiro.", "utf16le"), "“Café,” said Ana Ribeiro.", undefined],
    ["big.txt", Buffer.from("\ufeff“Café,” said Ana Ribeiro.", "utf16le").swap16(), "“Café,” said Ana Ribeiro.", undefined],
    ["utf8.txt", "\ufeff“Café,” said Ana Ribeiro.", "“Café,” said Ana Ribeiro.", undefined],
    [
      "old.htm",
      Buffer.concat([Buffer.from("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>"), windows1252("“Café,” said Ana Ribeiro.")]),
      "“Café,” said Ana Ribeiro.",
      undefined,
    ],
  ]) {
    scenario(`${name} is read in its encoding, which is ${guess ? "guessed, and said to be" : "told by the file"}`, async ({ openPage }) => {
      const { tab } = await openPage();
      await openFile(tab, name, content);
      await tab.reached("ready");
      assert.equal(await analyzed(tab), expected);
      const words = await told(tab);
      if (!guess) assert.deepEqual(words, []);
      else {
        assert.match(words.join(), new RegExp(`status: Read as ${guess}, which is a guess\n+${name}\n`));
        await tab.click("#notice button");
        assert.deepEqual(await told(tab), []);
        assert.equal(await tab.run(() => document.activeElement.id), "main");
      }
    });
  }

  scenario("of a Word document what a reader sees is read, with all changes accepted", async ({ openPage }) => {
    const run = (inner) => `<w:r>${inner}</w:r>`;
    const text = (words) => run(`<w:t xml:space="preserve">${words}</w:t>`);
    const box = (words) => `<w:txbxContent><w:p>${text(words)}</w:p></w:txbxContent>`;
    const body = `
      <w:p><w:pPr><w:pStyle w:val="Heading1"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${text("The ")}${text("ferry")}</w:p>
      <w:p/>
      <w:p>${text("“We")}<w:del>${run("<w:delText> never</w:delText>")}${text(" never")}</w:del><w:ins>${text(" kept")}</w:ins>${text(" our")}
        <w:moveFrom>${text(" moved")}</w:moveFrom><w:hyperlink>${text(" word")}</w:hyperlink>${text(",” said")}${run("<w:footnoteReference/>")}
        ${run("<w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t>")}${run('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve"> Ana</w:t>')}
        ${text(" Ribeiro")}${run("<w:br/>")}${text("of Port")}${run("<w:noBreakHyphen/>")}${text("Halden")}${run("<w:tab/>")}${text("&amp; Sons")}
        ${run('<w:instrText>PAGE</w:instrText>')}</w:p>
      <w:tbl><w:tr><w:tc><w:p>${text("One")}</w:p></w:tc><w:tc><w:p>${text("Two")}</w:p></w:tc></w:tr></w:tbl>
      <w:p>${text("Before")}<w:r><mc:AlternateContent><mc:Choice>${box("In the box")}</mc:Choice><mc:Fallback>${box("In the box")}</mc:Fallback></mc:AlternateContent></w:r>${text(" and after")}</w:p>
      <w:sectPr/>`;
    const expected = [
      "The ferry",
      "“We kept our word,” said Ana Ribeiro\nof Port-Halden\t& Sons",
      "One",
      "Two",
      "Before and after",
      "In the box",
    ].join("\n\n");
    const { tab } = await openPage();
    for (const how of [{}, { place: "word/document2.xml" }, { namespace: "http://purl.oclc.org/ooxml/wordprocessingml/main" }]) {
      await openFile(tab, "article.docx", docx(body, how));
      await tab.reached("ready");
      assert.equal(await analyzed(tab), expected, JSON.stringify(how));
      await tab.click("[data-do=new]");
    }
  });

  scenario("in a Word document paragraphs whose mark is deleted, moved away or hidden go on in the next one", async ({ openPage }) => {
    const paragraph = (words, mark = "") =>
      `<w:p><w:pPr><w:rPr><w:b/>${mark}</w:rPr></w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
    const gone = ["<w:del/>", "<w:moveFrom/>", "<w:vanish/>"];
    const cell = (...inside) => `<w:tc>${inside.join("")}</w:tc>`;
    const body = [
      ...gone.flatMap((mark) => [paragraph("“We kept ", mark), paragraph("our word,” said Ana Ribeiro.")]),
      ...["<w:ins/>", "<w:moveTo/>", '<w:vanish w:val="0"/>'].map((mark) => paragraph("A mark that stays.", mark)),
      paragraph("One, ", "<w:del/>") + paragraph("", "<w:del/>") + paragraph("two, ", "<w:del/>") + paragraph("three."),
      paragraph("Above the table.", "<w:del/>"),
      `<w:tbl><w:tr>${cell(paragraph("First ", "<w:del/>"), paragraph("cell.", "<w:del/>"))}${cell(paragraph("Second cell.", "<w:del/>"))}</w:tr></w:tbl>`,
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Around </w:t></w:r>
        <w:r><w:txbxContent>${paragraph("In the box.", "<w:del/>")}</w:txbxContent></w:r></w:p>`,
      paragraph("the box.", "<w:del/>"),
    ].join("");
    const { tab } = await openPage();
    await openFile(tab, "changed.docx", docx(body));
    await tab.reached("ready");
    assert.equal(
      await analyzed(tab),
      [
        ...gone.map(() => "“We kept our word,” said Ana Ribeiro."),
        ...Array(3).fill("A mark that stays."),
        "One, two, three.",
        "Above the table.",
        "First cell.",
        "Second cell.",
        "Around the box.",
        "In the box.",
      ].join("\n\n"),
    );
  });

  scenario("what is on the clipboard of Word and Google Docs becomes paragraphs", async ({ openPage }) => {
    const { tab } = await openPage();
    for (const markup of [
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!-- p.MsoNormal { margin: 0 } --></style>
        <!--[if gte mso 9]><xml><o:OfficeDocumentSettings>Settings</o:OfficeDocumentSettings></xml><![endif]--></head><body lang=EN-US>
        <!--StartFragment--><p class=MsoNormal>“We kept our\nword,” said <span style='mso-hide:all'>x</span>Ana Ribeiro.<o:p></o:p></p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>·&nbsp; </span><![endif]>“Nobody asked the crew,”
        said <del>Someone</del>Tomas Lindqvist.<o:p></o:p></p><!--EndFragment--></body></html>`,
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38;"><span style="white-space:pre-wrap;">“We kept our word,” said Ana Ribeiro.</span></p><br />
        <p dir="ltr"><span>“Nobody asked the crew,” said Tomas Lindqvist.</span></p></b><br class="Apple-interchange-newline">`,
      `<title>Title</title><div>“We kept our word,” said Ana Ribeiro.<br><br>“Nobody asked the crew,” said Tomas Lindqvist.</div>
        <div style="color: red; Display: None">hidden</div><iframe>inside</iframe><select><option>one</select>`,
    ]) {
      await drop(tab, { text: "plain", markup }, "body");
      await tab.reached("ready");
      assert.equal(await analyzed(tab), ARTICLE);
      await tab.click("[data-do=new]");
    }
    await drop(tab, { text: ARTICLE }, "body");
    await tab.reached("ready");
    assert.equal(await analyzed(tab), ARTICLE);
    assert.deepEqual(tab.violations, []);
  });

  scenario("a file that cannot be read says why and what to do, and the text in the box is kept", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.run((text) => (document.querySelector("#text").value = text), ferry);
    const whole = docxOf(PARAGRAPHS);
    const locked = Buffer.from(whole);
    for (let at = locked.indexOf("PK\u0001\u0002"); at >= 0; at = locked.indexOf("PK\u0001\u0002", at + 1)) locked[at + 8] |= 1;
    for (const [name, content, words] of [
      ["report.pdf", "%PDF-1.7\n", "A PDF cannot be opened here"],
      ["letter.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "This kind of file cannot be opened"],
      ["letter.rtf", "{\\rtf1 Yes}", "This kind of file cannot be opened"],
      ["picture.png", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "This kind of file cannot be opened"],
      ["table.docx", zip({ "xl/workbook.xml": "<workbook/>" }), "This kind of file cannot be opened"],
      ["empty.txt", "", "There are no words in the file"],
      ["pictures.html", "<title>Pictures</title><img src=a.png>", "There are no words in the file"],
      ["blank.docx", docxOf([" ", ""]), "There are no words in the file"],
      ["cut.docx", whole.subarray(0, whole.length - 40), "The file is damaged"],
      ["torn.docx", docx("<w:p><w:r>"), "The file is damaged"],
      ["junk.docx", junkAfterDeflate(), "The file is damaged"],
      ["entities.docx", docx("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", { prolog: '<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' }), "The file is damaged"],
      ["locked.docx", locked, "The document is locked"],
      ["old.docx", Buffer.from("d0cf11e0a1b11ae1", "hex"), "The document is locked"],
      ["bomb.docx", docxOf(["a".repeat(21_000_000)]), "The file is too large"],
      ["large.txt", Buffer.alloc(20_000_001, "a "), "The file is too large"],
    ]) {
      await openFile(tab, name, content);
      await tab.until(`“${words}” is told of ${name}`, includes, "#problem", [words, name]);
      const [alert] = await told(tab);
      assert.match(alert, /^alert: /);
      assert.ok(alert.split("\n").filter(Boolean).length >= 3, alert);
      await tab.click("#problem button");
      assert.deepEqual(await told(tab), []);
    }
    // Firefox tells the console of XML that is none.
    tab.errors = tab.errors.filter((error) => !error.startsWith("XML Parsing Error"));
    assert.equal(await tab.run(() => document.querySelector("#text").value), ferry);
    await openFile(tab, "report.pdf", "%PDF-1.7\n");
    await tab.until("it is told", includes, "#problem", ["A PDF"]);
    await tab.click("#analyze");
    await tab.reached("ready");
    assert.match((await told(tab)).join(), /A PDF/, "as long as the text is the same");
    await openFile(tab, "article.txt", ARTICLE);
    await tab.until("it is read", (text) => document.querySelector("who-said").text === text, ARTICLE);
    await tab.until("nothing is told any more", () => !document.querySelector(".message"));
  });

  scenario("of two files that are opened one after the other the later is read; of two at once the first, and it says so", async ({ openPage }) => {
    const { tab } = await openPage();
    const slow = Buffer.from(docxOf([...PARAGRAPHS, `“${"Slow. ".repeat(200_000)}”`], { isDeflated: true }));
    await tab.run(
      (slow, text) => {
        const open = (name, content) => {
          const dropped = new DataTransfer();
          dropped.items.add(new File([content], name));
          document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
        };
        open("slow.docx", Uint8Array.from(atob(slow), (letter) => letter.charCodeAt(0)));
        open("fast.txt", text);
      },
      slow.toString("base64"),
      ARTICLE,
    );
    await tab.reached("ready");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(await analyzed(tab), ARTICLE);
    await drop(tab, { files: [["one.txt", meadow], ["two.txt", ARTICLE]] }, "body");
    await tab.until("the first is said to be the only one", includes, "#notice", ["Only this file was opened", "one.txt", "2 came"]);
    await tab.reached("empty");
    assert.equal(await analyzed(tab), meadow);
  });

  scenario("a link opens its text after the seal, with a banner, and stays until another article is read", async ({ openPage }) => {
    const { pause, release } = barrier();
    const { tab, site } = await openPage({ prepare: (site) => site.pauseAt("/seeds/dogs-day-in-court.txt", pause), isIdle: false });
    await tab.page.goto("about:blank");
    const before = site.requests.length;
    await tab.page.goto(`${site.origin}/${hashOf(ferry)}`, { waitUntil: "domcontentloaded" });
    // What was on its way when the page was left the first time.
    tab.errors = [];
    await tab.until("the banner is there", includes, "#from-link", ["This text came with the link", "Check it against the article itself"]);
    assert.equal(await tab.run(() => document.body.dataset.seal), undefined);
    assert.equal(await tab.run(() => document.querySelector("who-said").report), null);
    release();
    await tab.reached("ready");
    assert.equal(await tab.run(() => document.body.dataset.seal), "closed");
    assert.equal(await analyzed(tab), ferry);
    assert.match((await told(tab)).join(), /^status: This text came with the link/);
    for (const request of site.requests.slice(before)) assert.match(request, /^GET \/[\w./-]*$/);
    // The same text, edited, and as it was, is still the link's.
    for (const view of ["editing", "reading"]) await tab.click(`.switch label:has([value="${view}"])`);
    assert.equal((await told(tab)).length, 1);
    await tab.click("#from-link button");
    assert.deepEqual(await told(tab), []);
    assert.equal(await tab.run(() => location.hash), hashOf(ferry));
    await tab.click("[data-do=new]");
    assert.equal(await tab.run(() => location.href), `${site.origin}/`);
  });

  scenario("another text, however it comes, takes banner and link away", async ({ openPage }) => {
    const { tab, site } = await openPage();
    const change = async () => {
      await tab.click('.switch label:has([value="editing"])');
      await tab.click(".editor");
      await tab.page.keyboard.type("x");
    };
    const chooseSample = async () => {
      await tab.click("#samples summary");
      await tab.click("#sample-list li:first-child button");
    };
    for (const read of [change, chooseSample, () => openFile(tab, "article.txt", ARTICLE)]) {
      await tab.run((hash) => (location.hash = hash), hashOf(ferry));
      await tab.until("the banner is there", includes, "#from-link", ["This text came with the link"]);
      await tab.until("its text is read", (text) => document.querySelector("who-said").text === text, ferry);
      await read();
      await tab.reached("ready");
      await tab.until("the banner is gone", () => !document.querySelector(".message"));
      assert.equal(await tab.run(() => location.href), `${site.origin}/`);
      await tab.click("[data-do=new]");
    }
    await tab.run((hash) => (location.hash = hash), hashOf(ferry));
    await tab.until("its text is read", (text) => document.querySelector("who-said").text === text, ferry);
    await tab.run((hash) => (location.hash = hash), hashOf(ARTICLE));
    await tab.until("the next link’s is", (text) => document.querySelector("who-said").text === text, ARTICLE);
    assert.equal(await tab.run(() => location.hash), hashOf(ARTICLE));
    assert.equal((await told(tab)).length, 1);
  });

  scenario("a link that is damaged, newer, or inflates to too much says so, and nothing is read", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.run((text) => (document.querySelector("#text").value = text), ferry);
    await tab.run(() => {
      window.taken = 0;
      const Original = DecompressionStream;
      window.DecompressionStream = class extends Original {
        get writable() {
          const count = (chunk, controller) => {
            window.taken += chunk.length;
            controller.enqueue(chunk);
          };
          const counted = new TransformStream({ transform: count });
          // Rejects where the reading is stopped, which is what is tested.
          counted.readable.pipeTo(super.writable).catch(() => {});
          return counted.writable;
        }
      };
    });
    const packed = hashOf(ferry).slice(5);
    const bomb = deflateRawSync(Buffer.alloc(200_000_000, "a"), { level: 9 }).toString("base64url");
    for (const [hash, words] of [
      [`#t=1.${packed.slice(0, -8)}`, "The link is damaged"],
      [`#t=1.${packed}AAAA`, "The link is damaged"],
      [`#t=1.${packed}%20and`, "The link is damaged"],
      ["#t=1.", "The link is damaged"],
      ["#t=<img src=x onerror=canary()>", "The link is damaged"],
      [`#t=2.${packed}`, "The link is from a newer whosaid"],
      [`#t=1.${bomb}`, "The link carries too much"],
    ]) {
      await tab.run((hash) => (location.hash = hash), hash);
      await tab.until(`“${words}” is told`, includes, "#problem", [words]);
      await tab.click("#problem button");
    }
    // Deflate packs about a thousand to one: no more than ten megabytes came out of all these.
    const taken = await tab.run(() => window.taken);
    assert.ok(taken > 500 && taken < 10_000, `${taken} bytes were inflated, of ${bomb.length}`);
    assert.equal(await tab.run(() => document.querySelector("who-said").report), null);
    assert.equal(await tab.run(() => document.querySelector("#text").value), ferry);
    await tab.run(() => (location.hash = "#main"));
    assert.deepEqual(await told(tab), []);
  });

  scenario("“Copy link” copies one that opens the same text, and says that the text is in it", async ({ openPage }) => {
    const { tab, site } = await openPage();
    await tab.run(() => {
      const clipboard = { writeText: async (words) => void (window.copied = words) };
      Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
    });
    await tab.paste(ferry);
    await tab.reached("ready");
    const before = site.requests.length;
    await tab.click("#copy-link");
    await tab.until("it is told", includes, "#notice", ["Link copied", "The whole text is in it"]);
    assert.equal(await tab.run(() => document.querySelector("#copy-link").innerText), "Link copied");
    await tab.until("the button is as before", () => document.querySelector("#copy-link").innerText === "Copy link");
    assert.deepEqual(site.requests.slice(before), []);
    const link = await tab.run(() => window.copied);
    assert.ok(link.startsWith(`${site.origin}/#t=1.`) && link.length < ferry.length + 100, link);
    assert.equal(await tab.run(() => location.href), `${site.origin}/`);
    await tab.page.goto("about:blank");
    await tab.page.goto(link);
    await tab.reached("ready");
    assert.equal(await analyzed(tab), ferry);
  });

  scenario("“Copy link” says that corrections are not in the link, while there are any", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.run(() => {
      const clipboard = { writeText: async () => (window.isRefused ? Promise.reject(new DOMException("no", "NotAllowedError")) : undefined) };
      Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
    });
    await tab.paste(ferry);
    await tab.reached("ready");
    const told = async () => {
      await tab.click("#copy-link");
      await tab.until("it is told", () => /Link copied|by hand/.test(document.querySelector("#notice").innerText));
      const notice = await tab.run(() => document.querySelector("#notice").innerText);
      await tab.click("#notice button");
      return notice;
    };
    const correct = (correction) => tab.run((correction) => document.querySelector("who-said").correct(correction), correction);
    assert.doesNotMatch(await told(), /correction/);
    await correct({ do: "attribute", quotation: "q2", speaker: "s2" });
    assert.match(await told(), /Your correction is not in the link; it is in what you export\./);
    await correct({ do: "reject", quotation: "q1" });
    assert.match(await told(), /Your 2 corrections are not in the link; they are in what you export\./);
    await tab.run(() => (window.isRefused = true));
    assert.match(await told(), /copied by hand[^]*Your 2 corrections are not in the link/);
    for (let n = 0; n < 2; n += 1) await tab.click("[data-do=undo]");
    assert.doesNotMatch(await told(), /correction/);
  });

  scenario("without the right to the clipboard the link stands there, selected; a text too long for one is told to be", async ({ openPage }) => {
    const { tab, site } = await openPage();
    await tab.run(() => {
      const clipboard = { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) };
      Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
    });
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.focus("#copy-link");
    await tab.press("Enter");
    await tab.until("it is told", includes, "#notice", ["The link is selected, to be copied by hand"]);
    const [value, selected] = await tab.run(() => {
      const field = document.activeElement;
      return [field.value, field.value.slice(field.selectionStart, field.selectionEnd)];
    });
    assert.ok(value.startsWith(`${site.origin}/#t=1.`), value);
    assert.equal(selected, value);
    const words = Array.from({ length: 30_000 }, (_, nth) => (nth * 2654435761 % 4294967296).toString(36)).join(" ");
    await tab.click("[data-do=new]");
    await tab.analyze(`${ferry}\n\n${words}`);
    await tab.reached("ready");
    await tab.click("#copy-link");
    await tab.until("it is told", includes, "#problem", ["The text is too long for a link", "32,000"]);
    assert.equal(await tab.run(() => document.querySelector("#notice").innerText), "");
  });

  scenario("nothing in a file, its name, a dropped text or a link is run or loaded, before the seal or after", async ({ openPage }) => {
    const { pause, release } = barrier();
    const prepare = (site) => site.pauseAt("/seeds/dogs-day-in-court.txt", pause);
    const { tab, site } = await openPage({ prepare, before: setCanary, isIdle: false });
    await tab.until("the page is wired", () => document.querySelector("who-said")?.status !== undefined);
    const files = [
      ["txt", HOSTILE_ARTICLE],
      ["md", HOSTILE_ARTICLE],
      ["html", `<p>Yes</p>${HOSTILE.join("<p>And</p>")}`],
      ["htm", `<html><body>“Yes”</body>${HOSTILE.join("")}`],
      ["docx", docxOf(HOSTILE)],
      ["pdf", "%PDF-"],
    ];
    for (const isSealed of [false, true]) {
      if (isSealed) release();
      if (isSealed) await tab.until("the page is sealed", () => document.body.dataset.seal === "closed");
      const before = site.requests.length;
      for (const [index, [extension, content]] of files.entries()) {
        const name = `${HOSTILE[index]}.${extension}`;
        await drop(tab, { files: [[name, content], ["other.txt", ""]] }, "body");
        await tab.until(`${extension} is told of`, (name) => [...document.querySelectorAll(".message bdi")].some((file) => file.textContent === name), name);
        await expectNoMarkup(tab);
      }
      await drop(tab, { text: "plain", markup: HOSTILE.join("<p>And</p>") }, "body");
      await expectNoMarkup(tab);
      for (const hash of [hashOf(HOSTILE_ARTICLE), ...HOSTILE.map((words) => `#t=1.${words}`), ...HOSTILE.map((words) => `#t=${words}`)]) {
        await tab.run((hash) => (location.hash = hash), hash);
        await tab.until("it is told of", () => document.querySelector(".message") !== null);
        await expectNoMarkup(tab);
      }
      if (isSealed) assert.deepEqual(site.requests.slice(before), []);
    }
    await tab.run((hash) => (location.hash = hash), hashOf(HOSTILE_ARTICLE));
    await tab.until("it is read", (text) => document.querySelector("who-said").text === text, HOSTILE_ARTICLE);
    await expectNoMarkup(tab);
    assert.deepEqual(site.requests.filter((request) => request.includes("leak")), []);
    assert.deepEqual(tab.requests.filter((url) => /\/leak/.test(new URL(url).pathname)), []);
    assert.deepEqual(tab.violations, []);
  });

  scenario("nothing in a Word document is run or loaded that is a page’s, and an article about markup is one", async ({ openPage }) => {
    const { pause, release } = barrier();
    const prepare = (site) => site.pauseAt("/seeds/dogs-day-in-court.txt", pause);
    const { tab, site } = await openPage({ prepare, before: setCanary, isIdle: false });
    await tab.until("the page is wired", () => document.querySelector("who-said")?.status !== undefined);
    const body = `<w:p><w:r><w:t>“The style = an onload="x" &lt;base> of &lt;style>,” said Ana Ribeiro.</w:t></w:r></w:p>
      <script xmlns="http://www.w3.org/1999/xhtml">canary()</script><img xmlns="http://www.w3.org/1999/xhtml" src="/leak" onerror="canary()"/>
      <svg xmlns="http://www.w3.org/2000/svg" onload="canary()"><image href="/leak"/></svg>`;
    const text = "“The style = an onload=\"x\" <base> of <style>,” said Ana Ribeiro.";
    await drop(tab, { files: [["a.docx", docx(body, { prolog: '<?xml-stylesheet href="/leak" type="text/xsl"?>' })]] }, "body");
    await tab.until("it is in the box", (text) => document.querySelector("#text").value === text, text);
    release();
    await tab.reached("ready");
    await tab.click("[data-do=new]");
    await drop(tab, { files: [["a.html", `<p>${text.replaceAll("<", "&lt;")}</p>`]] }, "body");
    await tab.reached("ready");
    assert.equal(await analyzed(tab), text);
    await expectNoMarkup(tab);
    assert.deepEqual(site.requests.filter((request) => request.includes("leak")), []);
  });

  scenario("where an older copy of the script made the policy, markup is refused and the plain text is read", async ({ openPage }) => {
    const before = (tab) =>
      tab.page.evaluateOnNewDocument(() => {
        const policy = window.trustedTypes?.createPolicy("whosaid", { createScriptURL: (url) => url });
        Object.defineProperty(globalThis, Symbol.for("whosaid.trusted-types"), { value: { policy, blobs: new Set() } });
      });
    const { tab } = await openPage({ before });
    const hasTypes = await tab.run(() => "trustedTypes" in window);
    await drop(tab, { text: ferry, markup: PAGE }, "body");
    await tab.reached("ready");
    assert.equal(await analyzed(tab), hasTypes ? ferry : ARTICLE);
  });

  scenario("markup is parsed in one file", async () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
    const having = (word) => files.filter((file) => word.test(readFileSync(join(SOURCES, file), "utf8"))).sort();
    assert.deepEqual(having(/new DOMParser\b|createHTMLDocument|\bparseHTML/), [join("ways-in", "html.js")]);
    assert.deepEqual(having(/\btrustedMarkup\b/), ["trusted-types.js", join("ways-in", "html.js")]);
  });

  for (const [name, words, reach] of STATES) {
    scenario(`axe finds nothing on the page ${name}, light and dark, narrow and wide, and nothing is cut off`, async ({ openPage }) => {
      const { tab } = await openPage();
      await tab.reduceMotion();
      await reach(tab);
      await tab.run(AXE);
      const found = [];
      const check = async (look) => {
        const seen = await waitFor(`“${words}” is seen`, () => tab.run(() => document.body.innerText).then((seen) => seen.includes(words) && seen));
        assert.ok(seen.includes(words));
        found.push(...(await runAxe(tab)).map((violation) => `${look}: ${violation}`));
        assert.equal(await sideways(tab), 0, `${look}: the page scrolls sideways`);
        const small = await tab.run(() => [...document.querySelectorAll(".message button, #open-file, #copy-link")]
          .filter((button) => button.checkVisibility() && button.getBoundingClientRect().height < (innerWidth < 700 ? 43.5 : 31.5))
          .map((button) => button.innerText));
        assert.deepEqual(small, []);
      };
      // Tall, so that nothing is half under the bar at its foot.
      await inEveryLook(tab, check, { height: 4000 });
      assert.deepEqual(found, []);
    });
  }
}

/** How each state is reached, and the words that prove that it was. @type {[string, string, (tab: import("../tab.mjs").Tab) => Promise<void>][]} */
export const STATES = [
  [
    "with a text that came with the link",
    "This text came with the link",
    async (tab) => {
      await tab.run((hash) => (location.hash = hash), hashOf(ferry));
      await tab.reached("ready");
    },
  ],
  ["with a file that cannot be read", "A PDF cannot be opened here", (tab) => drop(tab, { files: [[`${"long-".repeat(40)}.pdf`, "%PDF-"]] }, "body")],
  [
    "with a guess",
    "Read as Windows-1252",
    async (tab) => {
      await openFile(tab, "windows.txt", windows1252(ferry));
      await tab.reached("ready");
    },
  ],
  [
    "with a link to copy by hand",
    "The link is selected, to be copied by hand",
    async (tab) => {
      await tab.run(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await tab.paste(ferry).catch(() => {});
      await tab.analyze(ferry).catch(() => {});
      await tab.reached("ready");
      await tab.click("#copy-link");
    },
  ],
  ["with a file over it", "Drop it to read it", (tab) => drag(tab, "dragover", { files: [["a.txt", ""]] }, "body")],
];

/** The part of a link from `#` on, made by Node. @param {string} text */
function hashOf(text) {
  return `#t=1.${deflateRawSync(Buffer.from(text)).toString("base64url")}`;
}

/** @param {string} text */
function windows1252(text) {
  const marks = { "“": 0x93, "”": 0x94, "‘": 0x91, "’": 0x92, "–": 0x96, "…": 0x85 };
  return Buffer.from(Array.from(text, (letter) => marks[letter] ?? letter.codePointAt(0)));
}

/** A document whose deflated part goes on after its end. */
function junkAfterDeflate() {
  const whole = docxOf(PARAGRAPHS);
  const directory = whole.lastIndexOf("PK\u0001\u0002");
  const end = whole.lastIndexOf("PK\u0005\u0006");
  const local = whole.lastIndexOf("PK\u0003\u0004");
  const grown = Buffer.concat([whole.subarray(0, whole.indexOf("PK\u0001\u0002")), Buffer.from("junk"), whole.subarray(whole.indexOf("PK\u0001\u0002"))]);
  grown.writeUInt32LE(whole.readUInt32LE(directory + 20) + 4, directory + 4 + 20);
  grown.writeUInt32LE(whole.readUInt32LE(end + 16) + 4, end + 4 + 16);
  assert.ok(local < directory);
  return grown;
}

/** A file to open; a browser may read it late, so it stays until all tests are done. @param {string} name @param {string | Buffer} content */
function fileOf(name, content) {
  folder ||= mkdtempSync(join(tmpdir(), "whosaid-ways-in-"));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Gives the page's own input a file. @param {import("../tab.mjs").Tab} tab @param {string} name @param {string | Buffer} content */
async function openFile(tab, name, content) {
  const input = await tab.find("#file");
  await input.uploadFile(fileOf(name, content));
}

/** @param {import("../tab.mjs").Tab} tab @param {object} dragged @param {string} over */
function drop(tab, dragged, over) {
  return drag(tab, "drop", dragged, over);
}

/**
 * Lets an event of a drag happen at what matches.
 * @param {import("../tab.mjs").Tab} tab
 * @param {string} type
 * @param {{files?: [string, string | Buffer][], text?: string, markup?: string, link?: boolean}} dragged
 * @param {string} over
 * @returns {Promise<[boolean, boolean]>} whether the page takes it, and shows that it may be dropped
 */
function drag(tab, type, { files = [], text, markup, link }, over) {
  const sent = files.map(([name, content]) => [name, Buffer.from(content).toString("base64")]);
  return tab.run(
    (type, files, texts, over) => {
      const dataTransfer = new DataTransfer();
      for (const [name, content] of files) {
        dataTransfer.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
      }
      for (const [type, words] of texts) dataTransfer.setData(type, words);
      const event = new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true });
      const isTaken = !document.querySelector(over).dispatchEvent(event);
      return [isTaken, document.querySelector("#drop").checkVisibility()];
    },
    type,
    sent,
    [["text/plain", text], ["text/html", markup], ["text/uri-list", link && text]].filter(([, words]) => words),
    over,
  );
}

/** What was analyzed. @param {import("../tab.mjs").Tab} tab */
function analyzed(tab) {
  return tab.run(() => document.querySelector("who-said").text);
}

/** What the page tells, each with its role. @param {import("../tab.mjs").Tab} tab @returns {Promise<string[]>} */
function told(tab) {
  return tab.run(() =>
    [...document.querySelectorAll(".message")]
      .filter((message) => message.checkVisibility())
      .map((message) => `${message.parentElement.getAttribute("role")}: ${message.querySelector("div").innerText.trim()}`),
  );
}

/** Runs in the page. @param {string} selector @param {string[]} all */
function includes(selector, all) {
  const seen = document.querySelector(selector).innerText;
  return all.every((words) => seen.includes(words));
}

/** @param {import("../tab.mjs").Tab} tab */
function setCanary(tab) {
  return tab.page.evaluateOnNewDocument(() => {
    window.isCanaryDead = false;
    window.canary = () => (window.isCanaryDead = true);
  });
}

/** @param {import("../tab.mjs").Tab} tab */
async function expectNoMarkup(tab) {
  const { isDead, made } = await tab.run(() => {
    const made = [document, document.querySelector("who-said").shadowRoot].flatMap((root) => [
      ...root.querySelectorAll("img, iframe, object, embed, video, base, script:not([src]), [onload], [onerror], [onfocus]"),
    ]);
    return { isDead: window.isCanaryDead, made: made.map((element) => element.outerHTML) };
  });
  assert.deepEqual(made, []);
  assert.equal(isDead, false);
}
