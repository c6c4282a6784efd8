public import ArgumentParser
public import Entente
import Foundation
import Synchronization

/// `entente import`.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in ties that others coded: tables, graphs, claims, event data.",
    discussion: """
      Each tie becomes a claim beside those of texts, with the file and line as its evidence. Names and codes of \
      countries (ISO 3166-1) are understood; other names are looked for in the graph, and where it has none, a new node \
      is made. The same file again changes nothing; an import that was interrupted carries on. A bad row is told with \
      its line and rule, and costs only itself.

      FORMATS
        edges      a table (comma, semicolon or tab) with a header: source, target, weight or sign (−1…1, not 0), and \
      where you have them kind, event, date, begin, end, confidence, modality, source_kind, target_kind, id, document, \
      title, publisher, reported, text. What has begin or end holds over that time: begin ≤ t < end, an empty end is open.
        claims     JSON lines, as entente export --format claims writes them; at least kind, source, target, and weight \
      or event
        graphml, gexf, node-link, dot   graphs of Gephi, igraph, NetworkX, Graphviz …
        csv        a pair x.nodes.csv and x.edges.csv, as for Neo4j
        gdelt      GDELT 2.0 events (61 columns)
        icews      ICEWS coded events
        polecat    POLECAT events, coded by PLOVER: the table, or PLOVER records as JSON lines

      Event data: actors that act for a state become its country; rebels, parties, companies, organizations between \
      governments become organizations, by their name or as "Syrian rebels"; CAMEO codes become PLOVER events with their \
      intensity on the Goldstein scale (doi:10.1177/0022002792036002007). What tells no tie between two such actors is \
      skipped and counted by its reason.

      EXAMPLES
        entente import treaties.csv --format edges
        entente import atop.csv --format edges --kind cooperation --country-codes cow \\
          --map source=mem1 --map target=mem2 --map begin=begyr --map end=endyr --map weight=defense
        unzip -p 20191112.export.CSV.zip | entente import - --name 20191112.export.CSV --format gdelt
        entente import friends.graphml --json

      \(ExitStatus.table)
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var json: JSONOption

  @Option(
    help: ArgumentHelp(
      "What the file is; by default told by its name where that is sure (.graphml .gexf .dot .gv .claims.jsonl "
        + ".edges.csv .export.CSV).",
      valueName: InterchangeFormat.allCases.map(\.rawValue).joined(separator: "|")))
  var format: InterchangeFormat?

  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: ArgumentHelp("For edges: take a field from a column of another name.", valueName: "field=column"))
  var mapping: [MappedColumn] = []

  @Option(help: ArgumentHelp("For edges: the kind of ties that do not say.", valueName: "kind"))
  var kind: ClaimKind?

  @Option(help: ArgumentHelp("For edges: what nodes are that do not say and are not known.", valueName: "kind"))
  var nodeKind: EntityKind?

  @Option(help: ArgumentHelp("Codes of countries beside names and ISO 3166-1.", valueName: "cow"))
  var countryCodes: CountryCodeSystem?

  @Option(help: ArgumentHelp("What to call the file in the graph; by default its name.", valueName: "id"))
  var name: String?

  @Flag(help: "A file of this name that is stored with other rows is replaced.")
  var replace = false

  @Argument(help: ArgumentHelp("Files; - is standard input.", valueName: "file"))
  var paths: [String]

  func validate() throws {
    if name != nil, paths.count > 1 { throw ValidationError("--name is for one file.") }
    if format != .edges, format != nil, !mapping.isEmpty || kind != nil {
      throw ValidationError("--map and --kind are for --format edges.")
    }
    let fields = mapping.map(\.field)
    if Set(fields).count < fields.count { throw ValidationError("--map names one field twice.") }
  }

  func run() async throws {
    let console = Console.current
    let files = try paths.map { path in (path: path, importer: try importer(for: path)) }
    for file in files where file.path != "-" {
      // Said before a graph is made for nothing.
      guard FileManager.default.fileExists(atPath: file.path) || file.importer.format == .csv else {
        throw CommandFailure(.badInput, "\(TerminalText.escaped(file.path)): no such file")
      }
    }
    let store = try GraphStore(path: graph.path)
    let outcome = Mutex(Outcome())
    let name = name
    let isJSON = json.isOn
    let wasInterrupted = try await Interruption.guarded {
      for file in files {
        do {
          let report = try Self.take(file.path, file.importer, name: name, into: store, console)
          outcome.withLock { $0.bad += report.bad }
          try console.print(isJSON ? report.json.line + "\n" : report.text)
        } catch let error as InterchangeError {
          console.warn(TerminalText.escaped(error.description))
          outcome.withLock { $0.failed += 1 }
        } catch let error as ReadingError {
          console.warn(TerminalText.escaped(error.description))
          outcome.withLock { $0.failed += 1 }
        } catch let error as StoreError {
          guard case .documentDiffers = error else { throw error }
          console.warn(TerminalText.escaped(error.description))
          outcome.withLock { $0.failed += 1 }
        }
      }
    }
    if wasInterrupted { throw CommandFailure(.interrupted, "interrupted; run the command again to carry on") }
    let result = outcome.withLock { $0 }
    if result.bad > 0 || result.failed > 0 { throw CommandFailure(.badInput) }
  }

  private struct Outcome {
    var bad = 0
    var failed = 0
  }

  private func importer(for path: String) throws -> ClaimImporter {
    guard let format = format ?? InterchangeFormat(fileName: name ?? path) else {
      throw CommandFailure(
        .usage,
        "\(TerminalText.escaped(path)): its name does not tell what it is; say --format "
          + InterchangeFormat.allCases.map(\.rawValue).joined(separator: ", "))
    }
    var importer = ClaimImporter(format: format)
    importer.edges = EdgeListReader(
      mapping: ColumnMapping(Dictionary(uniqueKeysWithValues: mapping.map { ($0.field, $0.column) })), kind: kind,
      nodeKind: nodeKind)
    importer.usesCorrelatesOfWar = countryCodes == .cow
    importer.conflict = replace ? .replace : .refuse
    return importer
  }

  private static func take(
    _ path: String, _ importer: ClaimImporter, name: String?, into store: GraphStore, _ console: Console
  ) throws -> ImportReport {
    if path == "-" {
      return try Spool.withStandardInput { spool in
        try take(spool, importer, name: name ?? "standard-input", into: store, console)
      }
    }
    let bar = ProgressBar(console, total: console.errorIsTerminal ? FileSystem.size(of: path) : nil)
    var told = 0
    defer { bar.clear() }
    return try importer.take(path, id: name, into: store) { bytes, rows in
      bar.advance(to: bytes)
      bar.show(rows, "rows")
    } onBad: { line, rule in
      told += 1
      guard told <= Self.mostTold else { return }
      bar.clear()
      let place = TerminalText.escaped(name ?? path) + (line > 0 ? ":\(line)" : "")
      console.warn("\(place): \(TerminalText.escaped(rule))")
      if told == Self.mostTold { console.warn("more bad rows are counted, not told") }
    }
  }

  /// More messages nobody reads.
  private static let mostTold = 50
}

/// `field=column`.
struct MappedColumn: ExpressibleByArgument {
  var field: ColumnMapping.Field
  var column: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let field = ColumnMapping.Field(rawValue: String(parts[0])) else { return nil }
    self.field = field
    column = String(parts[1])
  }
}

/// Systems of codes for countries beside ISO's.
enum CountryCodeSystem: String, CaseIterable, ExpressibleByArgument { case iso, cow }

extension InterchangeFormat: ExpressibleByArgument {}
extension ClaimKind: ExpressibleByArgument {}
extension EntityKind: ExpressibleByArgument {}
extension EventType: ExpressibleByArgument {}
extension Modality: ExpressibleByArgument {}

/// Standard input kept in a file, for what has to be read twice.
enum Spool {
  static func withStandardInput<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("input").path
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw CommandFailure(.output, "standard input cannot be kept in \(folder.path)") }
    defer { try? file.close() }
    while let piece = try FileHandle.standardInput.read(upToCount: 1 << 20), !piece.isEmpty {
      try file.write(contentsOf: piece)
      try Task.checkCancellation()
    }
    return try body(path)
  }
}
