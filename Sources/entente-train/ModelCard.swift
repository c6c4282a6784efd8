/// The page that tells what weights were made of and how good they are.
struct ModelCard {
  var date: String
  var training: [Treebank]
  var unlabelled: Bool
  var development: [(name: String, score: Score)]
  var size: Int
  var options: String

  var markdown: String {
    var lines = [
      "# Weights of tagger, lemmatizer and parser", "",
      "Made by `entente-train parser`\(date.isEmpty ? "" : " on \(date)"), with `\(options)`. "
        + "\(size) bytes; the same treebanks and options give the same bytes.", "",
      "## Method", "",
      "Vectors of word forms (word, endings, beginning, shape), added up for each token; simple recurrent layers in both "
        + "directions; from the last one linear scores of tag pairs, and biaffine scores of heads, of which the best "
        + "tree with one root is taken; relations by a hidden layer over word and head. Lemmas by rules of word endings "
        + "with exceptions. Weights are whole numbers (16 bits; vectors 8 bits), multiplied in 8 bits with a unit for "
        + "each row and column, so that an analysis is the same on every machine.", "",
      "## Data and licences", "", "| treebank | sentences | words | licence |", "|---|---|---|---|",
    ]
    for treebank in training {
      lines.append(
        "| \(treebank.name) | \(treebank.sentences.count) | \(treebank.wordCount) | \(licence(treebank.name)) |")
    }
    if unlabelled {
      lines += [
        "",
        "Beside them stands unlabelled text, parsed by the network itself after its first training: statements on foreign "
          + "affairs of the White House and the State Department, in the public domain.",
      ]
    }
    lines += [
      "", "The weights derive from a CC BY-SA 4.0 treebank and are themselves under CC BY-SA 4.0.", "",
      "## Figures", "",
      "On held-out sentences with the treebank's tokens and predicted tags, all words, in per cent; relations with "
        + "their subtypes.", "", "| treebank | UPOS | XPOS | lemma | UAS | LAS | words |",
      "|---|---|---|---|---|---|---|",
    ]
    for (name, score) in development { lines.append("| \(name) | \(score.cells.joined(separator: " | ")) |") }
    lines += [
      "", "## Limits", "",
      "English of newswire, government statements, web and speech of the treebanks' years. Other languages, verse and "
        + "tables are not covered. A relation far from its head, and attachment of prepositional phrases, go wrong "
        + "most often.", "",
    ]
    return lines.joined(separator: "\n")
  }

  private func licence(_ name: String) -> String {
    if name.hasPrefix("en_ewt") { return "CC BY-SA 4.0 (Universal Dependencies English Web Treebank)" }
    if name.hasPrefix("en_gum") { return "annotations CC BY 4.0 (GUM), texts as the GUM project names them" }
    return "see the treebank"
  }
}
