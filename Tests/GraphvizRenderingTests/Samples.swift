import Diagrams

/// Diagrams that tests draw.
enum Samples {
  /// November 2019: whether South Korea stays in the military information agreement with Japan.
  static var gsomia: Diagram {
    func country(_ id: String, _ label: String) -> Diagram.Node { .init(id: id, label: label, kind: .country) }
    func official(_ id: String, _ label: String, _ tag: String, _ role: String) -> Diagram.Node {
      .init(id: id, label: label, kind: .official, countryTag: tag, subtitle: role)
    }
    func stance(
      _ source: String, _ target: String, _ weight: Double, _ label: String? = nil, unconfirmed: Bool = false,
      claims: Int = 1, texts: Int = 1
    ) -> Diagram.Edge {
      .init(
        id: "\(source)-\(target)", source: source, target: target, kind: .stance, weight: weight,
        isUnconfirmed: unconfirmed, claimCount: claims, sourceCount: texts, label: label)
    }
    func tie(_ source: String, _ target: String, _ kind: Diagram.Edge.Kind) -> Diagram.Edge {
      .init(id: "\(source)-\(target)-\(kind)", source: source, target: target, kind: kind)
    }
    return Diagram(
      title: "Who wants to keep the intelligence pact?",
      subtitle: "12–19 November 2019 · 2 texts",
      sourceLine: "Source: Associated Press, Yonhap. Drawn by Entente.",
      nodes: [
        country("JP", "Japan"), country("US", "United States"), country("KR", "South Korea"),
        country("KP", "North Korea"), country("CN", "China"), country("RU", "Russia"),
        official("milley", "Mark Milley", "US", "Chairman of the Joint Chiefs of Staff"),
        official("motegi", "Toshimitsu Motegi", "JP", "Foreign Minister"),
        official("abe", "Shinzo Abe", "JP", "Prime Minister"),
        official("kono", "Taro Kono", "JP", "Defense Minister"),
        official("esper", "Mark Esper", "US", "Defense Secretary"),
        .init(
          id: "gsomia", label: "General Security of Military Information Agreement (GSOMIA)", kind: .agreement,
          status: "expiring · 23 Nov 2019"),
      ],
      edges: [
        tie("milley", "US", .affiliation), tie("esper", "US", .affiliation), tie("motegi", "JP", .affiliation),
        tie("abe", "JP", .affiliation), tie("kono", "JP", .affiliation), tie("JP", "gsomia", .party),
        tie("KR", "gsomia", .party),
        stance("KR", "gsomia", -0.62, "plans to scrap", claims: 3, texts: 2),
        stance("milley", "gsomia", 0.45, "should not be scrapped"),
        stance("motegi", "gsomia", 0.4), stance("kono", "gsomia", 0.5, "wise decision"),
        stance("US", "KR", -0.22, "presses to revoke", claims: 2, texts: 1),
        stance("esper", "JP", 0.5, "welcomes efforts"), stance("KR", "JP", -0.35, "export controls"),
        stance("JP", "KR", -0.3, unconfirmed: true),
        stance("US", "KP", -0.4, unconfirmed: true),
        .init(
          id: "milley-abe", source: "abe", target: "milley", kind: .cooperation, weight: 0.25, claimCount: 1,
          sourceCount: 1, label: "met"),
        .init(
          id: "milley-motegi", source: "milley", target: "motegi", kind: .cooperation, weight: 0.35, claimCount: 2,
          sourceCount: 1),
        .init(
          id: "esper-kono", source: "esper", target: "kono", kind: .cooperation, weight: 0.3, claimCount: 2,
          sourceCount: 1),
        stance("motegi", "KP", -0.3), stance("motegi", "CN", -0.2, unconfirmed: true),
        stance("motegi", "RU", -0.2, unconfirmed: true),
      ])
  }

  /// A graph of any size in the manner of alliances: blocs with ties inside, fewer between them.
  static func blocs(nodes count: Int, seed: UInt64 = 42, labelled: Bool = false) -> Diagram {
    var random = Generator(state: seed)
    let names = ["Aurelia", "Borduria", "Caledon", "Drevland", "Estovakia", "Freedonia", "Grenmark", "Hyrkania"]
    let roles = ["Foreign Minister", "Defence Secretary", "President", "Special Envoy for Northern Affairs"]
    var nodes: [Diagram.Node] = []
    for index in 0..<count {
      let name = names[index % names.count] + (index >= names.count ? " \(index / names.count)" : "")
      let id = "node\(index)"
      switch random.next() % 6 {
      case 0, 1: nodes.append(.init(id: id, label: name, kind: .country))
      case 2, 3:
        nodes.append(
          .init(
            id: id, label: "Anna \(name)", kind: .official, countryTag: String(name.prefix(2)).uppercased(),
            subtitle: roles[Int(random.next() % 4)]))
      case 4: nodes.append(.init(id: id, label: "\(name) Defence Council", kind: .organization))
      default: nodes.append(.init(id: id, label: "\(name) Accord", kind: .agreement, status: "in force"))
      }
    }
    var edges: [Diagram.Edge] = []
    var pairs: Set<Int> = []
    func add(_ source: Int, _ target: Int) {
      guard source != target, pairs.insert(source * count + target).inserted else { return }
      let roll = random.next() % 10
      let kind: Diagram.Edge.Kind =
        roll < 5 ? .stance : roll < 7 ? .cooperation : nodes[target].kind == .agreement ? .party : .affiliation
      let weight = kind == .cooperation ? Double(random.next() % 90 + 10) / 100 : Double(random.next() % 200) / 100 - 1
      edges.append(
        .init(
          id: "edge\(edges.count)", source: nodes[source].id, target: nodes[target].id, kind: kind, weight: weight,
          isUnconfirmed: random.next() % 5 == 0, claimCount: Int(random.next() % 5 + 1), sourceCount: 1,
          label: labelled && kind == .stance
            ? ["supports talks", "condemns", "calls for restraint"][Int(random.next() % 3)] : nil))
    }
    for index in 1..<max(count, 1) where index < count {
      add(index, index - 1 - Int(random.next() % UInt64(min(index, 9))))
    }
    for _ in 0..<(count * 6 / 10) { add(Int(random.next() % UInt64(count)), Int(random.next() % UInt64(count))) }
    return Diagram(
      title: "A world of \(count) actors", subtitle: "Invented, for tests", sourceLine: "Source: none.", nodes: nodes,
      edges: edges)
  }

  /// A linear congruential generator (Knuth's MMIX constants): the same numbers everywhere.
  struct Generator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
