extension StoredGraph {
  /// Writes the graph in a format of other programs, piece by piece.
  ///
  /// - Parameters:
  ///   - hasClaims: Whether edges carry their claims, from which importing makes the same edges again.
  ///   - output: Takes each piece of text, in order; tables have a part for nodes and one for edges.
  /// - Throws: `StoreError`, or what `output` throws.
  /// - Complexity: O(nodes + edges + claims).
  public func export(
    as format: InterchangeFormat, hasClaims: Bool = true, output: @escaping GraphWriter.Output
  ) throws {
    let stories = try storyNames()
    guard format != .claims else { return try exportClaims(stories, output) }
    guard var writer = GraphWriter(format, output: output) else { return }
    try writer.begin(name: "entente")
    for node in graph.nodes {
      let entity = graph.entity(node)
      try writer.add(ExchangeNode(id: EntityRecord.id(entity.id), actor: ActorName(entity)))
    }
    for id in graph.edges { try writer.add(exchangeEdge(id, hasClaims: hasClaims, stories)) }
    try writer.end()
  }

  private func exchangeEdge(
    _ id: ID<Edge>, hasClaims: Bool, _ stories: [ID<Story>: String]
  ) throws -> ExchangeEdge {
    let edge = graph[id]
    let claims = try store.claims(Array(graph.claims(of: id)))
    var rows: [CodedRow] = []
    if hasClaims { rows = try codedRows(claims, stories) }
    return ExchangeEdge(
      source: EntityRecord.id(graph.entity(edge.source).id), target: EntityRecord.id(graph.entity(edge.target).id),
      kind: edge.kind, weight: edge.weight, trust: edge.trust, supporting: edge.supporting, opposing: edge.opposing,
      uncounted: edge.uncounted, stories: edge.stories, firstDate: edge.firstDate, lastDate: edge.lastDate,
      sources: Set(claims.map(\.claim.evidence.document)).sorted(), claims: rows)
  }

  private func exportClaims(_ stories: [ID<Story>: String], _ output: GraphWriter.Output) throws {
    let claims = try store.claims()
    var seen: [String: Int] = [:]
    for start in stride(from: 0, to: claims.count, by: 1000) {
      for var row in try codedRows(Array(claims[start..<min(start + 1000, claims.count)]), stories) {
        // Two readings that are alike in all but what makes no name.
        if let key = row.key {
          seen[key, default: 0] += 1
          if let count = seen[key], count > 1 { row.key = "\(key)-\(count)" }
        }
        try output(.whole, row.jsonLine + "\n")
      }
    }
  }

  /// Claims with names for their ends and where they stand.
  private func codedRows(_ claims: [RecordedClaim], _ stories: [ID<Story>: String]) throws -> [CodedRow] {
    func actor(_ id: ID<Entity>) -> ActorName {
      graph.node(of: id).map { ActorName(graph.entity($0)) } ?? ActorName("#\(id.rawValue)")
    }
    return zip(claims, try store.evidence(of: claims.map(\.id))).map { recorded, evidence in
      let claim = recorded.claim
      return CodedRow(
        line: evidence.row?.line ?? 0, key: evidence.key, storyKey: evidence.storyKey ?? stories[recorded.story],
        kind: claim.kind, source: actor(claim.source), target: actor(claim.target), event: claim.event,
        weight: claim.weight, modality: claim.modality, attribution: claim.attribution.map(actor), date: claim.date,
        validity: claim.validity, confidence: claim.confidence, document: evidence.document.id,
        title: evidence.document.title, publisher: evidence.document.publisher, reported: recorded.documentDate,
        text: evidence.text, cue: evidence.cue, rule: claim.evidence.rule)
    }
  }

  /// What to call the stories of texts in other graphs: by the first text that tells them.
  private func storyNames() throws -> [ID<Story>: String] {
    var names: [ID<Story>: String] = [:]
    for document in try store.documents() where names[document.story] == nil {
      names[document.story] =
        "story:" + (document.metadata.sha256.map { String($0.prefix(16)) } ?? document.metadata.id)
    }
    return names
  }
}
