// Files that a browser has saved.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { waitFor } from "./tab.mjs";

/**
 * Waits for the file, and takes it out of the folder.
 * @param {string} folder
 * @param {string} name
 */
export async function saved(folder, name) {
  const file = join(folder, name);
  // A browser saves under another name, or leaves the file empty, until all is there.
  const read = () => readdirSync(folder).join() === name && readFileSync(file, "utf8");
  const content = await waitFor(`${name} is saved`, read);
  rmSync(file);
  return content;
}
