"""The link-parser program on sentences of the same texts. usage: link_grammar_peer.py FOLDER"""

import re
import shutil
import subprocess
import sys
import time

from measure import value

program = shutil.which("link-parser") or sys.exit("link-parser is not installed (Debian: apt-get install link-grammar)")
version = re.search(r"[0-9]+\.[0-9]+\.[0-9]+", subprocess.run(
    [program, "--version"], capture_output=True, text=True).stdout + " 0.0.0").group()
with open(sys.argv[1] + "/sentences.txt") as file:
    sentences = file.read().splitlines()


def seconds(lines):
    start = time.perf_counter()
    subprocess.run(
        [program, "en", "-batch", "-verbosity=0"], input="\n".join(lines) + "\n", capture_output=True, text=True)
    return time.perf_counter() - start


# What loading its dictionary takes is not counted.
loading = seconds(["It works ."])
spent = seconds(sentences) - loading
tokens = sum(len(re.findall(r"\w+|[^\w\s]", sentence)) for sentence in sentences)
value(
    "linguistics/raw text to parsed document", "link-grammar " + version, "tokens/s", tokens / spent,
    note=f"{len(sentences)} sentences of 5 to 40 tokens, dictionary loaded before")
