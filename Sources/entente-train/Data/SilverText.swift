import Foundation
import Linguistics
import Provenance

/// Unlabelled text as a teacher parses it, to learn words from that no treebank has.
///
/// Source: Petrov et al., "Uptraining for Accurate Deterministic Question Parsing", EMNLP 2010.
enum SilverText {
  private struct Record: Decodable {
    var text: String
  }

  /// Sentences of running text of 5 to 60 words.
  ///
  /// - Parameter file: JSON lines with a field "text".
  static func sentences(of file: URL, teacher: Analyzer, classes: TagClasses) throws -> [PreparedSentence] {
    let decoder = JSONDecoder()
    var result: [PreparedSentence] = []
    for (number, line) in try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).enumerated() {
      let record = try decoder.decode(Record.self, from: Data(line))
      let source = SourceText(metadata: DocumentMetadata(id: String(number)), text: record.text)
      let document = teacher.analyze(source)
      for sentence in document.sentences where sentence.zone == .body && (5...60).contains(sentence.tokens.count) {
        result.append(PreparedSentence(document, tokens: sentence.tokens, classes: classes))
      }
    }
    return result
  }
}

extension PreparedSentence {
  /// A sentence of an analyzed document.
  init(_ document: Document, tokens range: Range<Int>, classes: TagClasses) {
    let columns = document.tokens
    tokens = document.utf8.withUnsafeBufferPointer { text in
      range.map { TokenFeatures(UnsafeBufferPointer(rebasing: text[Int(columns.start[$0])..<Int(columns.end[$0])])) }
    }
    gold = range.map { classes.number(columns.partOfSpeech[$0], columns.pennTag[$0]) }
    heads = range.map { Int(columns.head[$0]) == $0 ? 0 : columns.head[$0] - Int32(range.lowerBound) + 1 }
    labels = range.map { columns.relation[$0].rawValue }
  }
}
