import Foundation
import Linguistics
import Provenance

/// One sentence of a treebank.
struct TreebankSentence {
  var forms: [String] = []
  var lemmas: [String] = []
  var parts: [UniversalPartOfSpeech] = []
  var pennTags: [PennTag] = []
  /// Index of the head among the sentence's words, or -1 for the root.
  var heads: [Int] = []
  var relations: [DependencyRelation] = []
  /// The lines of the file, words' and others'.
  var lines: [String] = []

  var count: Int { forms.count }
}

/// Sentences in CoNLL-U.
struct Treebank {
  var name: String
  var sentences: [TreebankSentence]

  var wordCount: Int { sentences.reduce(0) { $0 + $1.count } }

  init(contentsOf url: URL) throws {
    name = url.deletingPathExtension().lastPathComponent
    let text = try String(contentsOf: url, encoding: .utf8)
    sentences = []
    var current = TreebankSentence()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty || line == "\r" {
        if current.count > 0 { sentences.append(current) }
        current = TreebankSentence()
        continue
      }
      current.lines.append(String(line))
      guard line.utf8.first != UInt8(ascii: "#") else { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 10 else { throw TreebankError.fields(file: url.path, line: String(line)) }
      guard Int(fields[0]) != nil else { continue }
      current.forms.append(String(fields[1]))
      current.lemmas.append(String(fields[2]))
      current.parts.append(UniversalPartOfSpeech(label: fields[3]) ?? .other)
      current.pennTags.append(PennTag(label: fields[4]))
      current.heads.append((Int(fields[6]) ?? 0) - 1)
      current.relations.append(DependencyRelation(label: fields[7]))
    }
    if current.count > 0 { sentences.append(current) }
  }

  /// The sentences' words as a document whose text puts a space between any two.
  func document() -> Document {
    var utf8: [UInt8] = []
    var tokens = Tokens()
    var all: [Sentence] = []
    for sentence in sentences {
      let first = tokens.count
      for form in sentence.forms {
        if !utf8.isEmpty { utf8.append(0x20) }
        let start = utf8.count
        utf8.append(contentsOf: form.utf8)
        tokens.append(Span(start, utf8.count))
      }
      all.append(
        Sentence(tokens: first..<tokens.count, span: Span(Int(tokens.start[first]), utf8.count)))
    }
    return Document(
      metadata: DocumentMetadata(id: name), utf8: utf8, zones: [Zone(.body, Span(0, utf8.count))], tokens: tokens,
      sentences: all)
  }
}

enum TreebankError: Error, CustomStringConvertible {
  case fields(file: String, line: String)

  var description: String {
    switch self {
    case .fields(let file, let line): "A line of CoNLL-U has ten fields between tabs; \(file) has: \(line)"
    }
  }
}
