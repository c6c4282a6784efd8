public import Diplomacy
public import PathQueries
public import RelationGraph

/// How two entities are connected: the paths, and the sentences behind every step.
public struct PathReport: Sendable {
  public var graph: Graph
  public var paths: [PathAnswer]
  public var quotations: [ID<Edge>: [Quotation]]

  public init(graph: Graph, paths: [PathAnswer], quotations: [ID<Edge>: [Quotation]]) {
    self.graph = graph
    self.paths = paths
    self.quotations = quotations
  }

  /// `{"paths": [{"nodes", "edges": [{"kind","source","target","weight","evidence"}], "strength", "sign"}]}`.
  public var json: JSONText {
    .object([
      .init(
        "paths",
        .array(
          paths.map { path in
            .object([
              .init("nodes", .array(path.nodes.map { .string(graph.entity($0).name) })),
              .init("edges", .array(path.steps.map { edge($0.edge) })),
              .init("strength", .decimal(path.strength)), .init("sign", JSONText(path.sign?.rawValue)),
            ])
          }))
    ])
  }

  private func edge(_ edge: Edge) -> JSONText {
    .object([
      .init("kind", .string(edge.kind.rawValue)), .init("source", .string(graph.entity(edge.source).name)),
      .init("target", .string(graph.entity(edge.target).name)), .init("weight", .decimal(edge.weight)),
      .init("evidence", .array((quotations[edge.id] ?? []).map(\.json))),
    ])
  }

  /// For people: each path as a chain, then its steps with their sentences.
  public func text(_ style: TextStyle = TextStyle()) -> String {
    let words = EdgeText(graph: graph, style: style)
    return paths.enumerated().map { index, path in
      var text = ""
      if paths.count > 1 { text += style.bold("Path \(index + 1)") + "  " }
      let sign = path.sign.map { $0 == .positive ? "friendly" : "hostile" } ?? "neutral"
      text +=
        "\(counted(path.hops, "step", "steps")), strength \(String(TextStyle.weight(path.strength).drop { $0 == "+" })), \(sign) on the whole\n"
      text += "  " + style.bold(words.name(path.nodes[0])) + "\n"
      for step in path.steps {
        text += "    " + words.arrow(step.edge, isForward: step.isForward) + " " + style.bold(words.name(step.to))
        text += style.dim("  (\(EdgeText.basis(step.edge)))") + "\n"
        for quotation in quotations[step.edge.id] ?? [] { text += words.quotation(quotation, indentation: "        ") }
      }
      return text
    }.joined(separator: "\n")
  }
}

/// Why there is no path, in words.
public enum NoPathText {
  public static func text(_ failure: NoPath, in graph: Graph) -> String {
    let from = graph.entity(failure.from).name
    let to = graph.entity(failure.to).name
    switch failure.reason {
    case .sameNode: return "\"\(from)\" is both ends; a path needs two."
    case .separate(let a, let b):
      return "Nothing connects \"\(from)\" and \"\(to)\": they lie in separate parts of the graph, of "
        + "\(counted(a, "node", "nodes")) and \(counted(b, "node", "nodes")). More texts may link them."
    case .weightless:
      return "Every path between \"\(from)\" and \"\(to)\" has a step of weight 0; ask with --by hops to walk it."
    case .tooLong(let hops):
      return "The shortest path between \"\(from)\" and \"\(to)\" has \(counted(hops, "step", "steps")); "
        + "ask with --max-hops \(hops)."
    case .constrained(let constraints):
      return "No path between \"\(from)\" and \"\(to)\" keeps to: "
        + constraints.map(\.rawValue).joined(separator: ", ") + "."
    }
  }
}
