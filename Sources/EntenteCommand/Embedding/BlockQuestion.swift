import ArgumentParser
import Entente

/// What a block of a report may ask: these questions and no other.
///
/// Each has the options of the command of its name, but none that names a file: a block can neither choose a graph nor
/// an output, nor write anything.
enum BlockQuestion {
  case render(RenderBlock)
  case path(PathBlock)
  case show(ShowBlock)
  case evidence(EvidenceBlock)
  case list(ListBlock)
  case balance(BalanceBlock)
  case timeline(TimelineBlock)
  case stance(StanceBlock)
  case compare(CompareBlock)
  case console(ConsoleQuestion)

  enum Name: String, CaseIterable {
    case render, path, show, evidence, stance, timeline, compare, list, balance, console
  }

  /// - Throws: `ReportEmbedding.Failure`.
  init(_ words: [String]) throws(ReportEmbedding.Failure) {
    guard let first = words.first, let name = Name(rawValue: first) else {
      let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw ReportEmbedding.Failure(
        "a block has no command \"\(TerminalText.escaped(words.first ?? ""))\"; there are \(names)")
    }
    let rest = Array(words.dropFirst())
    func parsed<Arguments: ParsableArguments>(
      _ type: Arguments.Type
    ) throws(ReportEmbedding.Failure) -> Arguments {
      do {
        return try Arguments.parse(rest)
      } catch {
        guard !Arguments.exitCode(for: error).isSuccess else {
          throw ReportEmbedding.Failure("a block gives no help; see entente \(first) --help")
        }
        throw ReportEmbedding.Failure("\(first): \(TerminalText.escaped(Arguments.message(for: error)))")
      }
    }
    self =
      switch name {
      case .render: .render(try parsed(RenderBlock.self))
      case .path: .path(try parsed(PathBlock.self))
      case .show: .show(try parsed(ShowBlock.self))
      case .evidence: .evidence(try parsed(EvidenceBlock.self))
      case .list: .list(try parsed(ListBlock.self))
      case .balance: .balance(try parsed(BalanceBlock.self))
      case .timeline: .timeline(try parsed(TimelineBlock.self))
      case .stance: .stance(try parsed(StanceBlock.self))
      case .compare: .compare(try parsed(CompareBlock.self))
      case .console: .console(try ConsoleQuestion(rest))
      }
  }
}

struct RenderBlock: ParsableArguments {
  @OptionGroup var view: ViewOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    try view.validate(beside: filters)
    if let format = look.format, format != .svg {
      throw ValidationError("a block's picture is SVG; --format \(format.rawValue) is for entente render.")
    }
  }
}

struct PathBlock: ParsableArguments {
  @OptionGroup var asked: PathOptions
  @OptionGroup var filters: FilterOptions
}

struct ShowBlock: ParsableArguments {
  @OptionGroup var filters: FilterOptions
  @Option var sentences = 1
  @Argument var name: String

  func validate() throws {
    if sentences < 0 { throw ValidationError("--sentences needs a number from 0 on.") }
  }
}

struct EvidenceBlock: ParsableArguments {
  @OptionGroup var filters: FilterOptions
  @Option var sentences: Int?
  @Argument var first: String
  @Argument var second: String

  func validate() throws {
    if let sentences, sentences < 1 { throw ValidationError("--sentences needs a number from 1 on.") }
  }
}

struct ListBlock: ParsableArguments {
  @OptionGroup var filters: FilterOptions
  @Option var limit: Int?
  @Argument var subject = ListCommand.Subject.everything

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit needs a number from 1 on.") }
  }
}

struct BalanceBlock: ParsableArguments {
  @OptionGroup var filters: FilterOptions
  @Option var deadline = 2000
  @Option var limit = 25
  @Option var members = 40

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit needs a number from 0 on.") }
    if members < 1 { throw ValidationError("--members needs a number from 1 on.") }
    if !(0...100_000).contains(deadline) { throw ValidationError("--deadline of a block is 0 to 100000.") }
  }
}

struct TimelineBlock: ParsableArguments {
  @OptionGroup var filters: FilterOptions
  @Argument var first: String
  @Argument var second: String
}

struct StanceBlock: ParsableArguments {
  @OptionGroup var filters: FilterOptions
  @Option var sentences = 1
  @Argument var name: String

  func validate() throws {
    if sentences < 0 { throw ValidationError("--sentences needs a number from 0 on.") }
  }
}

struct CompareBlock: ParsableArguments {
  @OptionGroup var filters: FilterOptions
  @Option var limit = 20
  @Argument(transform: { try OptionText.date($0) }) var from: CalendarDate
  @Argument(transform: { try OptionText.date($0) }) var to: CalendarDate

  func validate() throws {
    if filters.asOf != nil { throw ValidationError("--as-of does not go with compare: its two days say as of when.") }
    if limit < 1 { throw ValidationError("--limit needs a number from 1 on.") }
    if to.lastDay.dayNumber <= from.lastDay.dayNumber {
      throw ValidationError("\(to) is not later than \(from); give the earlier day first.")
    }
  }
}
