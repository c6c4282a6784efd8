import Diplomacy
import PathQueries
import Provenance
import RelationGraph

// The answers to questions as parts of a report.

extension PathReport {
  /// Each path as a sentence with what it comes to, then the sentences it rests on.
  public var parts: [ReportPart] {
    var notes = EvidenceNotes()
    var parts: [ReportPart] = []
    if let notice { parts.append(.paragraph(Prose(notice))) }
    let told = paths.map { path in
      let steps = counted(path.hops, "step", "steps")
      return sentence(path, &notes) + " (\(capitalized(steps)), \(SignWording.text(path)).)"
    }
    parts += told.count == 1 ? told.map { .paragraph($0) } : [.list(told)]
    return parts + notes.parts
  }
}

extension NoPathReport {
  public var parts: [ReportPart] { [.paragraph(Prose(text))] }
}

extension EntityReport {
  /// Who or what it is, and its ties as a table, with the sentences.
  public var parts: [ReportPart] {
    let entity = graph.entity(node)
    var notes = EvidenceNotes()
    var parts: [ReportPart] = [
      .paragraph(.strong(entity.name) + ", " + EntityProse.description(entity, in: graph) + ".")
    ]
    let rows = edges.map { id in
      let edge = graph[id]
      return [
        EdgeProse.statement(edge, in: graph) + notes.citation(quotations[id] ?? []), EdgeProse.weight(edge),
        Prose(EdgeProse.basis(edge)),
      ]
    }
    parts.append(
      rows.isEmpty
        ? .paragraph(Prose("No ties are told."))
        : .table(ReportTable(["tie", ">weight, −1 to +1", "rests on"], rows: rows)))
    return parts + notes.parts
  }
}

extension StanceReport {
  /// Who is for it and who against, each in a clause with the sentences; then what it holds itself.
  public var parts: [ReportPart] {
    guard !profile.received.isEmpty || !profile.held.isEmpty else {
      return [.paragraph(Prose("Nobody's stance is told."))]
    }
    var notes = EvidenceNotes()
    var wording = self.wording
    _ = wording.name(profile.node)
    let name = EdgeProse.name(profile.node, in: graph)
    var parts: [ReportPart] = []
    for (sides, support, opposition) in [
      (profile.received, "For \(name)", "Against \(name)"),
      (profile.held, "What \(name) supports", "What \(name) opposes"),
    ] {
      for (heading, edges) in [
        (support, sides.supporting), (opposition, sides.opposing), ("Told both ways", sides.contested),
      ] where !edges.isEmpty {
        let items = edges.map { stance(graph[$0], &wording, &notes) }
        parts += [.paragraph(.strong(heading)), .list(items)]
      }
    }
    return parts + notes.parts
  }

  private func stance(_ edge: Edge, _ wording: inout ClaimWording, _ notes: inout EvidenceNotes) -> Prose {
    let quoted = quotations[edge.id] ?? []
    let agreeing = quoted.filter { !$0.contradicts(edge) }
    let contrary = quoted.filter { $0.contradicts(edge) }
    guard let first = agreeing.first else { return EdgeProse.statement(edge, in: graph) + "." }
    var prose = Prose(wording.clause(edge, first)).capitalizedFirst + notes.citation(agreeing)
    if let other = contrary.first {
      prose += ", but " + wording.contrary(edge, other)
      prose += notes.citation(contrary)
    }
    return prose + "."
  }
}

extension EntityList {
  public var parts: [ReportPart] {
    guard !nodes.isEmpty else { return [.paragraph(Prose("Nothing of this kind is in the graph."))] }
    let rows = nodes.map { node in
      let entity = graph.entity(node)
      return [
        Prose.strong(entity.name), Prose(EntityProse.description(entity, in: graph)),
        Prose(String(EntityList.tieCount(node, in: graph))),
      ]
    }
    return [.table(ReportTable(["name", "who or what", ">ties"], rows: rows))]
  }
}

