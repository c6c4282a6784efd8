import Diplomacy
public import PathQueries
import Provenance
public import RelationGraph

/// Why two entities are not connected as was asked, and what there would be otherwise.
public struct NoPathReport: Sendable {
  public var graph: Graph
  public var failure: NoPath
  /// What the path had to keep to.
  public var constraints: PathConstraints
  /// The best path that keeps to none of it; nil where there is none.
  public var alternative: PathAnswer?

  public init(
    graph: Graph, failure: NoPath, constraints: PathConstraints = PathConstraints(), alternative: PathAnswer? = nil
  ) {
    self.graph = graph
    self.failure = failure
    self.constraints = constraints
    self.alternative = alternative
  }

  /// `{"paths": [], "reason", "constraints", "message"}`.
  public var json: JSONText {
    var members: [JSONText.Member] = [
      .init("paths", .array([])), .init("proven", .bool(failure.reason.isProven)),
    ]
    switch failure.reason {
    case .sameNode: members.append(.init("reason", .string("same_node")))
    case .separate(let a, let b):
      members.append(.init("reason", .string("separate")))
      members.append(.init("component_sizes", .array([.integer(a), .integer(b)])))
    case .weightless: members.append(.init("reason", .string("weightless")))
    case .tooLong(let hops):
      members.append(.init("reason", .string("too_long")))
      members.append(.init("fewest_hops", .integer(hops)))
    case .undecided: members.append(.init("reason", .string("undecided")))
    case .constrained(let constraints):
      members.append(.init("reason", .string("constrained")))
      members.append(.init("constraints", .array(constraints.map { .string($0.rawValue) })))
    }
    if let alternative {
      members.append(
        .init("without_constraints", .array(alternative.nodes.map { .string(graph.entity($0).name) })))
    }
    members.append(.init("message", .string(text)))
    return .object(members)
  }

  /// For people. The search is complete, so that what it did not find is not there.
  public var text: String {
    let from = name(failure.from)
    let to = name(failure.to)
    switch failure.reason {
    case .sameNode: return "\(from) is both ends; a path needs two."
    case .separate(let a, let b):
      return "Nothing connects \(from) and \(to): they lie in separate parts of the graph, of "
        + "\(counted(a, "node", "nodes")) and \(counted(b, "node", "nodes")). More texts may link them."
    case .weightless:
      return "Every path between \(from) and \(to) has a step of weight 0; ask with --by hops to walk it."
    case .tooLong(let hops):
      return "No path \(bounds) connects \(from) and \(to); none was overlooked. The shortest has "
        + "\(counted(hops, "step", "steps")): ask with --max-hops \(hops)."
    case .undecided:
      return
        "No path \(bounds) connecting \(from) and \(to) was found within the limit of the search; it is not certain "
        + "that there is none. Ask with fewer nodes to pass through, or with fewer steps."
    case .constrained(let constraints):
      var text = "No path \(bounds) connects \(from) and \(to); none was overlooked. "
      text += "What cuts it: " + constraints.map(NoPathReport.option).joined(separator: ", ") + "."
      if let alternative {
        let between = alternative.nodes.dropFirst().dropLast().map(name)
        text += " Without it there is one of \(counted(alternative.hops, "step", "steps"))"
        if !between.isEmpty { text += ", by way of " + listed(between) }
        text += "."
      }
      return text
    }
  }

  private func name(_ node: ID<Node>) -> String { "\"\(TerminalText.escaped(graph.entity(node).name))\"" }

  /// "of at most 3 steps, over friendly ties".
  private var bounds: String {
    let filter = constraints.filter
    var parts: [String] = []
    if let hops = constraints.maximumHops { parts.append("of at most \(counted(hops, "step", "steps"))") }
    if filter.sign != nil || filter.kinds != nil {
      let sign = filter.sign.map { $0 == .positive ? "friendly " : "hostile " } ?? ""
      let kinds = filter.kinds.map { kinds in listed(ClaimKind.allCases.filter(kinds.contains).map(\.rawValue)) + " " }
      parts.append("over \(sign)\(kinds ?? "")ties")
    }
    if let kinds = filter.nodeKinds {
      parts.append("through nodes of kind " + listed(EntityKind.allCases.filter(kinds.contains).map(\.rawValue)))
    }
    if filter.minimumWeight > 0 { parts.append("with no weight below \(TextStyle.share(filter.minimumWeight))") }
    if filter.minimumStories > 0 { parts.append("with \(filter.minimumStories) stories a tie") }
    if let begin = filter.dates?.begin { parts.append("since \(DateSpanText.text(begin))") }
    if let end = filter.dates?.end?.adding(days: -1) { parts.append("until \(DateSpanText.text(end))") }
    if !constraints.through.isEmpty { parts.append("through " + listed(constraints.through.sorted().map(name))) }
    if !constraints.avoiding.isEmpty { parts.append("past " + listed(constraints.avoiding.sorted().map(name))) }
    return parts.isEmpty ? "of that kind" : parts.joined(separator: ", ")
  }

  /// A constraint with the flags that set it.
  private static func option(_ constraint: PathConstraint) -> String {
    let flags =
      switch constraint {
      case .edgeKinds: "--kinds"
      case .nodeKinds: "--node-kinds"
      case .sign: "--sign"
      case .minimumWeight: "--min-weight"
      case .minimumStories: "--min-sources"
      case .dates: "--since, --until"
      case .through: "--via"
      case .avoiding: "--avoid"
      case .maximumHops: "--max-hops"
      case .timeOrder: "--time-respecting"
      }
    return "\(constraint.rawValue) (\(flags))"
  }
}

/// "a", "a and b", "a, b and c".
package func listed(_ items: [String]) -> String {
  items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
}
