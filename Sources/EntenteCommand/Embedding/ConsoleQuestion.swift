import ArgumentParser
import Entente
import Synchronization

/// A command that asks a graph and prints the answer, which a block may show as a terminal does.
protocol ConsoleAnswering: AsyncParsableCommand {
  var graph: GraphOptions { get set }
  /// The file that the answer is to be written to; nil is standard output.
  var outputPath: String? { get }
}

extension ConsoleAnswering {
  var outputPath: String? { nil }

  fileprivate static func asked(_ words: [String]) -> Result<any ConsoleAnswering, ReportEmbedding.Failure> {
    do {
      return .success(try parse(words))
    } catch {
      let name = configuration.commandName ?? ""
      guard !exitCode(for: error).isSuccess else {
        return .failure(ReportEmbedding.Failure("a block gives no help; see entente \(name) --help"))
      }
      let message = TerminalText.escaped(message(for: error))
      return .failure(ReportEmbedding.Failure("console \(name): \(message)"))
    }
  }

  /// Asks a graph, whichever the words name.
  fileprivate static func run(_ words: [String], _ graph: GraphOptions) async throws {
    var command = try parse(words)
    command.graph = graph
    try await command.run()
  }
}

extension BalanceCommand: ConsoleAnswering {}
extension BetweenCommand: ConsoleAnswering {}
extension BlocsCommand: ConsoleAnswering {}
extension CompareCommand: ConsoleAnswering {}
extension DiscourseCommand: ConsoleAnswering {}
extension ListCommand: ConsoleAnswering {}
extension NeighborsCommand: ConsoleAnswering {}
extension OverviewCommand: ConsoleAnswering {}
extension PathCommand: ConsoleAnswering {
  var outputPath: String? { output.path }
}
extension RankCommand: ConsoleAnswering {}
extension ShowCommand: ConsoleAnswering {}
extension StanceCommand: ConsoleAnswering {}
extension TimelineCommand: ConsoleAnswering {}

/// A command line with what it prints: `console list officials --limit 3`.
///
/// The commands are a closed set that only asks. Whatever its words are, the command gets the graph of the report, and no
/// file to write to.
struct ConsoleQuestion {
  private static let commands: [any ConsoleAnswering.Type] = [
    BalanceCommand.self, BetweenCommand.self, BlocsCommand.self, CompareCommand.self, DiscourseCommand.self,
    ListCommand.self, NeighborsCommand.self, OverviewCommand.self, PathCommand.self, RankCommand.self,
    ShowCommand.self, StanceCommand.self, TimelineCommand.self,
  ]

  private static let names = commands.map { $0.configuration.commandName ?? "" }

  private let words: [String]
  private let type: any ConsoleAnswering.Type

  /// - Parameter words: those of the command line, without the name of the program.
  /// - Throws: `ReportEmbedding.Failure` where no such command is there, or it names a file.
  init(_ words: [String]) throws(ReportEmbedding.Failure) {
    let name = words.first ?? ""
    guard let place = Self.names.firstIndex(of: name) else {
      let names = Self.names.joined(separator: ", ")
      throw ReportEmbedding.Failure(
        "console shows no command \"\(TerminalText.escaped(name))\"; it shows those that only ask: \(names)")
    }
    let command = try Self.commands[place].asked(Array(words.dropFirst())).get()
    guard command.outputPath == nil, command.graph.path == GraphOptions.standardPath else {
      throw ReportEmbedding.Failure(
        "console \(name): a block names no file; entente embed --graph says which graph, and the output stands here")
    }
    self.words = words
    type = Self.commands[place]
  }

  /// What a terminal of so many columns shows: the command line behind a `$`, and what it prints.
  func transcript(_ graph: GraphOptions, columns: Int = 100) async throws -> String {
    let printed = Mutex("")
    let console = Console(
      write: { text in
        printed.withLock { $0 += text }
        return true
      }, writeError: { _ in }, columns: columns)
    let rest = Array(words.dropFirst())
    try await Console.$current.withValue(console) { try await type.run(rest, graph) }
    return "$ entente \(words.map(Self.quoted).joined(separator: " "))\n" + printed.withLock { $0 }
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-_./:,#@+=".utf8.contains(byte)
      } && word.utf8.first != 0x23
    guard !isPlain else { return word }
    var result = "\""
    for scalar in TerminalText.escaped(word).unicodeScalars {
      if "\"\\$`".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
