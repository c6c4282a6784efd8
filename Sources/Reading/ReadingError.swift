/// Why something that was to be read was not, and where. One error concerns one file, or one record of it;
/// everything else still goes through.
public struct ReadingError: Error, Hashable, Sendable {
  /// As the user named it; nil for standard input.
  public var path: String?
  /// From 1.
  public var line: Int?
  /// In bytes, from 1.
  public var column: Int?
  public var problem: Problem

  public enum Problem: Error, Hashable, Sendable {
    case notFound
    /// What the system said: "Permission denied".
    case unreadable(String)
    case empty
    /// What it looks like: "a PDF file", or nil where it is just not text.
    case binary(String?)
    /// More bytes than one text may have.
    case tooLarge(limit: Int)
    /// The rule of JSON that was broken.
    case malformedJSON(String)
    /// A record that is JSON but no document: the rule it breaks.
    case notADocument(String)
    case directoryWithoutTexts
    /// A page without any text that could be an article.
    case noText
  }

  public init(_ problem: Problem, path: String? = nil, line: Int? = nil, column: Int? = nil) {
    self.problem = problem
    self.path = path
    self.line = line
    self.column = column
  }
}

/// Something a reader should know of a text that went through all the same.
public struct ReadingWarning: Hashable, Sendable {
  public var path: String?
  public var line: Int?
  public var remark: Remark

  public enum Remark: Hashable, Sendable {
    /// Neither UTF-8 nor UTF-16: read as Windows-1252.
    case readAsWindows1252
    /// UTF-8 with broken sequences, each replaced by U+FFFD; the offset is that of the first.
    case repairedUTF8(count: Int, offset: Int)
    /// UTF-16 without a byte order mark, recognised by its zero bytes.
    case guessedUTF16
    /// The extension is of no kind that Entente reads.
    case passedOver(extension: String)
    /// A date field that names no date.
    case unreadableDate(String)
    /// Another text of this run has the id; this one is called otherwise.
    case renamed(from: String, to: String)
    /// The same text under the same id was read before in this run.
    case alreadyRead(id: String)
  }

  public init(_ remark: Remark, path: String? = nil, line: Int? = nil) {
    self.remark = remark
    self.path = path
    self.line = line
  }
}

extension ReadingError: CustomStringConvertible {
  /// "reports.jsonl:17:31: not JSON: …": place, rule, remedy.
  public var description: String { place(path, line, column) + ": " + problem.description }
}

extension ReadingError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFound: "no such file or directory"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .empty: "holds no text"
    case .binary(let kind?): "is \(kind), not text; convert it to .txt, .html or .md first"
    case .binary(nil): "is not text (it holds bytes that no text has)"
    case .tooLarge(let limit): "is larger than \(limit >> 20) MiB, the most one text may have; split it"
    case .malformedJSON(let rule): "not JSON: \(rule)"
    case .notADocument(let rule): "not a document: \(rule)"
    case .directoryWithoutTexts: "holds no file that Entente reads (\(InputFormat.extensionList))"
    case .noText: "holds no text outside navigation, scripts and forms"
    }
  }
}

extension ReadingWarning: CustomStringConvertible {
  public var description: String { place(path, line, nil) + ": " + remark.description }
}

extension ReadingWarning.Remark: CustomStringConvertible {
  public var description: String {
    switch self {
    case .readAsWindows1252: "is neither UTF-8 nor UTF-16; read as Windows-1252"
    case .repairedUTF8(let count, let offset):
      "\(count) broken UTF-8 \(count == 1 ? "sequence" : "sequences") replaced, the first at byte \(offset)"
    case .guessedUTF16: "has no byte order mark; read as UTF-16"
    case .passedOver(let name):
      name.isEmpty ? "passed over: no extension" : "passed over: .\(name) is not read (\(InputFormat.extensionList))"
    case .unreadableDate(let text): "the date \"\(text)\" is not understood; write it as 2019-11-12"
    case .renamed(let from, let to): "another text is called \"\(from)\" already; this one is now \"\(to)\""
    case .alreadyRead(let id): "passed over: the same text was read before as \"\(id)\""
    }
  }
}

private func place(_ path: String?, _ line: Int?, _ column: Int?) -> String {
  var text = path ?? "standard input"
  if let line {
    text += ":\(line)"
    if let column { text += ":\(column)" }
  }
  return text
}