extension EdgeList {
  public var parts: [ReportPart] {
    guard !edges.isEmpty else { return [.paragraph(Prose("No ties are in the graph."))] }
    let rows = edges.map { id in
      let edge = graph[id]
      return [EdgeProse.statement(edge, in: graph), EdgeProse.weight(edge), Prose(EdgeProse.basis(edge))]
    }
    return [.table(ReportTable(["tie", ">weight, −1 to +1", "rests on"], rows: rows))]
  }
}

extension DocumentList {
  public var parts: [ReportPart] {
    guard !documents.isEmpty else { return [.paragraph(Prose("No texts are in the graph."))] }
    let rows = documents.map { row in
      [
        Prose(row.metadata.title ?? row.metadata.id), Prose(row.metadata.publisher ?? ""),
        Prose(row.metadata.date.map(DateSpanText.text) ?? ""), Prose(String(row.claims)),
      ]
    }
    return [.table(ReportTable(["text", "publisher", "date", ">statements"], rows: rows))]
  }
}

extension BalanceReport {
  /// - Parameters: as of ``text(_:mostNames:mostTies:)``.
  public func parts(mostNames: Int? = nil, mostTies: Int? = nil) -> [ReportPart] {
    guard friendly + hostile > 0 else { return [.paragraph(Prose("No tie is friendly or hostile."))] }
    let counts =
      counted(friendly, "tie is friendly", "ties are friendly") + ", "
      + counted(hostile, "one is hostile", "are hostile") + ". "
    var parts: [ReportPart] = [.paragraph(Prose(counts) + verdict)]
    let camps = index.camps.enumerated().filter { !$0.element.isEmpty }.map { number, camp in
      Prose.strong("Camp \(number + 1)") + " (\(camp.count)): " + pairs.names(camp, in: graph, most: mostNames)
    }
    parts.append(.list(camps))
    let frustrated = index.frustrated.map { (pair: $0, balance: pairs.tie($0.a, $0.b)?.balance ?? 0) }
      .sorted { abs($0.balance) != abs($1.balance) ? abs($0.balance) > abs($1.balance) : $0.pair < $1.pair }
    if !frustrated.isEmpty {
      var rows = frustrated.prefix(mostTies ?? .max).map { pair, balance in
        [
          Prose("\(graph.entity(pair.a).name) – \(graph.entity(pair.b).name)"),
          Prose(balance > 0 ? "friends across the camps" : "enemies within a camp"),
          Prose(TextStyle.weight(balance)),
        ]
      }
      let hidden = frustrated.count - rows.count
      if hidden > 0 { rows.append([Prose("and \(hidden) more"), Prose(), Prose()]) }
      parts.append(.table(ReportTable(["against the camps", "how", ">balance of the tie"], rows: rows)))
    }
    return parts
  }
}

extension TimelineReport {
  public var parts: [ReportPart] {
    var notes = EvidenceNotes()
    var wording = self.wording
    var told: Set<ID<Edge>> = []
    func isTold(_ claim: RecordedClaim) -> Bool { fact(claim).map { told.insert($0).inserted } ?? true }
    func sentence(_ claim: RecordedClaim) -> Prose {
      Prose(capitalized(clause(claim, &wording) ?? "")) + notes.citation(quotations[claim.id].map { [$0] } ?? [])
    }
    var rows: [[Prose]] = []
    var day: CalendarDate?
    for entry in timeline.entries where isTold(entry.claim) {
      let date = entry.claim.effectiveDate
      let turn =
        switch entry.turn {
        case .positive: ". The tie turns friendly"
        case .negative: ". The tie turns hostile"
        case nil: ""
        }
      rows.append([
        Prose(date == day ? "" : date.map(DateSpanText.text) ?? ""), sentence(entry.claim) + turn,
        Prose(TextStyle.weight(entry.balance)),
      ])
      day = date
    }
    for claim in timeline.undated where isTold(claim) { rows.append([Prose("undated"), sentence(claim), Prose()]) }
    guard !rows.isEmpty else {
      let names = [actors.0, actors.1].map { ProseNames.fullName($0, in: graph) }
      return [.paragraph(Prose("Nothing is claimed between \(listed(names))."))]
    }
    return [.table(ReportTable(["day", "what is told", ">friendly (+) or hostile (−) by then"], rows: rows))]
      + notes.parts
  }
}
