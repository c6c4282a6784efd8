extension GraphPicture {
  /// What has changed from one day to another, as one picture.
  func comparison(from first: CalendarDate, to last: CalendarDate) throws -> Diagram {
    let days = (min(first, last), max(first, last))
    let (before, after) = (try opened(asOf: days.0, datedOnly: true), try opened(asOf: days.1, datedOnly: true))
    var picture = ComparisonDiagram(from: before.graph, to: after.graph, filter)
    picture.links = links
    picture.actors = actors(in: [before.graph, after.graph])
    let changed = picture.changedEdges()
    picture.labels = (try labels(of: changed.before, in: before), try labels(of: changed.after, in: after))
    if case .strongest(let count) = selection { picture.mostEdges = count }
    if case .everything = selection {
      picture.mostEdges = .max
      picture.mostNodes = .max
    }
    picture.title = title.isEmpty ? "What changed" + subject : title
    picture.subtitle = subtitle
    if subtitle.isEmpty {
      let span = "from \(DateSpanText.text(days.0)) to \(DateSpanText.text(days.1))"
      picture.subtitle = ([span] + filterWords).joined(separator: " · ")
    }
    picture.sourceLine = try captions(asOf: days.1).source
    return picture.diagram()
  }

  /// Small pictures of period after period.
  func timeline(by unit: TimePeriods.Unit?) throws -> Diagram {
    // The graph knows which claims count; the periods are those of their dates.
    let dated = stored.graph.edges(timelineFilter).map { stored.graph[$0] }
    guard let (first, last) = Self.span(of: dated.flatMap { [$0.firstDate, $0.lastDate].compactMap(\.self) }) else {
      return Diagram(title: title.isEmpty ? "Over time" + subject : title, subtitle: "No dated ties")
    }
    let begin = filter.dates?.begin ?? first
    let end = filter.dates?.end?.adding(days: -1) ?? last
    let periods = TimePeriods(from: begin, to: end, by: unit)
    let graphs = try graphs(of: periods)
    var filter = timelineFilter
    filter.dates = nil
    var picture = TimelineDiagram(
      periods: zip(periods.periods, graphs).map { (name: $0.name, graph: $1) }, filter)
    picture.links = links
    picture.actors = actors(in: [stored.graph])
    if case .everything = selection { picture.mostNodes = .max }
    let captions = try captions(asOf: asOf)
    picture.title =
      title.isEmpty ? "\(capitalized(periods.unit.rawValue)) by \(periods.unit.rawValue)" + subject : title
    picture.subtitle = subtitle
    if subtitle.isEmpty {
      let outside = dated.count { edge in
        [edge.firstDate, edge.lastDate].compactMap(\.self).contains { periods.place(of: $0) == nil }
      }
      picture.subtitle = captions.subtitle
      if outside > 0 {
        picture.subtitle += " · \(outside) \(outside == 1 ? "tie" : "ties") of other times not shown"
      }
    }
    picture.sourceLine = captions.source
    return picture.diagram()
  }

  /// From the first to the last of some dates, without the few that lie so far off that all others would share one
  /// period: what a text recalls from long ago, or foresees.
  ///
  /// Nine of ten are always within; of the rest those no farther from them than half the time they take.
  static func span(of dates: [CalendarDate]) -> (first: CalendarDate, last: CalendarDate)? {
    let days = dates.sorted()
    guard !days.isEmpty else { return nil }
    let tail = days.count / 20 + (days.count > 5 ? 1 : 0)
    let (low, high) = (days[tail], days[days.count - 1 - tail])
    let slack = max((high.dayNumber - low.dayNumber) / 2, 7)
    let within = days.filter {
      $0.dayNumber >= low.dayNumber - slack && $0.dayNumber <= high.dayNumber + slack
    }
    return (within[0], within[within.count - 1])
  }

  /// Who belongs to whom does not change from week to week, and would fill every panel.
  private var timelineFilter: EdgeFilter {
    var filter = filter
    if filter.kinds == nil { filter.kinds = Set(ClaimKind.allCases.filter(\.isSigned)) }
    return filter
  }

  /// - Parameter datedOnly: Whether claims that nothing dates are left out, of which nobody can say whether they are new.
  func opened(asOf day: CalendarDate, datedOnly: Bool = false) throws -> StoredGraph {
    var weighting = stored.graph.weighting
    weighting.asOf = day
    return try StoredGraph(stored.store, weighting: weighting, byCountry: stored.actors != nil, datedOnly: datedOnly)
  }

  private func labels(of edges: [ID<Edge>], in stored: StoredGraph) throws -> [ID<Edge>: String] {
    labels(of: edges, in: stored.graph, try stored.quotations(of: edges, limit: 1))
  }

  /// A graph for each period, of the claims dated in it; the store is read once.
  private func graphs(of periods: TimePeriods) throws -> [Graph] {
    var weighting = stored.graph.weighting
    // Within a period nothing is old.
    weighting.halfLife = nil
    let asOf = weighting.asOf
    weighting.asOf = nil
    var builders: [GraphBuilder] = []
    let rollUp = stored.actors?.rollUp
    try stored.store.forEachClaim { entities in
      let builder =
        if let rollUp {
          GraphBuilder(
            entities: rollUp.remaining, weighting: weighting, represented: { rollUp.representative($0, on: $1) })
        } else {
          GraphBuilder(entities: entities, weighting: weighting)
        }
      builders = Array(repeating: builder, count: periods.periods.count)
    } _: { claim in
      guard let date = claim.effectiveDate, let place = periods.place(of: date) else { return }
      if let asOf, date.dayNumber > asOf.dayNumber { return }
      builders[place].add(claim)
    }
    return builders.map { $0.build() }
  }

  /// Who is shown where the picture is around someone; nil for all.
  private func actors(in graphs: [Graph]) -> Set<ID<Entity>>? {
    guard case .around(let centers, let radius) = selection else { return nil }
    let entities = centers.map { stored.graph.entity($0).id }
    var actors = Set(entities)
    for graph in graphs {
      let nodes = entities.compactMap { graph.node(of: $0) }
      actors.formUnion(graph.neighborhood(of: nodes, radius: radius, filter).nodes.map { graph.entity($0).id })
    }
    return actors
  }

  /// " around Japan", where the picture is.
  private var subject: String {
    guard case .around(let centers, _) = selection else { return "" }
    return " around " + centers.map { shortName(stored.graph.entity($0)) }.joined(separator: ", ")
  }

  private func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
