// Word documents as another program writes them: the XML is ours, the zip file around it is Python's.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAKER = fileURLToPath(new URL("make_zip.py", import.meta.url));
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

/**
 * @param {Record<string, string>} files content by name
 * @param {{isDeflated?: boolean, comment?: string}} [how]
 */
export function zip(files, { isDeflated = true, comment = "" } = {}) {
  const told = JSON.stringify({ files, isDeflated, comment });
  const python = spawnSync("python3", [MAKER], { input: told, maxBuffer: 1 << 28 });
  if (python.status !== 0) throw new Error(python.stderr?.toString() || String(python.error));
  return python.stdout;
}

/**
 * @param {string} body XML in the namespace `w:`
 * @param {{isDeflated?: boolean, place?: string, prolog?: string, namespace?: string}} [how]
 */
export function docx(body, { isDeflated, place = "word/document.xml", prolog = "", namespace = WORD } = {}) {
  const names = `xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;
  return zip(
    {
      "_rels/.rels": `<Relationships><Relationship Id="r1" Type="${OFFICE}" Target="/${place}"/></Relationships>`,
      [place]: `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${names}><w:body>${body}</w:body></w:document>`,
    },
    { isDeflated },
  );
}

/** @param {string[]} paragraphs */
export const docxOf = (paragraphs, how) =>
  docx(paragraphs.map((words) => `<w:p><w:r><w:t>${escaped(words)}</w:t></w:r></w:p>`).join(""), how);

/** @param {string} words */
function escaped(words) {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
