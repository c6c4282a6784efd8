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

  /// What people hold and do comes before who belongs to whom, of which the weight means nothing.
  var sections: [(key: String, heading: String, changes: [GraphComparison.Change])] {
    func ordered(_ changes: [GraphComparison.Change]) -> [GraphComparison.Change] {
      changes.filter(\.kind.isSigned) + changes.filter { !$0.kind.isSigned }
    }
    return [
      ("turned", "Turned", comparison.turned), ("appeared", "Appeared", ordered(comparison.appeared)),
      ("vanished", "Vanished", ordered(comparison.vanished)),
      ("changed", "Shifted", comparison.changed.filter(\.kind.isSigned)),
    ]
  }

  /// The changes that are told, within the limit.
  public var told: [GraphComparison.Change] { sections.flatMap { $0.changes.prefix(limit ?? .max) } }

  /// Whether nothing is worth telling.
  public var isEmpty: Bool { sections.allSatisfy(\.changes.isEmpty) }

  /// Claims that nothing dates and that stand aside therefore.
  public var undated: Int { after.omissions.undated }

  /// That there are some, for people; nil where there is none.
  public var undatedText: String? {
    guard undated > 0 else { return nil }
    return undated == 1
      ? "1 claim without a date stands aside." : "\(undated) claims without a date stand aside."
  }

  /// `{"from", "to", "undated", "turned": [{"kind","source","target","before","after","difference","evidence"}], "appeared",
  /// "vanished", "changed"}`; `before` and `after` are weights, null where there is no tie.
  public var json: JSONText {
    var notes = EvidenceNotes()
    return .object(
      [
        .init("from", JSONText(days.before?.description)), .init("to", JSONText(days.after?.description)),
        .init("undated", .integer(undated)),
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
    if let undatedText { text += undatedText + "\n" }
    guard !isEmpty else { return text + "\nNothing changed.\n" }
    for section in sections where !section.changes.isEmpty {
      text += "\n" + style.bold("\(section.heading) (\(section.changes.count))") + "\n"
      for change in section.changes.prefix(limit ?? .max) { text += line(change, style, &notes) }
      let hidden = section.changes.count - min(section.changes.count, limit ?? .max)
      if hidden > 0 { text += "  and \(hidden) more\n" }
    }
    if !notes.quotations.isEmpty { text += "\n" + notes.text(style) }
    return text
  }

  /// "−0.13 → +0.09  South Korea supports GSOMIA [3]"; of facts without weights.
  private func line(_ change: GraphComparison.Change, _ style: TextStyle, _ notes: inout EvidenceNotes) -> String {
    guard let edge = change.after ?? change.before else { return "" }
    func weight(_ edge: Edge?) -> String {
      TerminalText.padded(edge.map { TextStyle.weight($0.weight) } ?? "none", to: 5)
    }
    var text = "  "
    if edge.kind.isSigned {
      text += "\(weight(change.before)) → " + style.signed(weight(change.after), by: change.after?.weight ?? 0) + "  "
    }
    text += "\(TerminalText.escaped(name(change.source) ?? "")) \(EdgeText.verb(edge)) "
    text += TerminalText.escaped(name(change.target) ?? "")
    let quoted = quoted(change)
    return text + (quoted.isEmpty ? "" : " " + notes.marks(quoted)) + "\n"
  }

  func quoted(_ change: GraphComparison.Change) -> [Quotation] {
    change.after.flatMap { quotations[$0.id] } ?? []
  }

  private func name(_ entity: ID<Entity>) -> String? {
    EntityRecord.name(entity, in: after) ?? EntityRecord.name(entity, in: before)
  }
}
