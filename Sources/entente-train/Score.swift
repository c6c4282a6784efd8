import Linguistics

/// How much of a treebank an analyzer gets right, from the treebank's own tokens.
struct Score: CustomStringConvertible {
  private(set) var words = 0
  private(set) var parts = 0
  private(set) var pennTags = 0
  private(set) var lemmas = 0
  private(set) var lemmaWords = 0
  private(set) var heads = 0
  private(set) var labelled = 0

  init(of analyzer: Analyzer, on treebank: Treebank) {
    var document = treebank.document()
    analyzer.annotate(&document)
    let tokens = document.tokens
    for (sentence, gold) in zip(document.sentences, treebank.sentences) {
      let first = sentence.tokens.lowerBound
      for word in 0..<gold.count {
        let token = first + word
        words += 1
        if tokens.partOfSpeech[token] == gold.parts[word] { parts += 1 }
        if tokens.pennTag[token] == gold.pennTags[word] { pennTags += 1 }
        if gold.lemmas[word] != "_" || gold.forms[word] == "_" {
          lemmaWords += 1
          if tokens.lemmaText(token) == gold.lemmas[word] { lemmas += 1 }
        }
        let head = Int(tokens.head[token]) - first
        if head == (gold.heads[word] < 0 ? word : gold.heads[word]) {
          heads += 1
          if tokens.relation[token] == gold.relations[word] { labelled += 1 }
        }
      }
    }
  }

  var description: String {
    "UPOS \(Figures.percent(parts, words)) XPOS \(Figures.percent(pennTags, words)) "
      + "lemma \(Figures.percent(lemmas, lemmaWords)) UAS \(Figures.percent(heads, words)) "
      + "LAS \(Figures.percent(labelled, words)) (\(words) words)"
  }

  /// The figures as cells of a Markdown table.
  var cells: [String] {
    [
      Figures.percent(parts, words), Figures.percent(pennTags, words), Figures.percent(lemmas, lemmaWords),
      Figures.percent(heads, words), Figures.percent(labelled, words), String(words),
    ]
  }
}
