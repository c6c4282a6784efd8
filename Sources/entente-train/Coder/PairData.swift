import Diplomacy
import Extraction
import Foundation
import Linguistics
import Provenance

/// One annotated pair of actors.
struct LabelledPair {
  /// What an annotator said of it.
  enum Label: Hashable {
    case outcome(PairModel.Outcome)
    case relation(PairModel.Relation)
  }
  var id: String
  var label: Label
  /// Which part of the data it is tested in, 0 ..< 5.
  var fold: Int
  var reading: PairCoder.Reading?

  var hasEvent: Bool {
    if case .outcome = label { true } else { false }
  }

  /// The class of the relation model.
  var relation: PairModel.Relation {
    switch label {
    case .outcome(let outcome): outcome.isConflict ? .negative : .positive
    case .relation(let relation): relation
    }
  }
}

/// Reads annotated pairs: JSON lines with "id", "text", "source", "target" and either "code" (a PLOVER event type) or
/// "polarity" (−1, 0, 1).
enum PairData {
  static let foldCount = 5

  private struct Row: Decodable {
    var id: String
    var text: String
    var source: String
    var target: String
    var code: String?
    var polarity: Int?
  }

  static func load(_ url: URL, reader: PairReader) throws -> [LabelledPair] {
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let decoder = JSONDecoder()
    // Pairs of one text are tested together, so that no text is both learnt and tested.
    var folds: [String: Int] = [:]
    return try lines.enumerated().map { number, line in
      let row = try decoder.decode(Row.self, from: Data(line.utf8))
      guard let label = label(of: row) else {
        throw DataError(
          path: url.path, line: number + 1, rule: "a pair has a known \"code\" or a \"polarity\" of -1, 0 or 1")
      }
      let fold = folds[row.text] ?? number % foldCount
      folds[row.text] = fold
      return LabelledPair(
        id: row.id, label: label, fold: fold, reading: reader.read(row.text, source: row.source, target: row.target))
    }
  }

  private static func label(of row: Row) -> LabelledPair.Label? {
    if let code = row.code {
      if code == "YIELD" { return .outcome(.yield) }
      return EventType(rawValue: code).map { .outcome(PairModel.Outcome($0)) }
    }
    return row.polarity.flatMap { PairModel.Relation(rawValue: $0 + 1) }.map { .relation($0) }
  }
}

/// A file of annotations breaks its format.
struct DataError: Error, CustomStringConvertible {
  var path: String
  var line: Int
  var rule: String
  var description: String { "\(path), line \(line): \(rule)" }
}

/// Parses texts of pairs and reads them with the rules alone.
struct PairReader {
  let extractor: Extractor
  let analyzer: Analyzer
  let coder: PairCoder

  init() throws {
    extractor = try Extractor(finder: EntityFinder(gazetteer: Gazetteer()), confidence: nil)
    analyzer = try Analyzer()
    coder = try PairCoder(model: nil)
  }

  func read(_ text: String, source: String, target: String) -> PairCoder.Reading? {
    let document = extractor.analyze(
      SourceText(metadata: DocumentMetadata(id: "pair"), text: text), analyzer: analyzer)
    guard let spans = PairSpans(of: source, and: target, in: document.utf8) else { return nil }
    return coder.read(document, source: spans.source, target: spans.target)
  }
}
