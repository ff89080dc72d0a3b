"""Reads exports back with what Python brings along, knowing nothing of how they were written.

python3 read_back.py FORMAT ARTICLE, the export on standard input; prints JSON.
"""

import csv
import io
import json
import re
import sys
from html.parser import HTMLParser


def read_csv(export, article):
    return list(csv.DictReader(io.StringIO(export.removeprefix("\ufeff"), newline="")))


def read_web_annotation(export, article):
    """Returns each target's words by position, by quote, and how often prefix, words and suffix stand there."""
    found = []
    for item in json.loads(export)["first"]["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            position, quote = target["selector"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            start = position["start"] - len(quote["prefix"])
            found.append({
                "id": item["id"].split("#")[1],
                "by_position": article[position["start"]:position["end"]],
                "by_quote": quote["exact"],
                "is_there": article.startswith(around, start),
                "is_source": target["source"] in item["id"],
                "creator": item.get("creator"),
                "names": [body["value"] for body in item["body"] if body["purpose"] == "identifying"],
                "tags": [body["value"] for body in item["body"] if body["purpose"] == "tagging"],
            })
    return found


class Reader(HTMLParser):
    """Paragraphs by their number, links as (where they stand, where they lead, label, words), entries in order."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.paragraphs, self.marks, self.open = set(), set(), {}, {}, []
        self.links, self.entries, self.dates = [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)
        if tag not in ("meta",):
            self.open.append((tag, dict(attributes)))
        if tag == "a":
            ids = [outer["id"] for _, outer in self.open if outer.get("id")]
            given = dict(attributes)
            self.links.append([ids[-1], given["href"], given.get("aria-label"), ""])
        if tag == "li":
            (self.entries if "id" in dict(attributes) else self.dates).append(dict(attributes).get("id", ""))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag, tag

    def handle_data(self, data):
        names = [name for name, _ in self.open]
        for _, attributes in self.open:
            paragraph = re.fullmatch(r"p(\d+)", attributes.get("id", ""))
            if paragraph and "a" not in names:
                number = int(paragraph[1])
                self.paragraphs[number] = self.paragraphs.get(number, "") + data
        if "a" in names:
            self.links[-1][3] += data
        if "li" in names and "a" not in names and self.dates:
            self.dates[-1] += data
        if names[-1:] == ["h1"] or "h1" in names and "a" not in names:
            self.marks.setdefault("heading", []).append(data)
        for name, attributes in self.open:
            if name == "blockquote":
                self.marks.setdefault("words", []).append(data)
            if attributes.get("class") == "meta" and "li" in names:
                self.marks.setdefault("facts", []).append(data)
            if name == "footer":
                self.marks.setdefault("footer", []).append(data)


def read_html(export, article):
    reader = Reader()
    reader.feed(export)
    reader.close()
    return {
        "tags": sorted(reader.tags),
        "attributes": sorted(reader.attributes),
        "open": [name for name, _ in reader.open],
        "paragraphs": [words for _, words in sorted(reader.paragraphs.items())],
        "numbers": sorted(reader.paragraphs),
        "heading": "".join(reader.marks.get("heading", [])),
        "links": reader.links,
        "entries": reader.entries,
        "dates": reader.dates,
        "quotations": reader.marks.get("words", []),
        "facts": "".join(reader.marks.get("facts", [])),
        "footer": "".join(reader.marks.get("footer", [])),
    }


def main():
    read = {"csv": read_csv, "web-annotation": read_web_annotation, "html": read_html}[sys.argv[1]]
    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        article = file.read()
    export = sys.stdin.buffer.read().decode("utf-8")
    json.dump(read(export, article), sys.stdout)


main()
