/// The living blocks of a report.
public struct LivingBlocks: Sendable {
  /// What a report is written in.
  public enum Syntax: String, CaseIterable, Sendable {
    case markdown, html

    /// By the end of a file's name; nil where it tells nothing.
    public init?(fileName: String) {
      guard let dot = fileName.lastIndex(of: ".") else { return nil }
      switch fileName[fileName.index(after: dot)...].lowercased() {
      case "md", "markdown", "mdown", "mkd", "qmd", "rmd", "mdx": self = .markdown
      case "html", "htm", "xhtml": self = .html
      default: return nil
      }
    }
  }

  /// In order of place; none overlaps another.
  public internal(set) var blocks: [LivingBlock] = []
  public internal(set) var problems: [LivingBlockProblem] = []

  /// Finds the blocks of a text.
  ///
  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8], _ syntax: Syntax) {
    switch syntax {
    case .markdown:
      var scanner = MarkdownBlockScanner(bytes)
      (blocks, problems) = scanner.scan()
    case .html:
      var scanner = HTMLBlockScanner(bytes)
      (blocks, problems) = scanner.scan()
    }
    problems.sort { $0.line < $1.line }
  }
}

/// An opening mark that waits for its closing one.
struct OpenMark {
  var words: String
  var line: Int
  /// The place after the mark.
  var end: Int
  var indentation: String

  func block(until close: Int, isSpaced: Bool) -> LivingBlock {
    LivingBlock(
      form: .comment, words: words, line: line, range: end..<close, indentation: indentation, isSpaced: isSpaced)
  }

  var neverClosed: LivingBlockProblem {
    LivingBlockProblem(line: line, message: "this block is never closed; end it with <!-- /entente -->")
  }

  static func closesNothing(_ line: Int) -> LivingBlockProblem {
    LivingBlockProblem(line: line, message: "<!-- /entente --> closes nothing; a block begins with <!-- entente: … -->")
  }
}
