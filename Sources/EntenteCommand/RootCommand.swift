public import ArgumentParser
import Entente
import Foundation

/// The command `entente`.
public struct RootCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Texts about foreign affairs to a graph of who stands with whom, and why.",
    discussion: """
      Entente reads news and documents, finds the countries, officials, organizations and agreements in them and what \
      they hold of each other, and keeps it all in one file, each statement with the sentence it rests on.

      EXAMPLES
        entente add reports/               read every text in a directory
        entente list officials             who is there
        entente show GSOMIA                one entity with its ties and sentences
        entente path "Mark Milley" Seoul   how two are connected
        entente stance GSOMIA              who is for it, and who against
        entente render -o graph.svg        the picture

      \(ExitStatus.table)
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Reading",
        subcommands: [
          AddCommand.self, ImportCommand.self, ExtractCommand.self, ExplainCommand.self, ParseCommand.self,
          CodeCommand.self,
        ]),
      CommandGroup(name: "Browsing", subcommands: [ListCommand.self, ShowCommand.self, OverviewCommand.self]),
      CommandGroup(
        name: "Question",
        subcommands: [
          PathCommand.self, NeighborsCommand.self, BetweenCommand.self, StanceCommand.self, TimelineCommand.self,
          RankCommand.self, BalanceCommand.self, BlocsCommand.self, DiscourseCommand.self, CompareCommand.self,
        ]),
      CommandGroup(name: "Curation", subcommands: [EditCommand.self]),
      CommandGroup(
        name: "Output",
        subcommands: [
          RenderCommand.self, ReportCommand.self, EmbedCommand.self, PandocCommand.self, ExportCommand.self,
        ]),
    ])

  public init() {}

  /// Runs a command line and returns the exit status. Nothing is written but through the console.
  ///
  /// - Parameter arguments: without the name of the program.
  public static func run(_ arguments: [String], console: Console) async -> ExitStatus {
    await Console.$current.withValue(console) {
      do {
        var command = try parseAsRoot(arguments)
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
        return .success
      } catch {
        return report(error, console)
      }
    }
  }

  private static func report(_ error: any Error, _ console: Console) -> ExitStatus {
    switch error {
    case let failure as CommandFailure:
      if !failure.message.isEmpty { console.warn(failure.message) }
      return failure.status
    case let error as StoreError:
      console.warn(error.description)
      return .store
    case let error as AtomicFile.Failure:
      console.warn(error.description)
      return .output
    case let error as DiagramError:
      console.warn(error.description)
      return .usage
    case let error as RenderingError:
      console.warn(error.description)
      return .output
    case is CancellationError: return .interrupted
    default:
      let text = fullMessage(for: error)
      if exitCode(for: error).isSuccess {
        return console.write(text + "\n") ? .success : .output
      }
      console.writeError(text.isEmpty ? "entente: \(error)\n" : text + "\n")
      return .usage
    }
  }
}
