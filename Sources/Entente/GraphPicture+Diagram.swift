extension GraphPicture {
  /// What the picture shows, in words.
  public func diagram() throws -> Diagram {
    switch time {
    case .once: try diagramOfOneTime()
    case .comparison(let first, let last): try comparison(from: first, to: last)
    case .timeline(let unit): try timeline(by: unit)
    }
  }

  private func diagramOfOneTime() throws -> Diagram {
    let chosen = choose()
    var picture = GraphDiagram(graph: stored.graph, shown: chosen.shown)
    picture.rule = chosen.rule
    picture.title = title.isEmpty ? defaultTitle(of: chosen.shown) : title
    picture.links = links
    picture.groups = groups(of: chosen.shown)
    let quotations = try stored.quotations(of: chosen.shown.edges, limit: 1)
    picture.evidence = quotations.compactMapValues { quotations in
      quotations.first.map { "\($0.text) [\($0.document)]" }
    }
    picture.labels = labels(of: chosen.shown.edges, in: stored.graph, quotations)
    if case .paths(let paths) = selection {
      picture.emphasized = Subgraph(of: stored.graph, nodes: paths.flatMap(\.nodes), edges: paths.flatMap(\.edges))
      (picture.notes, picture.noteNumbers) = try notes(of: paths)
      // The sentences say it better.
      if edgeLabels == .events { picture.labels = [:] }
    }
    let captions = try captions(asOf: asOf)
    picture.subtitle = subtitle
    if subtitle.isEmpty {
      picture.subtitle = ([pathWords, captions.subtitle] as [String?]).compactMap(\.self).joined(separator: " · ")
    }
    picture.sourceLine = captions.source
    return picture.diagram()
  }

  // MARK: - Around the picture

  /// What stands under the title and at the foot.
  func captions(asOf day: CalendarDate?) throws -> (subtitle: String, source: String) {
    let documents = try stored.store.documents().filter { document in
      guard let date = document.metadata.date else { return filter.dates == nil && day == nil }
      return (filter.dates?.contains(date) ?? true) && (day.map { date.dayNumber <= $0.dayNumber } ?? true)
    }
    let dates = documents.compactMap(\.metadata.date).sorted()
    let publishers = Set(documents.compactMap(\.metadata.publisher)).sorted()
    var source = sourceLine
    if source.isEmpty && !publishers.isEmpty {
      source =
        "Source: " + publishers.prefix(4).joined(separator: ", ")
        + (publishers.count > 4 ? " and \(publishers.count - 4) more" : "")
    }
    return (defaultSubtitle(documents.count, dates), source)
  }

  private func defaultSubtitle(_ count: Int, _ dates: [CalendarDate]) -> String {
    var parts = ["\(count) \(count == 1 ? "text" : "texts")"]
    if let first = dates.first, let last = dates.last { parts[0] += ", " + DateSpanText.text(from: first, to: last) }
    if let asOf { parts.append("as of \(DateSpanText.text(asOf))") }
    return (parts + filterWords).joined(separator: " · ")
  }

  /// "2 steps, friendly on the whole", where one path is shown.
  private var pathWords: String? {
    guard case .paths(let paths) = selection, let path = paths.first else { return nil }
    guard paths.count == 1 else { return "\(paths.count) paths" }
    let sign = path.sign.map { $0 == .positive ? ", friendly on the whole" : ", hostile on the whole" } ?? ""
    return "\(path.hops) \(path.hops == 1 ? "step" : "steps")\(sign)"
  }

  /// What the filter keeps, for no picture to pass for the whole.
  var filterWords: [String] {
    var words: [String] = []
    if let kinds = filter.kinds, kinds.count < ClaimKind.allCases.count {
      words.append("only " + ClaimKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: ", "))
    }
    if let kinds = filter.nodeKinds, kinds.count < EntityKind.allCases.count {
      words.append(
        "only "
          + EntityKind.allCases.filter(kinds.contains).map { Diagram.Node.Kind($0).plural }.joined(separator: ", "))
    }
    if let sign = filter.sign { words.append(sign == .positive ? "only friendly ties" : "only hostile ties") }
    if filter.minimumWeight > 0 { words.append("ties of weight \(filter.minimumWeight.rounded(toPlaces: 2)) or more") }
    if filter.minimumStories > 1 { words.append("ties told by \(filter.minimumStories) sources or more") }
    switch (filter.dates?.begin, filter.dates?.end?.adding(days: -1)) {
    case (let begin?, let end?):
      words.append("ties of \(DateSpanText.text(from: begin.adding(days: 0) ?? begin, to: end))")
    case (let begin?, nil): words.append("ties since \(DateSpanText.text(begin))")
    case (nil, let end?): words.append("ties until \(DateSpanText.text(end))")
    case (nil, nil): break
    }
    return words
  }

  /// "Ties around GSOMIA", or "South Korea, Japan, United States and 12 others".
  private func defaultTitle(of shown: Subgraph) -> String {
    let graph = stored.graph
    switch selection {
    case .around(let centers, _):
      return "Ties around " + centers.map { shortName(graph.entity($0)) }.joined(separator: ", ")
    case .paths(let paths):
      if let path = paths.first, let first = path.nodes.first, let last = path.nodes.last {
        return "From \(shortName(graph.entity(first))) to \(shortName(graph.entity(last)))"
      }
    default: break
    }
    let nodes = shown.nodes.sorted { a, b in
      let (x, y) = (graph.degree(a), graph.degree(b))
      return x != y ? x > y : graph.entity(a).name < graph.entity(b).name
    }
    let named = nodes.prefix(3).map { shortName(graph.entity($0)) }
    let others = nodes.count - named.count
    if others > 0 { return named.joined(separator: ", ") + " and \(others) \(others == 1 ? "other" : "others")" }
    return named.count < 2
      ? named.joined() : named.dropLast().joined(separator: ", ") + " and " + named[named.count - 1]
  }

  /// The acronym of an agreement that has one, else the name.
  func shortName(_ entity: Entity) -> String {
    if case .agreement(let agreement) = entity.details, let acronym = agreement.acronym { return acronym }
    return entity.name
  }

  // MARK: - Beside the lines

  func labels(
    of edges: [ID<Edge>], in graph: Graph, _ quotations: [ID<Edge>: [Quotation]]
  ) -> [ID<Edge>: String] {
    var labels: [ID<Edge>: String] = [:]
    for id in edges {
      let edge = graph[id]
      guard edge.kind.isSigned else { continue }
      switch edgeLabels {
      case .none: break
      case .events:
        guard let claim = quotations[id]?.first?.claim else { continue }
        labels[id] = EventLabel.text(claim, of: graph.entity(edge.target).kind)
      case .counts:
        let claims = edge.supporting + edge.opposing
        labels[id] = "\(claims) \(claims == 1 ? "claim" : "claims")"
        if edge.stories != claims { labels[id]! += ", \(edge.stories) \(edge.stories == 1 ? "story" : "stories")" }
      }
    }
    return labels
  }

  /// The clearest sentence behind each step, numbered in the order of the paths; one that several steps rest on stands
  /// once.
  private func notes(of paths: [PathAnswer]) throws -> ([Diagram.Note], [ID<Edge>: [Int]]) {
    let quotations = try stored.quotations(of: paths.flatMap(\.edges), limit: 1)
    var notes: [Diagram.Note] = []
    var numbers: [ID<Edge>: [Int]] = [:]
    var places: [String: Int] = [:]
    for edge in paths.flatMap(\.edges) where numbers[edge] == nil {
      numbers[edge] = (quotations[edge] ?? []).map { quotation in
        let place = "\(quotation.sentence) \(quotation.document)"
        if let number = places[place] { return number }
        let number = notes.count + 1
        places[place] = number
        let told = [quotation.publisher, (quotation.date ?? quotation.claim.date).map(DateSpanText.text)]
          .compactMap(\.self).joined(separator: ", ")
        notes.append(
          Diagram.Note(number: number, text: "“\(quotation.text)” — \(told.isEmpty ? quotation.document : told)"))
        return number
      }
    }
    return (notes, numbers)
  }

  private func groups(of shown: Subgraph) -> [NodeGroup] {
    // A table shows blocs as blocks.
    switch grouping ?? (style.presentation == .matrix ? .bloc : nil) {
    case nil: []
    case .country: NodeGroup.byCountry(shown.nodes, in: stored.graph)
    case .bloc: NodeGroup.byBloc(shown.nodes, in: stored.graph, filter)
    case .kind: NodeGroup.byKind(shown.nodes, in: stored.graph)
    }
  }
}
