"""Writes a zip file to standard output; standard input says in JSON what is in it, and whether it is deflated."""

import io
import json
import sys
import zipfile

told = json.load(sys.stdin)
method = zipfile.ZIP_DEFLATED if told["isDeflated"] else zipfile.ZIP_STORED
made = io.BytesIO()
with zipfile.ZipFile(made, "w", method) as archive:
    archive.comment = told["comment"].encode()
    for name, content in told["files"].items():
        archive.writestr(name, content)
sys.stdout.buffer.write(made.getvalue())
