import Provenance

/// The numbered sentences below an answer. A sentence that is cited again keeps its number.
struct EvidenceNotes {
  private struct Key: Hashable {
    var document: String
    var sentence: Int
  }

  private var numbers: [Key: Int] = [:]
  private(set) var quotations: [Quotation] = []

  /// The number of a sentence, from 1.
  mutating func number(_ quotation: Quotation) -> Int {
    let key = Key(document: quotation.document, sentence: quotation.sentence)
    if let number = numbers[key] { return number }
    quotations.append(quotation)
    numbers[key] = quotations.count
    return quotations.count
  }

  /// "[1][3]".
  mutating func marks(_ quotations: some Sequence<Quotation>) -> String {
    var seen: Set<Int> = []
    return quotations.map { number($0) }.filter { seen.insert($0).inserted }.sorted().map { "[\($0)]" }.joined()
  }

  /// The list: sentence, then document, publisher, date and place; empty where nothing is cited.
  func text(_ style: TextStyle) -> String {
    let width = "[\(quotations.count)] ".count
    let indentation = String(repeating: " ", count: width)
    return quotations.enumerated().map { place, quotation in
      let mark = TerminalText.padded("[\(place + 1)]", to: width)
      let words = TerminalText.escaped(quotation.text)
      // A sentence that is all direct speech has its own quotation marks.
      let isQuoted = words.first.map { "“\"«".contains($0) } ?? false && words.last.map { "”\"»".contains($0) } ?? false
      let sentence = TerminalText.wrapped(
        isQuoted ? words : "“\(words)”", columns: style.columns - width, indentation: indentation + " ")
      return mark + sentence + "\n" + indentation + style.dim(EvidenceNotes.source(of: quotation)) + "\n"
    }.joined()
  }

  /// "02-milley-in-tokyo, Wire, 12 November 2019, sentence 4".
  static func source(of quotation: Quotation) -> String {
    let parts = [quotation.document, quotation.publisher, quotation.date.map(DateSpanText.text)]
    return TerminalText.escaped(
      (parts.compactMap(\.self) + [quotation.place]).joined(separator: ", "))
  }
}
