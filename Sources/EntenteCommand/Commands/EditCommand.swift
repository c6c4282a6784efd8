import ArgumentParser
import Entente
import Foundation

/// `entente edit`.
struct EditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Put right what the texts got wrong: merge, split, rename, reject, add.",
    discussion: """
      Edits are kept as a log with author and reason. What the texts say stays as it is: edits are applied whenever the \
      graph is read, and again when a text is added anew; each can be taken back. Entities are called by any name, or by \
      #number; claims by the ids that entente show gives: c12.

      The author is --author, else the environment's ENTENTE_AUTHOR, else its USER, else "unknown".

      EXAMPLES
        entente edit merge "Taro Kono" "Kono Taro" --reason "one man, two orders of names"
        entente edit split Kono --name "Yohei Kono" --alias "Kono Yohei" --claim c31
        entente edit rename GSOMIA "Korea-Japan GSOMIA"
        entente edit reject c12 c13 --reason "irony"
        entente edit role "Taro Kono" "Defense Minister" --from 2019-09-11 --to 2020-09-16
        entente edit log
        entente edit undo 3

      \(ExitStatus.table)
      """,
    subcommands: [
      EditMerge.self, EditSplit.self, EditRename.self, EditAlias.self, EditKind.self, EditRole.self, EditReject.self,
      EditAddClaim.self, EditLogCommand.self, EditUndo.self, EditExport.self, EditImport.self,
    ])
}

/// Who edits which graph, and why.
struct EditOptions: ParsableArguments {
  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption

  @Option(help: ArgumentHelp("Who makes the edit.", valueName: "name"))
  var author: String?

  @Option(help: ArgumentHelp("Why, for those who come after.", valueName: "text"))
  var reason: String?

  var resolvedAuthor: String {
    let environment = ProcessInfo.processInfo.environment
    let names = [author, environment["ENTENTE_AUTHOR"], environment["USER"]]
    return names.compactMap(\.self).first { !$0.isEmpty } ?? "unknown"
  }

  /// Makes the edit that `action` makes of the graph's names, and says what was done.
  func edit(_ action: (EditNames) throws -> Edit.Action) throws {
    let store = try open()
    let action = try action(EditNames(store))
    try report(refusing { try store.edit(action, author: resolvedAuthor, reason: reason, time: Self.now) })
  }

  /// The graph for writing; it must exist.
  func open() throws -> GraphStore {
    guard FileManager.default.fileExists(atPath: graph.path) else { throw StoreError.missing(path: graph.path) }
    return try GraphStore(path: graph.path)
  }

  static var now: String { Date().formatted(.iso8601) }

  /// A refusal is the command line's fault, not the graph file's.
  func refusing<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as StoreError {
      guard case .editRefused = error else { throw error }
      throw CommandFailure(.usage, TerminalText.escaped(error.description))
    }
  }

  func report(_ edit: Edit) throws {
    try Console.current.print(json.isOn ? edit.json.line + "\n" : edit.text + "\n")
  }
}

/// The names and numbers by which people speak of a graph's entities and claims.
struct EditNames {
  let store: GraphStore
  private let stored: StoredGraph

  init(_ store: GraphStore) throws {
    self.store = store
    stored = try StoredGraph(store)
  }

  func entity(_ name: String) throws -> EntityReference {
    let entity = stored.graph.entity(try stored.node(named: name))
    return EntityReference(id: entity.id.index, name: entity.name, kind: entity.kind.rawValue)
  }

  func claims(_ names: [String]) throws -> [ClaimReference] {
    let ids = try names.map { name in
      guard name.hasPrefix("c"), let number = UInt32(name.dropFirst()) else {
        throw CommandFailure(
          .usage, "\"\(TerminalText.escaped(name))\" is no claim; claims are called as entente show does: c12")
      }
      return ID<Claim>(Int(number))
    }
    for (id, name) in zip(ids, names) where try store.claims([id]).isEmpty {
      throw CommandFailure(.noResult, "there is no claim \(name), or it was rejected already")
    }
    return try store.references(to: ids)
  }
}
