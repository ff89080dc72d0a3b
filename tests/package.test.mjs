// The package as npm makes and installs it: packed, installed into an empty project, imported by name.
// WHOSAID_PACKAGE names the folder that the build wrote.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const project = mkdtempSync(join(tmpdir(), "whosaid-package-"));
after(() => rmSync(project, { recursive: true }));

/** Runs a program in the project and returns what it prints. */
function run(program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: project, encoding: "utf8" });
  assert.equal(status, 0, `${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}
/** Runs a module in the project and returns what it prints, as JSON. */
const evaluate = (source) => JSON.parse(run(process.execPath, "--input-type=module", "--eval", source));

before(() => {
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const [packed] = JSON.parse(run("npm", "pack", "--json", "--ignore-scripts", process.env.WHOSAID_PACKAGE));
  run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`);
});

const manifest = () => JSON.parse(readFileSync(join(project, "node_modules/whosaid/package.json"), "utf8"));

test("what it exports is there, and nothing of the page is", () => {
  const files = readdirSync(join(project, "node_modules/whosaid"), { recursive: true });
  const exported = Object.values(manifest().exports).flatMap((file) => (typeof file === "string" ? file : Object.values(file)));
  assert.deepEqual(exported.filter((file) => !files.includes(normalize(file))), []);
  assert.deepEqual(files.filter((file) => /^(app\.js|styles\.css|.*\.html)$/.test(file)), []);
  assert.ok(["README.md", "LICENSE-MIT", "LICENSE-APACHE"].every((file) => files.includes(file)));
  assert.equal(manifest().dependencies, undefined);
});

test("the element can be imported where there is no DOM", () => {
  const exported = evaluate(`
    const modules = [await import("whosaid/element"), await import("whosaid/define")];
    console.log(JSON.stringify(modules.map((module) => typeof module.WhoSaidElement)));
  `);
  assert.deepEqual(exported, ["function", "function"]);
});

test("Node loads it by name, once", () => {
  const [isOne, version, length] = evaluate(`
    import { load, analyze, version } from "whosaid";
    const isOne = (await Promise.all([load(), load()])).every((nothing) => nothing === undefined);
    await load();
    console.log(JSON.stringify([isOne, version(), analyze("“Yes,” she said. 😀").document.length]));
  `);
  assert.equal(isOne, true);
  assert.equal(version, manifest().version);
  assert.equal(length, 19);
});

test("a call before the engine is loaded, and one with a wrong option, say so", () => {
  const names = evaluate(`
    import { load, analyze } from "whosaid";
    const nameOf = (call) => { try { call(); } catch (error) { return error.name; } };
    const early = nameOf(() => analyze(""));
    await load();
    console.log(JSON.stringify([early, nameOf(() => analyze("", { documentDate: "soon" })), nameOf(() => analyze())]));
  `);
  assert.deepEqual(names, ["NotLoaded", "BadDocumentDate", "TypeError"]);
});

test("a failed load can be tried again", () => {
  const results = evaluate(`
    import { load, version } from "whosaid";
    const first = await load(new Uint8Array([1, 2, 3])).catch((error) => error.name);
    await load();
    console.log(JSON.stringify([first, typeof version()]));
  `);
  assert.deepEqual(results, ["CompileError", "string"]);
});

test("its types hold for Node and for bundlers", () => {
  writeFileSync(
    join(project, "typed.ts"),
    `import { load, analyze, version, type Quotation, type Report } from "whosaid";
     import { WhoSaidElement } from "whosaid/element";
     import "whosaid/define";
     await load();
     const report: Report = analyze("", { documentDate: "2021-04-13", dateOrder: "mdy" });
     const quotations: Quotation[] = report.quotations;
     const kinds: ("direct" | "mixed" | "indirect")[] = quotations.map((quotation) => quotation.kind);
     // @ts-expect-error: there is no such option.
     analyze("", { since: "2021" });
     // @ts-expect-error: a number is no text.
     analyze(7);
     const shown: Report | null = new WhoSaidElement().report;
     export const all: [string, number, typeof kinds, typeof shown] = [version(), report.document.length, kinds, shown];`,
  );
  const tsc = fileURLToPath(new URL("node_modules/typescript/bin/tsc", import.meta.url));
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const options = ["--noEmit", "--strict", "--target", "es2022", "--module", module, "--moduleResolution", resolution];
    run(process.execPath, tsc, ...options, "typed.ts");
  }
});
