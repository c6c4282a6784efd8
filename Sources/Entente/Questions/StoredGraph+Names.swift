extension StoredGraph {
  /// The node that a name stands for: a name that the texts use; else one that Entente knows, as "Tokyo" for Japan
  /// where no text says it. Where officials are rolled up, the name of one stands for the country.
  public func resolve(_ name: String) -> NameIndex.Resolution {
    let found = resolveTold(name)
    guard case .unknown = found, let known = canonicalName(of: name) else { return found }
    if case .unique(let node) = resolveTold(known) { return .unique(node) }
    return found
  }

  private func resolveTold(_ name: String) -> NameIndex.Resolution {
    let found = names.resolve(name)
    guard let actors else { return found }
    func node(_ place: ID<Node>) -> ID<Node>? {
      graph.node(of: actors.rollUp.representative(actors.entities[place.index].id, on: nil))
    }
    switch found {
    case .unique(let place): return node(place).map { .unique($0) } ?? .unknown(suggestions: [])
    case .ambiguous(let places):
      let nodes = Set(places.compactMap(node)).sorted()
      return nodes.count == 1 ? .unique(nodes[0]) : .ambiguous(nodes)
    case .unknown(let suggestions):
      return .unknown(
        suggestions: suggestions.compactMap { suggestion in
          var suggestion = suggestion
          guard let place = node(suggestion.node) else { return nil }
          suggestion.node = place
          return suggestion
        })
    }
  }

  /// The canonical name of what a name means to a reader of news; nil where it means nothing by itself.
  private func canonicalName(of name: String) -> String? {
    guard name.utf8.count <= 100, let engine = try? Engine() else { return nil }
    let key = NameFolding.fold(name)
    let capitalized = name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
    for form in [name, capitalized, name.uppercased()] {
      // A name by itself may be a heading or a word; in a sentence it is read as texts are.
      let text = SourceText(metadata: DocumentMetadata(id: "name"), text: "\(form) said.")
      let entity = engine.code(text).entities.first { entity in
        ([entity.name] + entity.aliases).contains { NameFolding.fold($0) == key }
      }
      if let entity { return entity.name }
    }
    return nil
  }
}
