import Reading

/// Reads a pair of tables, one of nodes and one of edges, with Neo4j's headers (`id:ID`, `:START_ID`, `:END_ID`) or plain
/// ones (`id`, `source`, `target`).
///
/// The two are found by each other's names: `x.nodes.csv` and `x.edges.csv`, `nodes.csv` and `edges.csv`.
struct TableParser {
  private let assembler: GraphAssembler

  init(_ assembler: GraphAssembler) { self.assembler = assembler }

  func read(path: String?, onRead: @escaping (Int) -> Void) throws {
    guard let path else {
      throw InterchangeError(path: nil, rule: "a pair of tables is read from files, not from standard input")
    }
    guard let pair = TablePair(either: path) else {
      throw InterchangeError(
        path: path,
        rule: "is none of a pair: name a directory, x.nodes.csv or x.edges.csv; for one table of ties say "
          + "--format edges")
    }
    var done = 0
    try rows(
      pair.nodes,
      onRead: {
        done = $0
        onRead($0)
      }
    ) { cells, line in
      guard let id = cells["ID"] ?? cells["id"] else {
        throw InterchangeError(path: pair.nodes, line: line, rule: "a node has no id")
      }
      try assembler.addNode(id, cells, line: line)
    }
    try rows(pair.edges, onRead: { onRead(done + $0) }) { cells, line in
      var cells = cells
      let source = cells["START_ID"] ?? cells["source"] ?? ""
      let target = cells["END_ID"] ?? cells["target"] ?? ""
      if cells["kind"] == nil { cells["kind"] = cells["TYPE"]?.lowercased() }
      let isDirected =
        (cells["directed"] ?? cells["Type"])?.lowercased() != "undirected" && cells["directed"] != "false"
      try assembler.addEdge(source, target, isDirected: isDirected, cells, line: line)
    }
  }

  /// Each row's cells by their header, without its type: "weight:double" is "weight", ":START_ID" "START_ID".
  private func rows(
    _ path: String, onRead: @escaping (Int) -> Void, _ body: ([String: String], Int) throws -> Void
  ) throws {
    let reader = try DelimitedReader(path: path, onRead: onRead)
    guard let header = try reader.next() else { throw InterchangeError(path: path, rule: "is empty") }
    let names = (0..<header.count).map { place -> String in
      let parts = FieldText.trimmed(header.text(place)).split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return String(parts[0]) }
      return parts[0].isEmpty || parts[1] == "ID" ? String(parts[1]) : String(parts[0])
    }
    while let row = try reader.next() {
      guard !row.isBroken else {
        throw InterchangeError(path: path, line: row.line, rule: "a quotation mark is never closed")
      }
      var cells: [String: String] = [:]
      for (place, name) in names.enumerated() {
        let text = DelimitedText.unguarded(row.text(place))
        if !text.isEmpty { cells[name] = text }
      }
      try body(cells, row.line)
    }
  }
}

/// The files of a pair of tables.
public struct TablePair: Hashable, Sendable {
  public var nodes: String
  public var edges: String

  /// Beside a name: `x` and `x.csv` give `x.nodes.csv` and `x.edges.csv`, a directory `nodes.csv` and `edges.csv` in it.
  public init(named path: String) {
    if FileSystem.isDirectory(path) {
      let folder = path.hasSuffix("/") ? path : path + "/"
      (nodes, edges) = (folder + "nodes.csv", folder + "edges.csv")
    } else {
      let stem = path.lowercased().hasSuffix(".csv") ? String(path.dropLast(4)) : path
      (nodes, edges) = (stem + ".nodes.csv", stem + ".edges.csv")
    }
  }

  private init(_ pair: (nodes: String, edges: String)) { (nodes, edges) = pair }

  /// The pair that a file is one of; nil where its name does not say so.
  public init?(either path: String) {
    if FileSystem.isDirectory(path) {
      self.init(named: path)
      return
    }
    for (own, other) in [("edges", "nodes"), ("nodes", "edges")] {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard let found = name.range(ofLast: own) else { continue }
      let replaced = path.dropLast(name.count) + name[..<found.lowerBound] + other + name[found.upperBound...]
      self.init(own == "nodes" ? (path, String(replaced)) : (String(replaced), path))
      return
    }
    return nil
  }
}

extension String {
  /// Where a word stands for the last time.
  fileprivate func range(ofLast word: String) -> Range<String.Index>? { ranges(of: word).last }
}
