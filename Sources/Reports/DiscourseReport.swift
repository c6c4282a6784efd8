public import Diplomacy
public import RelationGraph

/// Who agrees and disagrees with whom about the same matters.
public struct DiscourseReport: Sendable {
  /// What the list is in order of.
  public enum Measure: String, CaseIterable, Sendable {
    case congruence, conflict
    /// Congruence less conflict, whatever its sign.
    case difference
  }

  public var graph: Graph
  public var measure: Measure
  public var normalization: DiscourseNetwork.Normalization
  /// In order of the measure, the greatest first.
  public var ties: [DiscourseNetwork.Tie]

  /// - Parameters:
  ///   - targets: Kinds of entities that one can agree about; nil for all.
  ///   - filter: Stances that are looked at. Its kinds of nodes bind the actors alone.
  public init(
    graph: Graph, by measure: Measure = .difference, normalization: DiscourseNetwork.Normalization = .none,
    targets: Set<EntityKind>? = nil, _ filter: EdgeFilter = EdgeFilter()
  ) {
    self.graph = graph
    self.measure = measure
    self.normalization = normalization
    var filter = filter
    let kinds = filter.nodeKinds
    filter.nodeKinds = nil
    let network = DiscourseNetwork(graph, filter, normalization: normalization) { node in
      targets?.contains(graph.entity(node).kind) ?? true
    }
    func value(_ tie: DiscourseNetwork.Tie) -> Double {
      switch measure {
      case .congruence: tie.congruence
      case .conflict: tie.conflict
      case .difference: abs(tie.difference)
      }
    }
    ties = network.ties.filter { tie in
      kinds.map { $0.contains(graph.entity(tie.actors.a).kind) && $0.contains(graph.entity(tie.actors.b).kind) } ?? true
    }.filter { value($0) > 0 }.sorted { a, b in
      value(a) != value(b) ? value(a) > value(b) : a.actors < b.actors
    }
  }

  /// `{"by", "normalization", "pairs": [{"a","b","congruence","conflict","difference","agreed": [names],"disputed"}]}`.
  public var json: JSONText {
    .object([
      .init("by", .string(measure.rawValue)), .init("normalization", .string(normalization.rawValue)),
      .init(
        "pairs",
        .array(
          ties.map { tie in
            .object([
              .init("a", .string(graph.entity(tie.actors.a).name)),
              .init("b", .string(graph.entity(tie.actors.b).name)), .init("congruence", .decimal(tie.congruence)),
              .init("conflict", .decimal(tie.conflict)), .init("difference", .decimal(tie.difference)),
              .init("agreed", .array(tie.agreed.map { .string(graph.entity($0).name) })),
              .init("disputed", .array(tie.disputed.map { .string(graph.entity($0).name) })),
            ])
          })),
    ])
  }

  public func text(_ style: TextStyle = TextStyle()) -> String {
    ties.map { tie in
      let figures = [tie.congruence, tie.conflict].map(figure)
      let sign = tie.difference > 0 ? "+" : tie.difference < 0 ? "−" : ""
      let difference = TerminalText.padded(sign + figure(abs(tie.difference)), to: 5)
      var text = "  " + style.signed(difference, by: tie.difference) + "  "
      text += style.bold("\(name(tie.actors.a)) and \(name(tie.actors.b))")
      text += style.dim("  (congruence \(figures[0]), conflict \(figures[1]))") + "\n"
      for (label, targets) in [("agree about ", tie.agreed), ("differ about ", tie.disputed)] where !targets.isEmpty {
        let names = targets.map { TerminalText.escaped(NodeRecord.cell($0, in: graph)) }
        let indentation = String(repeating: " ", count: 9)
        text += indentation
        text += TerminalText.wrapped(label + listed(names), columns: style.columns - 9, indentation: indentation)
        text += "\n"
      }
      return text
    }.joined()
  }

  /// A number of targets, or a share of them.
  private func figure(_ value: Double) -> String {
    normalization == .none ? String(Int(value)) : TextStyle.share(value)
  }

  private func name(_ node: ID<Node>) -> String { TerminalText.escaped(graph.entity(node).name) }
}
