public import Foundation

/// Replaces the living blocks of a pandoc document: a JSON filter, as `pandoc --filter` runs it.
///
/// The blocks are those of ``LivingBlocks``: code of the class `entente`, and pairs of comments. Pictures are set into
/// HTML as SVG; LaTeX gets PDF in files, since it sets nothing else; documents of one file get PNG within them, and formats
/// of plain text PNG in files.
///
/// Source: https://pandoc.org/filters.html
public struct PandocFilter: Sendable {
  public typealias Answer = (_ words: [String], _ scope: String) async -> Result<[ReportPart], ReportEmbedding.Failure>

  /// How pictures get into a document.
  public enum PictureForm: Hashable, Sendable {
    /// Within the document.
    case svg, png
    /// In files, in the folder ``PandocFilter/mediaFolder``.
    case pdfFile, pngFile

    /// - Parameter target: The format that pandoc writes, which is the filter's first argument.
    public init(target: String) {
      let name = target.split { $0 == "+" || $0 == "-" }.first.map(String.init) ?? ""
      switch name {
      case "html", "html4", "html5", "revealjs", "slidy", "dzslides", "s5", "slideous", "epub", "epub2", "epub3",
        "chunkedhtml":
        self = .svg
      case "latex", "beamer", "context", "pdf": self = .pdfFile
      case "docx", "odt", "opendocument", "pptx", "rtf", "fb2", "icml", "json", "native": self = .png
      default: self = .pngFile
      }
    }
  }

  /// What keeps the document from being complete.
  public struct Failure: Error, CustomStringConvertible, Sendable {
    public var messages: [String]
    public var description: String { messages.joined(separator: "\n") }
  }

  public var pictureForm: PictureForm
  /// Where to look for `rsvg-convert`, as in `PATH`.
  public var searchPath: String

  /// Where files of pictures go, made when the first is written.
  public var mediaFolder: String

  public init(target: String, searchPath: String, mediaFolder: String = "entente-media") {
    pictureForm = PictureForm(target: target)
    self.searchPath = searchPath
    self.mediaFolder = mediaFolder
  }

  /// The document with every block answered.
  ///
  /// - Parameter document: The JSON that pandoc writes.
  /// - Throws: ``Failure`` where it is no document, or a block has no answer.
  public func filter(_ document: Data, answer: Answer) async throws -> Data {
    guard let tree = try? JSONSerialization.jsonObject(with: document) as? [String: Any], tree["blocks"] is [Any] else {
      throw Failure(messages: ["this is no pandoc document in JSON; run it as pandoc --filter does"])
    }
    var state = State()
    var result = tree
    result["blocks"] = await walk(tree["blocks"] ?? [], &state, answer)
    guard state.messages.isEmpty else { throw Failure(messages: state.messages) }
    return try JSONSerialization.data(withJSONObject: result, options: [.sortedKeys, .withoutEscapingSlashes])
  }

  private struct State {
    var count = 0
    var messages: [String] = []
  }

  /// What one block of the document asks.
  private enum Asked {
    case words(String)
    /// The opening mark of a pair.
    case open(String)
  }

  private func walk(_ value: Any, _ state: inout State, _ answer: Answer) async -> Any {
    if let object = value as? [String: Any] {
      var result = object
      for key in object.keys.sorted() { result[key] = await walk(object[key] ?? NSNull(), &state, answer) }
      return result
    }
    guard let array = value as? [Any] else { return value }
    var result: [Any] = []
    var place = 0
    while place < array.count {
      let element = array[place]
      place += 1
      switch PandocFilter.asked(element) {
      case nil: result.append(await walk(element, &state, answer))
      case .words(let words): result += await answered(words, element, &state, answer)
      case .open(let words):
        guard let close = array[place...].firstIndex(where: PandocFilter.isClosing) else {
          state.messages.append("\"\(TerminalText.escaped(words))\": this block is never closed")
          result.append(element)
          continue
        }
        result += await answered(words, element, &state, answer)
        place = close + 1
      }
    }
    return result
  }

