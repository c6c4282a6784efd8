public import Diplomacy
public import PathQueries
public import Provenance
public import RelationGraph

/// A complete brief of a graph: who is there and where they stand, agreements, the strongest and the most contested
/// ties, what changed, paths, and the numbered sentences that all of it rests on.
public struct BriefReport: Sendable {
  /// How much is told.
  public struct Limits: Hashable, Sendable {
    public var actors: Int
    public var agreements: Int
    /// In each list of ties.
    public var ties: Int

    public init(actors: Int = 15, agreements: Int = 8, ties: Int = 8) {
      self.actors = actors
      self.agreements = agreements
      self.ties = ties
    }
  }

  public var graph: Graph
  public var filter: EdgeFilter
  public var limits: Limits
  public var title: String
  /// What the brief rests on: "8 texts, 6–22 November 2019".
  public var basis = ""
  public var picture: ReportPicture?
  /// Of contested ties at least one for either side.
  public var quotations: [ID<Edge>: [Quotation]] = [:]
  public var comparison: ComparisonReport?
  public var paths: [PathReport] = []
  /// Paths that were asked for and are not there.
  public var missingPaths: [NoPathReport] = []
  public var actors: RepresentedActors?

  public init(graph: Graph, filter: EdgeFilter = EdgeFilter(), limits: Limits = Limits(), title: String = "") {
    self.graph = graph
    self.filter = filter
    self.limits = limits
    self.title = title
  }

  /// The ties that the brief tells of, for which it wants sentences.
  public var toldEdges: [ID<Edge>] {
    let actorEdges = toldActors.flatMap { stands(of: $0) }
    let agreementEdges = toldAgreements.flatMap { StanceProfile(graph, of: $0, filter).received.all }
    return Set(actorEdges + agreementEdges + strongest + contested).sorted()
  }

  // MARK: - What is told

  private var allActors: [ID<Node>] {
    EntityList(graph: graph).nodes.filter { graph.entity($0).kind != .agreement && !stands(of: $0).isEmpty }
  }

  private var toldActors: [ID<Node>] { Array(allActors.prefix(limits.actors)) }

  private var allAgreements: [ID<Node>] {
    EntityList(graph: graph, kind: .agreement).nodes.filter { node in
      (Array(graph.outgoing(node)) + Array(graph.incoming(node))).contains { graph.admits($0, filter) }
    }
  }

  private var toldAgreements: [ID<Node>] { Array(allAgreements.prefix(limits.agreements)) }

  /// What an actor holds of others and does with them, the strongest first.
  private func stands(of node: ID<Node>) -> [ID<Edge>] {
    var own: [Edge] = graph.outgoing(node).map { graph[$0] }
    own += graph.incoming(node).map { graph[$0] }.filter { $0.kind == .cooperation }
    own.removeAll { !$0.kind.isSigned || !graph.admits($0.id, filter) }
    own.sort { a, b in abs(a.weight) != abs(b.weight) ? abs(a.weight) > abs(b.weight) : a.id < b.id }
    return own.prefix(5).map(\.id)
  }

  private var signedFilter: EdgeFilter {
    var signed = filter
    signed.kinds = (filter.kinds ?? Set(ClaimKind.allCases)).filter(\.isSigned)
    return signed
  }

  private var strongest: [ID<Edge>] { graph.strongestEdges(limits.ties, signedFilter) }

  /// Ties told both ways, the most evenly and the most often first.
  private var contested: [ID<Edge>] {
    let edges = graph.edges(signedFilter).map { graph[$0] }.filter(\.isContested)
    return edges.sorted { a, b in
      let (x, y) = (min(a.supporting, a.opposing), min(b.supporting, b.opposing))
      if x != y { return x > y }
      return abs(a.weight) != abs(b.weight) ? abs(a.weight) < abs(b.weight) : a.id < b.id
    }.prefix(limits.ties).map(\.id)
  }

  // MARK: - Parts

  public var parts: [ReportPart] {
    var notes = EvidenceNotes()
    var parts: [ReportPart] = [.heading(1, Prose(title.isEmpty ? defaultTitle : title))]
    if !basis.isEmpty { parts.append(.paragraph(Prose(basis + "."))) }
    parts.append(.paragraph(summary(&notes)))
    if let picture { parts.append(.picture(picture)) }
    parts += agreementParts(&notes)
    parts += actorParts(&notes)
    parts += tieParts(&notes)
    parts += changeParts(&notes)
    parts += pathParts(&notes)
    if !notes.quotations.isEmpty { parts += [.heading(2, Prose("Evidence"))] + notes.parts }
    return parts
  }

  private var defaultTitle: String {
    guard let subject = allAgreements.first ?? allActors.first else { return "Who stands where" }
    return "Who stands where: " + EdgeProse.name(subject, in: graph)
  }

