import Linguistics
import Provenance

/// A sentence analyzed for a test, with words looked up by their form.
struct AnalyzedText {
  let document: Document

  init(_ text: String, names: [String] = []) throws {
    let source = SourceText(metadata: DocumentMetadata(id: "test"), text: text)
    document = try Analyzer().analyze(source) { document in
      names.compactMap { AnalyzedText.range(of: $0, in: document) }
    }
  }

  /// The tokens of the first place where a name stands.
  private static func range(of name: String, in document: Document) -> Range<Int>? {
    for first in 0..<document.tokens.count {
      for last in first..<document.tokens.count
      where document.text(document.span(ofTokens: first..<last + 1)) == name {
        return first..<last + 1
      }
    }
    return nil
  }

  var forms: [String] { (0..<document.tokens.count).map { document.form($0) } }

  /// The first token with a form.
  func token(_ form: String) -> Int { forms.firstIndex(of: form) ?? -1 }

  /// "head relation" of a word: `"said ccomp"`; of the root `"ROOT root"`.
  func arc(_ form: String) -> String {
    let token = token(form)
    guard token >= 0 else { return "no such word" }
    let head = Int(document.tokens.head[token])
    return (head == token ? "ROOT" : document.form(head)) + " \(document.tokens.relation[token].label)"
  }

  func lemma(_ form: String) -> String { document.tokens.lemmaText(token(form)) }

  func part(_ form: String) -> String { "\(document.tokens.partOfSpeech[token(form)].label)" }

  func morphology(_ form: String) -> Morphology { document.tokens.morphology[token(form)] }

  /// Why the heads are no forest of one tree a sentence; nil where they are.
  var fault: String? {
    for sentence in document.sentences {
      var roots = 0
      for token in sentence.tokens {
        let head = Int(document.tokens.head[token])
        if !sentence.tokens.contains(head) { return "head of \(token) outside of its sentence" }
        if head == token { roots += 1 }
        if (head == token) != (document.tokens.relation[token] == .root) {
          return "root and relation of \(token) differ"
        }
        var at = token
        var steps = 0
        while Int(document.tokens.head[at]) != at {
          at = Int(document.tokens.head[at])
          steps += 1
          if steps > sentence.tokens.count { return "a circle from \(token)" }
        }
      }
      if roots != 1 { return "\(roots) roots" }
    }
    return nil
  }
}
