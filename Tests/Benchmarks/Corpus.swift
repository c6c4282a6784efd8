import Entente
import Foundation

/// The texts that speed is measured with.
struct Corpus: Sendable {
  let texts: [SourceText]
  let byteCount: Int

  init(_ texts: [SourceText]) {
    self.texts = texts
    byteCount = texts.reduce(0) { $0 + $1.text.utf8.count }
  }

  struct Empty: Error, CustomStringConvertible {
    var path: String
    var description: String { "There is no text in \(path). Name a folder or file of texts with --corpus." }
  }

  /// Texts of a folder or file in order of reading, up to so many bytes; the bundled ones are repeated as often as that
  /// takes, at most to a megabyte.
  init(_ settings: Settings) throws {
    let path = settings.corpus ?? Corpus.bundled
    let limit = Int(settings.megabytes * 1e6)
    var texts: [SourceText] = []
    var bytes = 0
    for event in Reader([path]) {
      guard bytes < limit else { break }
      guard case .item(.text(let source)) = event else { continue }
      texts.append(source)
      bytes += source.text.utf8.count
    }
    guard bytes > 0 else { throw Empty(path: path) }
    if settings.corpus == nil {
      let round = texts
      while bytes < min(limit, 1_000_000) {
        texts += round
        bytes += round.reduce(0) { $0 + $1.text.utf8.count }
      }
    }
    self.init(texts)
  }

  /// Beside this file, wherever the package lies.
  static var bundled: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("graphs/gsomia-2019/sources").path
  }

  /// The same words as documents of so many words each, one text after the other; the last words are left out.
  func documents(words: Int) -> Corpus {
    let text = Array(texts.map(\.text).joined(separator: "\n\n").utf8)
    var documents: [SourceText] = []
    var start = 0
    var count = 0
    for index in text.indices.dropFirst() where text[index] <= 0x20 && text[index - 1] > 0x20 {
      count += 1
      guard count == words else { continue }
      documents.append(
        SourceText(
          metadata: DocumentMetadata(id: "\(documents.count)"),
          text: String(decoding: text[start..<index], as: UTF8.self)))
      start = index
      count = 0
    }
    return Corpus(documents)
  }

  /// One JSON object a line: `{"text": …}`.
  var jsonLines: String {
    let encoder = JSONEncoder()
    return texts.map { source in
      let line = (try? encoder.encode(["text": source.text])) ?? Data("{}".utf8)
      return String(decoding: line, as: UTF8.self) + "\n"
    }.joined()
  }
}
