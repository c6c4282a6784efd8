import Entente
import Foundation

/// A report on disk, with the pictures beside it.
struct ReportFile {
  private let path: String
  private let syntax: LivingBlocks.Syntax
  private let bytes: [UInt8]

  init(_ path: String, syntax: LivingBlocks.Syntax?) throws {
    let name = TerminalText.escaped(path)
    guard let syntax = syntax ?? LivingBlocks.Syntax(fileName: path) else {
      throw CommandFailure(.usage, "\(name): neither .md nor .html; say with --syntax what it is")
    }
    do {
      bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw CommandFailure(.badInput, "\(name): cannot be read: \((error as NSError).localizedFailure)")
    }
    self.path = path
    self.syntax = syntax
  }

  private var url: URL { URL(fileURLWithPath: path) }

  private func beside(_ name: String) -> String { url.deletingLastPathComponent().appendingPathComponent(name).path }

  func fill(
    _ form: ReportEmbedding.PictureForm?,
    answer: (_ words: [String], _ scope: String) async -> Result<[ReportPart], ReportEmbedding.Failure>
  ) async throws -> ReportEmbedding.Outcome {
    let embedding = ReportEmbedding(name: url.lastPathComponent, syntax: syntax, pictureForm: form)
    return await embedding.fill(bytes, refusal: { refusal($0.name) }, answer: answer)
  }

  /// Only a picture that Entente drew is replaced, and nothing is written through a link.
  private func refusal(_ name: String) -> String? {
    let file = beside(name)
    guard let type = try? FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType else {
      return nil
    }
    let shown = TerminalText.escaped(name)
    guard type == .typeRegular else { return "\(shown) beside the report is no plain file; move it away" }
    guard let old = contents(of: name), old.isEmpty || old.starts(with: ReportFile.svgStart.utf8) else {
      return "\(shown) beside the report is no picture of Entente; move it away"
    }
    return nil
  }

  private static let svgStart = "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\""

  private func contents(of name: String) -> Data? { FileManager.default.contents(atPath: beside(name)) }

  private func isCurrent(_ picture: ReportEmbedding.PictureFile) -> Bool {
    contents(of: picture.name)?.elementsEqual(picture.svg.utf8) ?? false
  }

  /// Blocks that are not what they would be now, or whose picture is not.
  func stale(_ outcome: ReportEmbedding.Outcome) -> [(line: Int, words: String)] {
    var found = outcome.stale.map { (line: $0.line, words: $0.words) }
    let lines = Set(found.map(\.line))
    for picture in outcome.pictures where !lines.contains(picture.line) && !isCurrent(picture) {
      found.append((line: picture.line, words: picture.name))
    }
    return found.sorted { $0.line < $1.line }
  }

  /// Pictures first, so that a report never points at one that is not there.
  func write(_ outcome: ReportEmbedding.Outcome) throws {
    for picture in outcome.pictures where !isCurrent(picture) {
      try write(Array(picture.svg.utf8), beside(picture.name))
    }
    if outcome.bytes != bytes { try write(outcome.bytes, path) }
  }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw CommandFailure(
        .output, "\(TerminalText.escaped(path)): cannot be written: \(error.reason); what was there is untouched")
    }
  }

  /// `{"file","blocks","stale": [{"line","words"}],"problems": [{"line","message"}],"pictures": [names]}`.
  func json(_ outcome: ReportEmbedding.Outcome, _ changed: [(line: Int, words: String)]) -> JSONText {
    .object([
      .init("file", .string(path)), .init("blocks", .integer(outcome.count)),
      .init(
        "stale",
        .array(changed.map { .object([.init("line", .integer($0.line)), .init("words", .string($0.words))]) })),
      .init(
        "problems",
        .array(
          outcome.problems.map {
            .object([.init("line", .integer($0.line)), .init("message", .string($0.message))])
          })),
      .init("pictures", .array(outcome.pictures.map { .string($0.name) })),
    ])
  }
}
