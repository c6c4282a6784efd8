import Diagrams
import TestSupport
import Testing

@Suite struct FigureTests {
  @Test func `one of everything, as DOT`() throws {
    try expectGolden(try Figure(Fixtures.everything).dot, named: "everything.dot")
  }

  @Test(arguments: DiagramStyle.Theme.allCases)
  func `one of everything, as SVG`(theme: DiagramStyle.Theme) throws {
    try expectGolden(
      try Fixtures.svg(Fixtures.everything, style: .init(theme: theme)), named: "everything-\(theme).svg")
  }

  @Test func `one of everything, without a style sheet`() throws {
    let svg = try Fixtures.svg(Fixtures.everything, style: .init(usesStyleSheet: false))
    for refused in ["<style", "class=", "var(", "<use", "style=", "paint-order"] { #expect(!svg.contains(refused)) }
    try expectGolden(svg, named: "everything-plain.svg")
  }

  @Test(arguments: Diagram.Emphasis.allCases, Diagram.Change.allCases)
  func `whatever is emphasized or changed, the picture is well-formed`(
    emphasis: Diagram.Emphasis, change: Diagram.Change
  ) throws {
    var diagram = Fixtures.everything
    for index in diagram.nodes.indices {
      diagram.nodes[index].emphasis = emphasis
      diagram.nodes[index].change = change
    }
    for index in diagram.edges.indices {
      diagram.edges[index].emphasis = emphasis
      diagram.edges[index].change = change
    }
    for usesStyleSheet in [true, false] {
      let elements = try XMLReader.elements(
        of: try Fixtures.svg(diagram, style: .init(usesStyleSheet: usesStyleSheet)))
      let marked = elements.filter { $0.attributes["data-change"] == change.rawValue }
      #expect(marked.count == diagram.nodes.count + diagram.edges.count)
    }
  }

  @Test func `the order of nodes and edges carries no meaning`() throws {
    var random = SeededGenerator(seed: 7)
    let svg = try Fixtures.svg(Fixtures.everything)
    for _ in 0..<20 {
      var diagram = Fixtures.everything
      diagram.nodes.shuffle(using: &random)
      diagram.edges.shuffle(using: &random)
      #expect(try Fixtures.svg(diagram) == svg)
    }
  }

  @Test func `every node and edge says what it is`() throws {
    let elements = try XMLReader.elements(of: try Fixtures.svg(Fixtures.everything))
    let groups = elements.filter { $0.attributes["data-kind"] != nil }
    #expect(groups.count == 12)
    #expect(groups.allSatisfy { $0.attributes["role"] == "img" && $0.attributes["id"] != nil })
    let titles = elements.filter { $0.name == "title" }.map(\.text)
    #expect(titles.count == 13)
    #expect(titles.contains("Anna Ober supports Treaty of the Two Rivers, +0.6; 3 claims in 2 texts"))
    #expect(titles.contains("Borduria opposes Treaty of the Two Rivers, \u{2212}0.5, unconfirmed"))
    #expect(titles.contains("Anna Ober (official, AU): Foreign Minister"))
    let stance = groups.first { $0.attributes["data-claims"] == "3" }
    #expect(stance?.attributes["data-weight"] == "0.6" && stance?.attributes["data-sources"] == "2")
  }

  @Test func `the legend lists what occurs and nothing else`() throws {
    let all = try Fixtures.svg(Fixtures.everything)
    for label in [
      "country", "official", "organization", "agreement", "supports", "opposes", "for and against", "cooperation",
      "affiliation, party, membership", "unconfirmed", "width: strength",
    ] {
      #expect(all.contains(">\(label)</text>"))
    }
    var diagram = Fixtures.everything
    diagram.nodes.removeAll { $0.kind != .country }
    diagram.edges = [.init(id: "4", source: "a", target: "b", kind: .stance, weight: -0.8)]
    let few = try Fixtures.svg(diagram)
    for label in ["official", "organization", "agreement", "supports", "cooperation", "unconfirmed", "membership"] {
      #expect(!few.contains(">\(label)</text>"))
    }
    #expect(few.contains(">opposes</text>"))
  }

  @Test func `what is hidden stands in the picture`() throws {
    #expect(
      try Fixtures.svg(Fixtures.everything).contains("Not shown: 3 nodes and 1 tie (kept: what is near the treaty)."))
  }

