"""spaCy's tokenizer for English, without a model, on the same texts. usage: spacy_peer.py FOLDER"""

import json
import sys

import spacy

from measure import rate

PROGRAM = "spaCy " + spacy.__version__ + " blank"
with open(sys.argv[1] + "/texts.jsonl") as file:
    texts = [json.loads(line)["text"] for line in file]
tokenizer = spacy.blank("en").tokenizer
# Most of its speed comes from words it has met before: they are kept from round to round.
count = sum(len(tokenizer(text)) for text in texts)


def tokenize():
    for text in texts:
        tokenizer(text)


rate("linguistics/tokenize", PROGRAM, tokenize, count, "tokens", repetitions=3, note=f"{count} tokens")
size = sum(len(text.encode()) for text in texts) / 1e6
rate("linguistics/tokenize, bytes", PROGRAM, tokenize, size, "MB", repetitions=3)
