/// The kinds of file that Entente reads, told apart by extension.
public enum InputFormat: Sendable, CaseIterable {
  case plainText, markdown, html, json, jsonLines, conllu

  /// The format of a file name, letters' case aside; nil for an extension of no kind that is read.
  public init?(fileName: some StringProtocol) {
    switch pathExtension(fileName).lowercased() {
    case "txt", "text": self = .plainText
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "conllu": self = .conllu
    default: return nil
    }
  }

  /// For messages.
  static let extensionList = ".txt .md .html .json .jsonl .conllu"
}

/// The part of a path after its last slash.
func lastPathComponent(_ path: some StringProtocol) -> String {
  let bytes = Array(path.utf8)
  var end = bytes.count
  while end > 1, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
  let start = bytes[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
  return String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
}

/// What follows the last dot of a file name; empty for `README` and `.profile`.
func pathExtension(_ path: some StringProtocol) -> String {
  let name = Array(lastPathComponent(path).utf8)
  guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return "" }
  return String(decoding: name[(dot + 1)...], as: UTF8.self)
}

/// A file's name without extension: what a text file's document is called.
func fileStem(_ path: some StringProtocol) -> String {
  let name = Array(lastPathComponent(path).utf8)
  guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return String(decoding: name, as: UTF8.self) }
  return String(decoding: name[..<dot], as: UTF8.self)
}
