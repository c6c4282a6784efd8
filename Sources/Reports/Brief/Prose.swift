/// A run of text as a report has it: with what is stressed, and with numbers of the sentences it rests on.
///
/// It knows no format. Each writer (``MarkdownWriter``, ``HTMLWriter``) escapes it for its own, so that a name out of a
/// hostile text is only ever a name.
public struct Prose: Hashable, Sendable {
  public enum Run: Hashable, Sendable {
    case text(String)
    case strong(String)
    /// Numbers of notes.
    case citation([Int])
  }

  public private(set) var runs: [Run]

  public init(_ text: String = "") { runs = text.isEmpty ? [] : [.text(text)] }

  public static func strong(_ text: String) -> Prose { Prose(runs: [.strong(text)]) }

  /// " [1][3]", with the space; nothing where no sentence is cited.
  public static func citation(_ numbers: [Int]) -> Prose {
    numbers.isEmpty ? Prose() : Prose(runs: [.text(" "), .citation(numbers)])
  }

  private init(runs: [Run]) { self.runs = runs }

  public static func + (a: Prose, b: Prose) -> Prose { Prose(runs: a.runs + b.runs) }
  public static func + (a: Prose, b: String) -> Prose { a + Prose(b) }
  public static func += (a: inout Prose, b: Prose) { a.runs += b.runs }
  public static func += (a: inout Prose, b: String) { a += Prose(b) }

  public var isEmpty: Bool { runs.isEmpty }

  /// Without stress: "Milley met Kono on 12 November 2019 [1]".
  public var plain: String {
    runs.map { run in
      switch run {
      case .text(let text), .strong(let text): text
      case .citation(let numbers): numbers.map { "[\($0)]" }.joined()
      }
    }.joined()
  }

  /// The same, beginning with a capital.
  var capitalizedFirst: Prose {
    var prose = self
    switch runs.first {
    case .text(let text): prose.runs[0] = .text(capitalized(text))
    case .strong(let text): prose.runs[0] = .strong(capitalized(text))
    case .citation, nil: break
    }
    return prose
  }

  /// Joined with a text between.
  static func joined(_ parts: [Prose], by separator: String) -> Prose {
    parts.enumerated().reduce(into: Prose()) { whole, part in
      if part.offset > 0 { whole += separator }
      whole += part.element
    }
  }
}