  private static func asked(_ element: Any) -> Asked? {
    guard let node = element as? [String: Any], let type = node["t"] as? String, let content = node["c"] as? [Any]
    else { return nil }
    switch type {
    case "CodeBlock":
      guard content.count == 2, let attributes = content[0] as? [Any], attributes.count == 3,
        (attributes[1] as? [String])?.contains("entente") == true, let text = content[1] as? String
      else { return nil }
      return .words(text)
    case "Para", "Plain":
      // A fence with words behind its language is inline code to pandoc's own Markdown.
      guard content.count == 1, let code = content[0] as? [String: Any], code["t"] as? String == "Code",
        let parts = code["c"] as? [Any], let text = parts.last as? String, text.hasPrefix("entente ")
      else { return nil }
      return .words(String(text.dropFirst("entente ".count)))
    case "RawBlock":
      guard content.count == 2, content[0] as? String == "html", let text = content[1] as? String else { return nil }
      let found = LivingBlocks(Array(text.utf8), .html)
      if let block = found.blocks.first { return .words(block.words) }
      guard !found.problems.isEmpty else { return nil }
      let closed = LivingBlocks(Array((text + "<!-- /entente -->").utf8), .html)
      return closed.problems.isEmpty ? closed.blocks.first.map { .open($0.words) } : nil
    default: return nil
    }
  }

  private static func isClosing(_ element: Any) -> Bool {
    guard let node = element as? [String: Any], let type = node["t"] as? String, let content = node["c"] as? [Any]
    else { return false }
    // A mark right below a paragraph is the end of it.
    if type == "Para" || type == "Plain" { return content.last.map(isClosing) ?? false }
    guard type == "RawBlock" || type == "RawInline", content.first as? String == "html",
      let text = content.last as? String
    else { return false }
    let opened = LivingBlocks(Array(("<!-- entente: x -->" + text).utf8), .html)
    return opened.problems.isEmpty && !opened.blocks.isEmpty
  }

  private func answered(_ words: String, _ element: Any, _ state: inout State, _ answer: Answer) async -> [Any] {
    state.count += 1
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    do {
      let split: [String]
      do {
        split = try BlockWords.split(line)
      } catch BlockWords.Failure.empty {
        throw ReportEmbedding.Failure("a block is empty; write its words on the line below the fence")
      } catch {
        throw ReportEmbedding.Failure(error.description)
      }
      let parts = try await answer(split, "e\(state.count)p").get()
      let blocks = try PandocText(isLaTeX: pictureForm == .pdfFile, picture: picture).blocks(parts)
      let json = Data(JSONText.array(blocks).line.utf8)
      return try JSONSerialization.jsonObject(with: json) as? [Any] ?? []
    } catch {
      let message = (error as? ReportEmbedding.Failure)?.message ?? "\(error)"
      state.messages.append("\"\(TerminalText.escaped(line))\": \(message)")
      return [element]
    }
  }

  private func picture(_ picture: ReportPicture) throws -> JSONText {
    guard pictureForm != .svg else {
      // No wider than the page, though it has no style sheet.
      var svg = picture.svg
      if svg.hasPrefix("<svg "), !svg.prefix(while: { $0 != ">" }).contains(" style=") {
        svg = "<svg style=\"max-width:100%;height:auto\" " + svg.dropFirst(5)
      }
      return PandocText.node("RawBlock", [.string("html"), .string("<figure>\n\(svg)</figure>")])
    }
    guard let converter = SVGConverter(searchPath: searchPath) else {
      throw ReportEmbedding.Failure("pictures for this format are made by rsvg-convert; install librsvg2-bin")
    }
    let bytes = try converter.convert(picture.svg, to: pictureForm == .pdfFile ? .pdf : .png)
    let source: String
    if pictureForm == .png {
      source = "data:image/png;base64,\(Data(bytes).base64EncodedString())"
    } else {
      // Named by what it shows, so that the same picture is the same file.
      let name = SHA256.hexadecimal(of: picture.svg.utf8).prefix(16) + (pictureForm == .pdfFile ? ".pdf" : ".png")
      source = mediaFolder + "/" + name
      let remedy = "name another folder with the environment variable ENTENTE_MEDIA"
      do {
        try FileManager.default.createDirectory(atPath: mediaFolder, withIntermediateDirectories: true)
        try AtomicFile.write(bytes, to: source)
      } catch let failure as AtomicFile.Failure {
        throw ReportEmbedding.Failure("\(source): cannot be written: \(failure.reason); \(remedy)")
      } catch {
        let reason = (error as NSError).localizedFailure
        throw ReportEmbedding.Failure("the folder \(mediaFolder) cannot be made: \(reason); \(remedy)")
      }
    }
    let attributes = JSONText.array([
      .string(""), .array([]), .array([.array([.string("width"), .string("100%")])]),
    ])
    let image = PandocText.node(
      "Image",
      [
        attributes, .array(PandocText.words(picture.alternative)),
        .array([.string(source), .string("")]),
      ])
    return PandocText.node("Para", [image])
  }
}
