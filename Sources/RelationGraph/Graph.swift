public import Diplomacy
public import Provenance

/// An alliance relationship graph: entities, and the edges that claims about them make. A snapshot that
/// nothing changes.
///
/// Nodes are numbered by the order of their entities' ids, edges by source, target and kind; so the same claims
/// always give the same numbers. Edges lie in columns, in compressed sparse rows both ways: those that leave a
/// node are a range of edge ids, those that enter it a slice of a second list.
///
/// - Complexity: about 73 bytes an edge with one claim, 8 more for each further claim.
public struct Graph: Sendable {
  /// In order of id; the entity of node *i* is the *i*-th.
  public let entities: [Entity]
  public let weighting: EdgeWeighting
  /// The day from which the ages of claims were counted; nil where nothing was dated.
  public let reference: CalendarDate?
  /// What the builder left out.
  public let omissions: Omissions

  package let columns: EdgeColumns
  /// Edges that leave node *i* are `outgoingOffsets[i]..<outgoingOffsets[i + 1]`.
  package let outgoingOffsets: FlatColumn<UInt32>
  package let incomingOffsets: FlatColumn<UInt32>
  package let incoming: FlatColumn<ID<Edge>>

  /// Claims that make no edge.
  public struct Omissions: Hashable, Sendable {
    /// From an entity to itself, as happens when two names turn out to be one actor.
    public var reflexive = 0
    /// About an entity that is not among the graph's.
    public var unknownEntity = 0
    /// Dated after the day from which the graph is seen.
    public var later = 0
    /// Of what lasts, ended by the day from which the graph is seen.
    public var ended = 0
    /// Without a date, where only what has one is asked for.
    public var undated = 0

    public init() {}
  }

  package init(
    entities: [Entity], weighting: EdgeWeighting, reference: CalendarDate?, omissions: Omissions,
    columns: EdgeColumns
  ) {
    self.entities = entities
    self.weighting = weighting
    self.reference = reference
    self.omissions = omissions
    self.columns = columns
    // Edges are in order of source, so that counting gives their rows; a counting sort by target the others.
    var outgoingOffsets = [UInt32](repeating: 0, count: entities.count + 1)
    var incomingOffsets = outgoingOffsets
    for edge in columns.source.indices {
      outgoingOffsets[columns.source[edge].index + 1] += 1
      incomingOffsets[columns.target[edge].index + 1] += 1
    }
    for node in entities.indices {
      outgoingOffsets[node + 1] += outgoingOffsets[node]
      incomingOffsets[node + 1] += incomingOffsets[node]
    }
    var next = incomingOffsets
    var incoming = [ID<Edge>](repeating: ID(0), count: columns.target.count)
    for (edge, target) in columns.target.enumerated() {
      incoming[Int(next[target.index])] = ID(edge)
      next[target.index] += 1
    }
    self.outgoingOffsets = FlatColumn(outgoingOffsets)
    self.incomingOffsets = FlatColumn(incomingOffsets)
    self.incoming = FlatColumn(incoming)
  }

  /// A graph whose rows are known already.
  init(
    entities: [Entity], weighting: EdgeWeighting, reference: CalendarDate?, omissions: Omissions,
    columns: EdgeColumns, outgoingOffsets: FlatColumn<UInt32>, incomingOffsets: FlatColumn<UInt32>,
    incoming: FlatColumn<ID<Edge>>
  ) {
    self.entities = entities
    self.weighting = weighting
    self.reference = reference
    self.omissions = omissions
    self.columns = columns
    self.outgoingOffsets = outgoingOffsets
    self.incomingOffsets = incomingOffsets
    self.incoming = incoming
  }

  public var nodeCount: Int { entities.count }

  public var edgeCount: Int { columns.source.count }

  /// Number of claims that the edges rest on.
  public var claimCount: Int { columns.claims.count }

  public var nodes: some RandomAccessCollection<ID<Node>> & Sendable { NumberedIDs<Node>(range: 0..<nodeCount) }

  public var edges: some RandomAccessCollection<ID<Edge>> & Sendable { NumberedIDs<Edge>(range: 0..<edgeCount) }

  public func entity(_ node: ID<Node>) -> Entity { entities[node.index] }

  /// The node of an entity.
  ///
  /// - Complexity: O(log nodes).
  public func node(of entity: ID<Entity>) -> ID<Node>? {
    var low = 0
    var high = entities.count
    while low < high {
      let middle = (low + high) / 2
      if entities[middle].id < entity { low = middle + 1 } else { high = middle }
    }
    return low < entities.count && entities[low].id == entity ? ID(low) : nil
  }

  public subscript(edge: ID<Edge>) -> Edge {
    let i = edge.index
    return Edge(
      id: edge, kind: columns.kind[i], source: columns.source[i], target: columns.target[i],
      weight: columns.weight[i], trust: columns.trust[i], supporting: Int(columns.supporting[i]),
      opposing: Int(columns.opposing[i]), asserted: Int(columns.asserted[i]), uncounted: Int(columns.uncounted[i]),
      stories: Int(columns.stories[i]), firstDate: columns.first[i].date, lastDate: columns.last[i].date)
  }

  /// Edges that leave a node, in order of target and kind.
  public func outgoing(_ node: ID<Node>) -> some RandomAccessCollection<ID<Edge>> & Sendable {
    NumberedIDs<Edge>(range: Int(outgoingOffsets[node.index])..<Int(outgoingOffsets[node.index + 1]))
  }

  /// Edges that enter a node, in order of source and kind.
  public func incoming(_ node: ID<Node>) -> some RandomAccessCollection<ID<Edge>> & Sendable {
    incoming[Int(incomingOffsets[node.index])..<Int(incomingOffsets[node.index + 1])]
  }

  /// Number of edges at a node, whichever way they point.
  public func degree(_ node: ID<Node>) -> Int { outgoing(node).count + incoming(node).count }

  /// Calls `body` with every edge at a node and the node at its other end: those that leave it, then those
  /// that enter it, in order of id.
  package func forEachIncident<Failure: Error>(
    _ node: ID<Node>, _ body: (ID<Edge>, ID<Node>) throws(Failure) -> Void
  ) throws(Failure) {
    for i in Int(outgoingOffsets[node.index])..<Int(outgoingOffsets[node.index + 1]) {
      try body(ID(i), columns.target[i])
    }
    for i in Int(incomingOffsets[node.index])..<Int(incomingOffsets[node.index + 1]) {
      try body(incoming[i], columns.source[incoming[i].index])
    }
  }

  /// The claims that an edge rests on, in order of recording, those that do not count included.
  public func claims(of edge: ID<Edge>) -> some RandomAccessCollection<ID<Claim>> & Sendable {
    columns.claims[columns.claimRange(edge)]
  }

  /// All parallel edges between two nodes, whichever way they point, in order of id.
  public func edges(between a: ID<Node>, and b: ID<Node>) -> [ID<Edge>] {
    let (fewer, other) = degree(a) <= degree(b) ? (a, b) : (b, a)
    var found: [ID<Edge>] = []
    forEachIncident(fewer) { edge, neighbor in if neighbor == other { found.append(edge) } }
    return found.sorted()
  }
}

/// The ids of a range of numbers.
struct NumberedIDs<Subject>: RandomAccessCollection, Sendable {
  let range: Range<Int>
  var startIndex: Int { range.lowerBound }
  var endIndex: Int { range.upperBound }
  subscript(position: Int) -> ID<Subject> { ID(position) }
}
