/// The ways in which graphs and claims come from other programs and go to them.
public enum InterchangeFormat: String, CaseIterable, Sendable {
  /// Nodes and edges with their claims, in formats that graph programs share.
  case graphml, gexf
  /// The JSON of NetworkX's `node_link_data`.
  case nodeLink = "node-link"
  /// A table of nodes and one of edges, with the headers that Neo4j's importer takes.
  case csv
  case dot
  /// One claim a line, as JSON.
  case claims
  /// One tie a row: source, target, weight or sign.
  case edges
  /// GDELT 2.0 event records.
  case gdelt
  /// ICEWS coded events.
  case icews
  /// POLECAT event records, coded by PLOVER.
  case polecat

  /// Formats that a graph is written in.
  public static let written: [InterchangeFormat] = [.graphml, .gexf, .nodeLink, .csv, .dot, .claims]

  /// The format that a file's name tells for sure; nil where it may hold several things.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    let known: [(ending: String, format: InterchangeFormat)] = [
      (".graphml", .graphml), (".gexf", .gexf), (".dot", .dot), (".gv", .dot), (".claims.jsonl", .claims),
      (".export.csv", .gdelt), (".edges.csv", .csv),
    ]
    guard let format = known.first(where: { name.hasSuffix($0.ending) })?.format else { return nil }
    self = format
  }
}