  @Test func `two pictures in one page share no id`() throws {
    var other = Fixtures.everything
    other.subtitle = "10 May 2021"
    func ids(_ diagram: Diagram) throws -> Set<String> {
      let ids = try XMLReader.elements(of: try Fixtures.svg(diagram)).compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      return Set(ids)
    }
    #expect(try ids(Fixtures.everything).isDisjoint(with: try ids(other)))
    let named = try Fixtures.svg(other, style: .init(idPrefix: "fig-3"))
    #expect(try XMLReader.elements(of: named).compactMap { $0.attributes["id"] }.allSatisfy { $0.hasPrefix("fig-3") })
  }

  @Test func `every reference of a picture leads to an id of it`() throws {
    let elements = try XMLReader.elements(of: try Fixtures.svg(Fixtures.everything))
    let ids = Set(elements.compactMap { $0.attributes["id"] })
    let prefix = try #require(elements.first?.attributes["id"])
    for element in elements {
      if element.name == "use" { #expect(ids.contains(String(element.attributes["href"]!.dropFirst()))) }
      for name in ["data-from", "data-to"] {
        // An end is known by the last part of its id, which the prefix of the picture leads.
        if let id = element.attributes[name] { #expect(ids.contains(prefix + "-" + id)) }
      }
      for id in element.attributes["aria-labelledby"]?.split(separator: " ") ?? [] { #expect(ids.contains(String(id))) }
    }
  }

  @Test func `weights out of range and not numbers are brought into it`() throws {
    var diagram = Fixtures.everything
    diagram.edges[0].weight = .infinity
    diagram.edges[1].weight = -7
    diagram.edges[2].weight = .nan
    #expect(try Figure(diagram).diagram.edges.prefix(3).map(\.weight) == [1, -1, 0])
  }

  @Test func `a diagram that contradicts itself is refused`() {
    func error(_ change: (inout Diagram) -> Void, style: DiagramStyle = DiagramStyle()) -> DiagramError? {
      var diagram = Fixtures.everything
      change(&diagram)
      do throws(DiagramError) {
        _ = try Figure(diagram, style: style)
        return nil
      } catch {
        return error
      }
    }
    #expect(error { $0.nodes.append($0.nodes[0]) } == .duplicateNode(id: "a"))
    #expect(error { $0.edges.append($0.edges[3]) } == .duplicateEdge(id: "4"))
    #expect(error { $0.edges[0].target = "zz" } == .unknownNode(id: "zz", inEdge: "1"))
    #expect(
      error { $0.clusters = [.init(id: "c", label: "", nodes: ["zz"])] }
        == .unknownClusterNode(id: "zz", inCluster: "c"))
    #expect(
      error {
        $0.clusters = [.init(id: "c", label: "", nodes: ["a"]), .init(id: "d", label: "", nodes: ["a"])]
      } == .nodeInTwoClusters(id: "a"))
    for prefix in ["", "1a", "a b", "a\"onload=\"x", "ä", String(repeating: "a", count: 65)] {
      #expect(error({ _ in }, style: .init(idPrefix: prefix)) == .invalidIDPrefix(prefix))
    }
  }

  @Test func `an empty diagram says so`() throws {
    let svg = try Fixtures.svg(Diagram())
    #expect(svg.contains("Nothing to show."))
    #expect(try XMLReader.elements(of: svg).first?.name == "svg")
  }

  @Test func `more nodes than an engine can take go to another, with a word`() throws {
    let nodes = (0..<500).map { Diagram.Node(id: "\($0)", label: "\($0)", kind: .country) }
    let figure = try Figure(Diagram(nodes: nodes), style: .init(engine: .dot))
    #expect(figure.engine == .sfdp)
    #expect(figure.notices.count == 1 && figure.notices[0].contains("'dot'") && figure.notices[0].contains("'sfdp'"))
    #expect(try Figure(Diagram(nodes: nodes), style: .init(engine: .neato)).notices.isEmpty)
  }
}