  /// Counts, and the first thing to know.
  private func summary(_ notes: inout EvidenceNotes) -> Prose {
    let edges = graph.edges(signedFilter).map { graph[$0] }
    let tied = Set(graph.edges(filter).flatMap { [graph[$0].source, graph[$0].target] })
    let kinds: [(EntityKind, String, String)] = [
      (.country, "country", "countries"), (.official, "official", "officials"),
      (.organization, "organization", "organizations"), (.agreement, "agreement", "agreements"),
    ]
    let present = kinds.compactMap { kind, one, many -> String? in
      let count = tied.count { graph.entity($0).kind == kind }
      return count == 0 ? nil : counted(count, one, many)
    }
    guard !present.isEmpty else { return Prose("Nothing is told of any tie.") }
    var prose = Prose("The texts tell of \(listed(present))")
    guard !edges.isEmpty else { return prose + ", and of no stance or cooperation among them." }
    let friendly = edges.count { $0.weight > 0 }
    let hostile = edges.count { $0.weight < 0 }
    prose += ", and of \(counted(edges.count, "tie", "ties")) among them that "
    prose += "\(edges.count == 1 ? "takes" : "take") a side: \(friendly) friendly, \(hostile) hostile."
    if let edge = edges.filter({ $0.kind == .stance }).max(by: { abs($0.weight) < abs($1.weight) }) {
      var wording = wording(of: [edge.id])
      let quoted = (quotations[edge.id] ?? []).filter { !$0.contradicts(edge) }
      prose += " The plainest stance: " + wording.clause(edge, quoted.first)
      prose += notes.citation(quoted) + "."
    }
    let divided = edges.count(where: \.isContested)
    if divided > 0 {
      prose += " Of \(divided) of these the texts tell both ways."
    }
    return prose
  }

  private func agreementParts(_ notes: inout EvidenceNotes) -> [ReportPart] {
    let told = toldAgreements
    guard !told.isEmpty else { return [] }
    var parts: [ReportPart] = [.heading(2, Prose("Agreements"))]
    for node in told {
      let entity = graph.entity(node)
      guard case .agreement(let agreement) = entity.details else { continue }
      var heading = capitalized(entity.name)
      if let acronym = agreement.acronym, acronym != entity.name { heading += " (\(acronym))" }
      parts.append(.heading(3, Prose(heading)))
      parts.append(.paragraph(standing(of: agreement)))
      let sides = StanceProfile(graph, of: node, filter).received
      var items: [Prose] = []
      for (label, edges) in [
        ("For it", sides.supporting), ("Against it", sides.opposing), ("Told both ways", sides.contested),
      ] where !edges.isEmpty {
        let names = edges.map { id in
          let leaning =
            graph[id].isContested ? (graph[id].weight < 0 ? ", on the whole against" : ", on the whole for") : ""
          return Prose(ProseNames.fullName(graph[id].source, in: graph)) + leaning
            + notes.citation(quotations[id] ?? [])
        }
        items.append(.strong(label) + ": " + Prose.joined(names, by: "; ") + ".")
      }
      parts.append(items.isEmpty ? .paragraph(Prose("Nothing is told of who is for it or against it.")) : .list(items))
    }
    let hidden = allAgreements.count - told.count
    if hidden > 0 {
      parts.append(.paragraph(Prose("\(counted(hidden, "more agreement is", "more agreements are")) in the graph.")))
    }
    return parts
  }

  /// "Parties: Japan and South Korea. Status: expiring on 23 November 2019."
  private func standing(of agreement: Agreement) -> Prose {
    let parties = agreement.parties.compactMap { graph.node(of: $0) }.map { ProseNames.fullName($0, in: graph) }
    guard let status = agreement.status else {
      return Prose(
        parties.isEmpty
          ? "Neither its parties nor its status is told."
          : "Parties: \(listed(parties)). Nothing is told of its status.")
    }
    var text = parties.isEmpty ? "Its parties are not told." : "Parties: \(listed(parties))."
    text += " Status: \(status.rawValue)"
    if let date = agreement.statusDate {
      switch status {
      case .inForce: text += " since " + DateSpanText.text(date)
      case .withdrawn: text += ", " + DateSpanText.text(date)
      case .proposed, .signed, .suspended, .expiring, .ended: text += " " + DateSpanText.adverbial(date)
      }
    }
    return Prose(text + ".")
  }

  private func actorParts(_ notes: inout EvidenceNotes) -> [ReportPart] {
    let told = toldActors
    guard !told.isEmpty else { return [] }
    let items = told.map { node in
      let entity = graph.entity(node)
      var wording = wording(of: stands(of: node), introduced: toldAgreements)
      wording.mention(node)
      let role = entity.kind == .country ? "" : ", " + EntityProse.description(entity, in: graph)
      let clauses = stands(of: node).map { id in stand(graph[id], of: node, &wording, &notes) }
      return .strong(entity.name) + role + ": " + Prose.joined(clauses, by: "; ") + "."
    }
    var parts: [ReportPart] = [.heading(2, Prose("Actors, and where they stand"))]
    if reportDates == .month {
      parts.append(.paragraph(Prose("A month in brackets is that of the report, where no day of the event is told.")))
    }
    parts.append(.list(items))
    let hidden = allActors.count - told.count
    if hidden > 0 {
      parts.append(
        .paragraph(Prose("\(counted(hidden, "more actor is", "more actors are")) in the graph, with fewer ties.")))
    }
    return parts
  }

