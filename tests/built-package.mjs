// The package as the build wrote it, loaded in Node, with its schema; and every article in the repository to give it.
// WHOSAID_PACKAGE names its folder; by default it is the one that the build writes.
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";

const repository = fileURLToPath(new URL("../", import.meta.url));
const folder = resolve(process.env.WHOSAID_PACKAGE ?? join(repository, "target/package"));

/** Every article, by the path of its file. @type {Map<string, string>} */
export const articles = new Map(
  ["seeds/articles", "tests/gold"].flatMap((name) =>
    readdirSync(join(repository, name)).filter((file) => file.endsWith(".txt")).map((file) => [join(name, file), readFileSync(join(repository, name, file), "utf8")]),
  ),
);

export const engine = await import(pathToFileURL(join(folder, "node.js")).href);
await engine.load();

// Strict: what the schema says and no validator would look at is a mistake too.
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")));

/** What is wrong with a report, each as its place and what the schema says there. */
export function faults(value) {
  if (validate(value)) return [];
  return validate.errors.map(({ instancePath, message, params }) =>
    [instancePath, message, params.additionalProperty].filter(Boolean).join(" "),
  );
}
