/// A diagram as a table of who holds what of whom: for what is too dense to draw as links.
///
/// Rows are holders, columns what they hold it of; a square is a stance, a disc cooperation. Nodes stand in the order
/// of their clusters, or else so that those who support each other are neighbours and blocs show as blocks. Needs no
/// layout engine.
///
/// - Complexity: O(*n*²) in the nodes with signed edges.
struct SignedMatrix {
  /// Rows and columns: places in the diagram's nodes.
  let order: [Int]
  /// The first row of each group but the first: where a rule is drawn.
  let breaks: Set<Int>
  /// Signed edges by row and column.
  let cells: [Cell]

  struct Cell {
    var row: Int
    var column: Int
    /// Place in the diagram's edges.
    var edge: Int
  }

  init(diagram: Diagram, ends: [(source: Int, target: Int)]) {
    let signed = diagram.edges.indices.filter { diagram.edges[$0].kind.isSigned }
    var isShown = Array(repeating: false, count: diagram.nodes.count)
    for edge in signed {
      isShown[ends[edge].source] = true
      isShown[ends[edge].target] = true
    }
    let shown = diagram.nodes.indices.filter { isShown[$0] }
    let groups = Self.groups(of: shown, diagram: diagram)
    if groups.isEmpty {
      order = Self.seriated(shown, diagram: diagram, ends: ends, signed: signed)
      breaks = []
    } else {
      order = groups.flatMap { Self.seriated($0, diagram: diagram, ends: ends, signed: signed) }
      var starts: Set<Int> = []
      var start = 0
      for group in groups {
        if start > 0 { starts.insert(start) }
        start += group.count
      }
      breaks = starts
    }
    var places = Array(repeating: 0, count: diagram.nodes.count)
    for (place, node) in order.enumerated() { places[node] = place }
    cells = signed.flatMap { edge -> [Cell] in
      let (source, target) = (places[ends[edge].source], places[ends[edge].target])
      let cell = Cell(row: source, column: target, edge: edge)
      // Cooperation has no direction.
      guard diagram.edges[edge].kind == .cooperation, source != target else { return [cell] }
      return [cell, Cell(row: target, column: source, edge: edge)]
    }
  }

  /// Members of each cluster, then all others; empty where there are no clusters.
  private static func groups(of shown: [Int], diagram: Diagram) -> [[Int]] {
    guard !diagram.clusters.isEmpty else { return [] }
    var cluster: [Diagram.Node.ID: Int] = [:]
    for (index, members) in diagram.clusters.enumerated() {
      for id in members.nodes { cluster[id] = index }
    }
    var groups: [[Int]] = Array(repeating: [], count: diagram.clusters.count + 1)
    for node in shown { groups[cluster[diagram.nodes[node].id] ?? diagram.clusters.count].append(node) }
    return groups.filter { !$0.isEmpty }
  }

  /// Nodes in a row: each the one most drawn to those last placed, beginning with the one of most support.
  private static func seriated(
    _ nodes: [Int], diagram: Diagram, ends: [(source: Int, target: Int)], signed: [Int]
  ) -> [Int] {
    var pull: [Int: [Int: Double]] = [:]
    let members = Set(nodes)
    for edge in signed where members.contains(ends[edge].source) && members.contains(ends[edge].target) {
      let (source, target) = ends[edge]
      pull[source, default: [:]][target, default: 0] += diagram.edges[edge].weight
      pull[target, default: [:]][source, default: 0] += diagram.edges[edge].weight
    }
    func support(_ node: Int) -> Double { (pull[node] ?? [:]).sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } }
    var left = nodes
    var row: [Int] = []
    var drawn: [Int: Double] = [:]
    while !left.isEmpty {
      let start = row.isEmpty ? left.map(support) : left.map { drawn[$0] ?? 0 }
      // The first of several alike, which is the first in canonical order.
      let best = start.indices.reduce(0) { start[$1] > start[$0] ? $1 : $0 }
      let node = left.remove(at: best)
      row.append(node)
      // What was placed long ago pulls less.
      for key in drawn.keys { drawn[key]! *= 0.7 }
      for (other, weight) in pull[node] ?? [:] { drawn[other, default: 0] += weight }
    }
    return row
  }
}