  /// "backed GSOMIA on 12 November 2019 [1], but opposed it …".
  private func stand(
    _ edge: Edge, of node: ID<Node>, _ wording: inout ClaimWording, _ notes: inout EvidenceNotes
  ) -> Prose {
    let quoted = quotations[edge.id] ?? []
    let agreeing = quoted.filter { !$0.contradicts(edge) }
    let contrary = quoted.filter { $0.contradicts(edge) }
    guard let first = agreeing.first else {
      return Prose(EdgeProse.verb(edge) + " " + wording.name(edge.other(than: node)))
    }
    var clause = Prose(wording.predicate(edge, first, from: node)) + notes.citation(agreeing)
    if let other = contrary.first {
      clause += ", but also " + wording.contrary(edge, other, from: node)
      clause += notes.citation(contrary)
    }
    return clause
  }

  private func tieParts(_ notes: inout EvidenceNotes) -> [ReportPart] {
    var parts: [ReportPart] = []
    for (heading, edges) in [("The strongest ties", strongest), ("The most contested ties", contested)]
    where !edges.isEmpty {
      let items = edges.map { id in
        EdgeProse.statement(graph[id], in: graph) + ": \(EdgeProse.basis(graph[id]))"
          + notes.citation(quotations[id] ?? []) + "."
      }
      parts += [.heading(2, Prose(heading)), .list(items)]
    }
    return parts
  }

  private func changeParts(_ notes: inout EvidenceNotes) -> [ReportPart] {
    guard let comparison else { return [] }
    let days = [comparison.days.before, comparison.days.after].compactMap(\.self).map(DateSpanText.text)
    let heading = days.count == 2 ? "What changed from \(days[0]) to \(days[1])" : "What changed"
    return [.heading(2, Prose(heading))] + comparison.parts(&notes)
  }

  private func pathParts(_ notes: inout EvidenceNotes) -> [ReportPart] {
    guard !paths.isEmpty || !missingPaths.isEmpty else { return [] }
    var items: [Prose] = []
    for report in paths {
      for path in report.paths {
        guard let first = path.nodes.first, let last = path.nodes.last else { continue }
        let ends = "From \(graph.entity(first).name) to \(graph.entity(last).name)"
        items.append(
          .strong(ends) + ", \(counted(path.hops, "step", "steps")), \(SignWording.text(path)): "
            + report.sentence(path, &notes, mentioned: toldAgreements, reportDates: reportDates))
      }
    }
    items += missingPaths.map { Prose($0.text) }
    return [.heading(2, Prose("How they are connected")), .list(items)]
  }

  /// Where all was told within a few weeks, the dates at the sentences do; else the reader needs to know the month.
  private var reportDates: ClaimWording.ReportDates {
    let days = quotations.values.joined().compactMap(\.date).map(\.dayNumber)
    guard let first = days.min(), let last = days.max(), last - first > 92 else { return .none }
    return .month
  }

  /// - Parameter introduced: Entities that the reader has met by their full names.
  private func wording(of edges: [ID<Edge>], introduced: [ID<Node>] = []) -> ClaimWording {
    let speakers = edges.flatMap { quotations[$0] ?? [] }.flatMap(\.claim.attribution).compactMap { graph.node(of: $0) }
    var wording = ClaimWording(
      graph, naming: edges.flatMap { [graph[$0].source, graph[$0].target] } + speakers, actors: actors)
    wording.reportDates = reportDates
    for node in introduced { wording.mention(node) }
    return wording
  }
}

extension ComparisonReport {
  public var parts: [ReportPart] {
    var notes = EvidenceNotes()
    let parts = parts(&notes)
    return parts + notes.parts
  }

  /// The changes of each sort as a list, with the notes left to whoever has others as well.
  func parts(_ notes: inout EvidenceNotes) -> [ReportPart] {
    guard !isEmpty else { return [.paragraph(Prose("Nothing changed that is worth telling."))] }
    var parts: [ReportPart] = []
    for section in sections where !section.changes.isEmpty {
      var items = section.changes.prefix(limit ?? .max).compactMap { change -> Prose? in
        guard let edge = change.after ?? change.before else { return nil }
        var item = EdgeProse.statement(edge, in: change.after == nil ? self.before : self.after)
        if edge.kind.isSigned, let before = change.before, let after = change.after {
          item += " (from \(TextStyle.weight(before.weight)) to \(TextStyle.weight(after.weight)), of −1 to +1)"
        }
        return item + notes.citation(quoted(change)) + "."
      }
      let hidden = section.changes.count - min(section.changes.count, limit ?? .max)
      if hidden > 0 { items.append(Prose("And \(hidden) more.")) }
      let heading: String
      switch section.key {
      case "turned": heading = "Turned from friendly to hostile, or back"
      case "appeared": heading = "New"
      case "vanished": heading = "No longer there"
      default: heading = "Grown stronger or weaker"
      }
      parts += [.paragraph(.strong(heading)), .list(items)]
    }
    return parts
  }
}
