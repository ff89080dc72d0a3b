// Offsets in a text and in the field that shows it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromField, inField, toField } from "../www/field-text.js";

const TEXT = "One\r\ntwo 🙂\r\n\r\n“three,”\rfour\n\r\ne\u0301nd\r\r\n";

test("a field has one character for every line break, whichever it was", () => {
  assert.equal(inField(TEXT), "One\ntwo 🙂\n\n“three,”\nfour\n\ne\u0301nd\n\n");
});

test("every place in the field is one in the text, before which the same stands", () => {
  const field = inField(TEXT);
  for (let offset = 0; offset <= field.length; offset += 1) {
    const inText = fromField(TEXT, offset);
    assert.equal(inField(TEXT.slice(0, inText)), field.slice(0, offset));
    assert.equal(inField(TEXT.slice(inText)), field.slice(offset));
    assert.equal(toField(TEXT, inText), offset);
  }
});

test("words are found in the field by their place in the text, and the other way round", () => {
  const field = inField(TEXT);
  for (const words of ["One", "🙂", "“three,”", "four", "e\u0301nd"]) {
    const [start, inside] = [TEXT.indexOf(words), field.indexOf(words)];
    assert.deepEqual([toField(TEXT, start), toField(TEXT, start + words.length)], [inside, inside + words.length]);
    assert.deepEqual([fromField(TEXT, inside), fromField(TEXT, inside + words.length)], [start, start + words.length]);
  }
});
