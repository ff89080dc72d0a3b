// Answers each line of standard input, `{"text", …options}`, with `report JSON` or `error MESSAGE`.
// The package's module for Node is given as the argument.
import { pathToFileURL } from "node:url";

const { load, analyze } = await import(pathToFileURL(process.argv[2]).href);
await load();

/** @param {Buffer[]} parts of one line */
function answer(parts) {
  const { id, text, ...options } = JSON.parse(Buffer.concat(parts).toString("utf8"));
  try {
    return `report ${JSON.stringify(analyze(text, options))}\n`;
  } catch (error) {
    // After a trap the instance is in an unknown state, so the process ends and says why.
    if (error instanceof WebAssembly.RuntimeError) throw error;
    return `error ${error.message.replaceAll("\n", " ")}\n`;
  }
}

/** @type {Buffer[]} */
let parts = [];
for await (const chunk of process.stdin) {
  let start = 0;
  // Only a line feed ends a line: other separators may stand inside a JSON string.
  for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
    parts.push(chunk.subarray(start, end));
    process.stdout.write(answer(parts));
    parts = [];
    start = end + 1;
  }
  parts.push(chunk.subarray(start));
}
