"""The network and the questions that `entente-bench run graph --export` wrote."""

import csv


def edges(folder):
    """Source, target and cost (−ln of strength) of each edge; cheaper ones of parallel edges alone would do, but there are none."""
    with open(folder + "/edges.csv") as file:
        for row in csv.DictReader(file):
            yield int(row["source"]), int(row["target"]), float(row["strength"]), float(row["cost"])


def pairs(folder):
    with open(folder + "/pairs.csv") as file:
        return [(int(row["source"]), int(row["target"]), float(row["cost"])) for row in csv.DictReader(file)]
