import Diagrams

/// Fills the living blocks of a report, and leaves every other byte as it is.
///
/// ```swift
/// let embedding = ReportEmbedding(name: "brief.md", syntax: .markdown)
/// let outcome = await embedding.fill(bytes) { words, scope in await answer(words, scope) }
/// ```
///
/// It knows neither graph nor file system: who answers the blocks is given, and pictures beside the report come back
/// as bytes.
public struct ReportEmbedding: Sendable {
  /// Where pictures go.
  public enum PictureForm: String, CaseIterable, Sendable {
    /// Into the report.
    case inline
    /// Into files beside the report.
    case file
  }

  /// Why a block has no answer.
  public struct Failure: Error, Hashable, Sendable {
    public var message: String

    public init(_ message: String) { self.message = message }
  }

  /// A picture to lie beside the report.
  public struct PictureFile: Hashable, Sendable {
    /// The name of the file, without a folder.
    public var name: String
    public var svg: String
    /// Line of the block that it belongs to.
    public var line: Int
  }

  public struct Outcome: Sendable {
    /// The report with every block filled that has an answer.
    public var bytes: [UInt8]
    public var count = 0
    /// Blocks that held something else before, in order of place.
    public var stale: [LivingBlock] = []
    /// In order of line.
    public var problems: [LivingBlockProblem] = []
    public var pictures: [PictureFile] = []
  }

  /// The name of the report's file, without its folder.
  public var name: String
  public var syntax: LivingBlocks.Syntax
  public var pictureForm: PictureForm

  /// - Parameter pictureForm: By default pictures are set into HTML, and lie beside Markdown, which many readers show
  ///   without the SVG that is set into it.
  public init(name: String, syntax: LivingBlocks.Syntax, pictureForm: PictureForm? = nil) {
    self.name = name
    self.syntax = syntax
    self.pictureForm = pictureForm ?? (syntax == .html ? .inline : .file)
  }

  /// - Parameters:
  ///   - bytes: The report, in UTF-8.
  ///   - refusal: Why a picture may not lie where its name puts it; nil where it may.
  ///   - answer: The parts that the words of a block ask for; with what every id in them is to begin with.
  public func fill(
    _ bytes: [UInt8], refusal: (_ picture: PictureFile) -> String? = { _ in nil },
    answer: (_ words: [String], _ scope: String) async -> Result<[ReportPart], Failure>
  ) async -> Outcome {
    var outcome = Outcome(bytes: [])
    guard String(validating: bytes, as: UTF8.self) != nil else {
      outcome.bytes = bytes
      outcome.problems = [
        LivingBlockProblem(line: ReportEmbedding.lineOfInvalid(bytes), message: "the report is not UTF-8; convert it")
      ]
      return outcome
    }
    let found = LivingBlocks(bytes, syntax)
    outcome.count = found.blocks.count
    outcome.problems = found.problems
    var names = UniqueNames()
    var scopes = UniqueNames()
    var place = 0
    for block in found.blocks {
      // Names are given whether there is an answer or not, so that one block's failure renames no other's picture.
      let scope = scopes.unique(self.scope(block.words))
      let pictureName = names.unique(stem + "-" + ReportEmbedding.slug(block.words))
      var result: Result<[ReportPart], Failure>
      do {
        result = await answer(try BlockWords.split(block.words), scope)
      } catch {
        result = .failure(Failure(error.description))
      }
      var pictures: [PictureFile] = []
      result = result.map { placed($0, pictureName, block.line, &pictures) }
      if let refused = pictures.lazy.compactMap(refusal).first { result = .failure(Failure(refused)) }
      switch result {
      case .failure(let failure):
        outcome.problems.append(LivingBlockProblem(line: block.line, message: failure.message))
      case .success(let parts):
        outcome.pictures += pictures
        let content = text(of: parts, scope)
        let new = block.replacement(content, lineEnd: lineEnd(of: block, in: bytes))
        if !bytes[block.range].elementsEqual(new) { outcome.stale.append(block) }
        outcome.bytes += bytes[place..<block.range.lowerBound]
        outcome.bytes += new
        place = block.range.upperBound
      }
    }
    outcome.bytes += bytes[place...]
    outcome.problems.sort { $0.line < $1.line }
    return outcome
  }

  private func text(of parts: [ReportPart], _ scope: String) -> String {
    switch syntax {
    case .markdown: MarkdownWriter().text(of: parts)
    case .html: HTMLWriter(scope: scope).text(of: parts)
    }
  }

  /// Pictures taken out into files where they are to lie beside the report.
  private func placed(
    _ parts: [ReportPart], _ pictureName: String, _ line: Int, _ files: inout [PictureFile]
  ) -> [ReportPart] {
    guard pictureForm == .file else { return parts }
    var count = 0
    return parts.map { part in
      guard case .picture(var picture) = part else { return part }
      count += 1
      let name = pictureName + (count > 1 ? "-part\(count)" : "") + ".svg"
      files.append(PictureFile(name: name, svg: picture.svg, line: line))
      picture.address = ReportEmbedding.address(of: name)
      return .picture(picture)
    }
  }

  /// The name of the report without its ending.
  private var stem: String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// What ids of a block begin with: of its words, so that it stays when blocks come and go before it.
  private func scope(_ words: String) -> String {
    var hash = ContentHash()
    hash.combine(stem)
    hash.combine(words)
    return "e" + hash.text
  }

  /// As the line of the mark ends, so does all that is written.
  private func lineEnd(of block: LivingBlock, in bytes: [UInt8]) -> String {
    guard let feed = bytes[block.range.lowerBound...].firstIndex(of: 0x0A) ?? bytes.firstIndex(of: 0x0A) else {
      return "\n"
    }
    return feed > 0 && bytes[feed - 1] == 0x0D ? "\r\n" : "\n"
  }

  /// "render --focus GSOMIA" as "render-focus-gsomia": letters and digits of ASCII alone, so that it leads nowhere.
  static func slug(_ words: String) -> String {
    var result = ""
    for byte in words.utf8.prefix(400) {
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      if isLetter || (0x30...0x39).contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(isLetter ? byte | 0x20 : byte))
      } else if !result.isEmpty, result.last != "-" {
        result += "-"
      }
    }
    result = String(result.prefix(60))
    while result.last == "-" { result.removeLast() }
    return result.isEmpty ? "block" : result
  }

  /// A file's name as an address (RFC 3986): all but unreserved characters as percents.
  public static func address(of name: String) -> String {
    var result = ""
    for byte in name.utf8 {
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      if isLetter || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  private static func lineOfInvalid(_ bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}

/// Names of which a second use is told apart by a number.
private struct UniqueNames {
  private var used: Set<String> = []

  mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}
