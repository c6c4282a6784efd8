import ArgumentParser
import Entente

/// Which graph file a command works on.
struct GraphOptions: ParsableArguments {
  @Option(name: .customLong("graph"), help: ArgumentHelp("The graph file.", valueName: "file"))
  var path = GraphOptions.standardPath

  static let standardPath = "entente.sqlite"

  /// The graph for questions.
  func open() throws -> StoredGraph { try StoredGraph(path: path) }
}

struct JSONOption: ParsableArguments {
  @Flag(name: .customLong("json"), help: "Write JSON, for other programs.")
  var isOn = false
}

struct OutputOption: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write to this file, whole or not at all; - is standard output.", valueName: "file"))
  var path: String?

  /// Whether a file is written rather than standard output.
  var isFile: Bool { path.map { $0 != "-" } ?? false }
}

/// What input a command reads, and how.
struct InputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Texts in work at once; by default two for each core.", valueName: "count"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number from 1 on.") }
  }

  /// The reader of some paths; none is standard input.
  static func reader(_ paths: [String], _ console: Console) throws -> Reader {
    if paths.isEmpty, console.inputIsTerminal {
      throw CommandFailure(
        .usage, "nothing to read: name files or directories, or give documents as JSON lines on standard input")
    }
    return Reader(paths.isEmpty ? ["-"] : paths)
  }
}

extension StoredGraph {
  /// The node that a person means.
  ///
  /// - Parameter name: a name in any case, or `#12` for the entity of that number.
  func node(named name: String) throws -> ID<Node> {
    if name.hasPrefix("#"), let number = UInt32(name.dropFirst()), let node = graph.node(of: ID(Int(number))) {
      return node
    }
    switch resolve(name) {
    case .unique(let node): return node
    case .ambiguous(let nodes):
      // Who says "Georgia" of a body and a country means the country.
      let countries = nodes.filter { graph.entity($0).kind == .country }
      if countries.count == 1 { return countries[0] }
      let candidates = nodes.map { node in
        let entity = graph.entity(node)
        return "  #\(entity.id.rawValue)  \(TerminalText.escaped(entity.name)) (\(EntityRecord.kindText(entity)))"
      }
      throw CommandFailure(
        .usage,
        "\"\(TerminalText.escaped(name))\" is ambiguous; name one by its number:\n" + candidates.joined(separator: "\n")
      )
    case .unknown(let suggestions):
      var message = "nothing is called \"\(TerminalText.escaped(name))\""
      if let first = suggestions.first {
        message += "; did you mean \"\(TerminalText.escaped(first.name))\"?"
        if suggestions.count > 1 {
          message += " Or: " + suggestions.dropFirst().map { TerminalText.escaped($0.name) }.joined(separator: ", ")
        }
      } else if graph.nodeCount == 0 {
        message += "; the graph is empty: entente add and entente import fill it"
      } else {
        message += "; entente list shows what there is"
      }
      throw CommandFailure(.noResult, message)
    }
  }
}

/// How many members of a group are named.
struct MembersOption: ParsableArguments {
  @Option(
    name: .customLong("members"),
    help: ArgumentHelp(
      "Members named of each group at most, those with the most ties first; JSON has all.", valueName: "count"))
  var count = 40

  func validate() throws {
    if count < 1 { throw ValidationError("--members needs a number from 1 on.") }
  }
}

extension StoredGraph {
  /// A name for a message.
  func quotedName(_ node: ID<Node>) -> String { "\"\(TerminalText.escaped(graph.entity(node).name))\"" }
}

extension Console {
  var style: TextStyle { TextStyle(isColored: isColored, columns: columns) }

  /// Writes to a file or to standard output.
  func deliver(_ bytes: [UInt8], to path: String?) throws {
    if let path, path != "-" {
      try AtomicFile.write(bytes, to: path)
    } else {
      try print(String(decoding: bytes, as: UTF8.self))
    }
  }
}
