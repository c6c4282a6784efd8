public import Diplomacy
public import Provenance
public import RelationGraph

/// What is different between two days: ties that appeared, vanished, turned and shifted.
public struct ComparisonReport: Sendable {
  public var before: Graph
  public var after: Graph
  public var days: (before: CalendarDate?, after: CalendarDate?)
  public var comparison: GraphComparison
  /// For edges of the later graph.
  public var quotations: [ID<Edge>: [Quotation]]
  /// Changes listed of each sort at most; nil for all.
  public var limit: Int?

  public init(
    before: Graph, after: Graph, days: (before: CalendarDate?, after: CalendarDate?), comparison: GraphComparison,
    quotations: [ID<Edge>: [Quotation]] = [:], limit: Int? = nil
  ) {
    self.before = before
    self.after = after
    self.days = days
    self.comparison = comparison
    self.quotations = quotations
    self.limit = limit
  }

  private var sections: [(key: String, heading: String, changes: [GraphComparison.Change])] {
    [
      ("turned", "Turned", comparison.turned), ("appeared", "Appeared", comparison.appeared),
      ("vanished", "Vanished", comparison.vanished), ("changed", "Shifted", comparison.changed),
    ]
  }

  /// `{"from", "to", "turned": [{"kind","source","target","before","after","difference","evidence"}], "appeared",
  /// "vanished", "changed"}`; `before` and `after` are weights, null where there is no tie.
  public var json: JSONText {
    var notes = EvidenceNotes()
    return .object(
      [
        .init("from", JSONText(days.before?.description)), .init("to", JSONText(days.after?.description)),
      ]
        + sections.map { section in
          .init(
            section.key,
            .array(
              section.changes.prefix(limit ?? .max).map { change in
                .object([
                  .init("kind", .string(change.kind.rawValue)), .init("source", JSONText(name(change.source))),
                  .init("target", JSONText(name(change.target))),
                  .init("before", change.before.map { .decimal($0.weight) } ?? .null),
                  .init("after", change.after.map { .decimal($0.weight) } ?? .null),
                  .init("difference", .decimal(change.difference)),
                  .init(
                    "evidence",
                    .array(quoted(change).map { $0.json(number: notes.number($0)) })),
                ])
              }))
        }
        + sections.map { .init("\($0.key)_count", .integer($0.changes.count)) })
  }

  public func text(_ style: TextStyle = TextStyle()) -> String {
    var notes = EvidenceNotes()
    let (from, to) = (
      days.before.map(DateSpanText.text) ?? "the first day", days.after.map(DateSpanText.text) ?? "the last day"
    )
    var text = style.bold("From \(from) to \(to)") + "\n"
    guard !comparison.isEmpty else { return text + "\nNothing changed.\n" }
    for section in sections where !section.changes.isEmpty {
      text += "\n" + style.bold("\(section.heading) (\(section.changes.count))") + "\n"
      for change in section.changes.prefix(limit ?? .max) { text += line(change, style, &notes) }
      let hidden = section.changes.count - min(section.changes.count, limit ?? .max)
      if hidden > 0 { text += "  and \(hidden) more\n" }
    }
    if !notes.quotations.isEmpty { text += "\n" + notes.text(style) }
    return text
  }

  private func line(_ change: GraphComparison.Change, _ style: TextStyle, _ notes: inout EvidenceNotes) -> String {
    func weight(_ edge: Edge?) -> String {
      let text = edge.map { $0.kind.isSigned ? TextStyle.weight($0.weight) : "yes" } ?? "none"
      return TerminalText.padded(text, to: 5)
    }
    guard let edge = change.after ?? change.before else { return "" }
    let verb = EdgeText.verb(edge)
    let sentence =
      "\(TerminalText.escaped(name(change.source) ?? "")) \(verb) \(TerminalText.escaped(name(change.target) ?? ""))"
    let quoted = quoted(change)
    let signed = style.signed(weight(change.after), by: change.after?.weight ?? 0)
    return "  \(weight(change.before)) → \(signed)  \(sentence)" + (quoted.isEmpty ? "" : " " + notes.marks(quoted))
      + "\n"
  }

  private func quoted(_ change: GraphComparison.Change) -> [Quotation] {
    change.after.flatMap { quotations[$0.id] } ?? []
  }

  private func name(_ entity: ID<Entity>) -> String? {
    EntityRecord.name(entity, in: after) ?? EntityRecord.name(entity, in: before)
  }
}
