/// The words of a living block, parted as a shell parts them, and nothing else that a shell does: no variable, no
/// substitution, no escape but `\"` and `\\` within double quotation marks.
public enum BlockWords {
  /// Why a block's words cannot be told apart.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    case unclosedQuotation(Character)
    case empty
    case tooLong

    public var description: String {
      switch self {
      case .unclosedQuotation(let mark): "a quotation mark \(mark) is never closed"
      case .empty: "a block needs a command: " + BlockWords.example
      case .tooLong: "a block's words have at most \(BlockWords.mostBytes) bytes"
      }
    }
  }

  static let mostBytes = 4000
  static let example = "render --focus GSOMIA, for one"

  /// - Parameter text: `path "Mark Milley" 'South Korea' --k 2`; typographic quotation marks serve too.
  public static func split(_ text: String) throws(Failure) -> [String] {
    guard text.utf8.count <= mostBytes else { throw .tooLong }
    var words: [String] = []
    var word: String?
    var closing: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + (character == "\"" || character == "\\" ? "" : "\\") + String(character)
        isEscaped = false
      } else if let mark = closing {
        if character == mark {
          closing = nil
        } else if character == "\\", mark == "\"" {
          isEscaped = true
        } else {
          word = (word ?? "") + String(character)
        }
      } else if let mark = pair(character), word == nil || mark != "'" && mark != "’" {
        closing = mark
        word = word ?? ""
      } else if character.isWhitespace {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let closing { throw .unclosedQuotation(closing) }
    if let word { words.append(word) }
    guard !words.isEmpty else { throw .empty }
    return words
  }

  /// What closes a quotation that a character opens.
  private static func pair(_ character: Character) -> Character? {
    switch character {
    case "\"": "\""
    case "'": "'"
    case "“": "”"
    case "‘": "’"
    default: nil
    }
  }
}
