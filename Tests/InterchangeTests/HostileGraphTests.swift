import Diplomacy
import Interchange
import TestSupport
import Testing

@Suite("Graphs that mean ill, or are broken")
struct HostileGraphTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private func read(_ text: String, _ format: InterchangeFormat) throws -> [ImportItem] {
    let path = try folder.write("graph", text)
    var items: [ImportItem] = []
    try #require(GraphReader(format)).read(path: path) { items.append($0) }
    return items
  }

  private func row(_ item: ImportItem?) -> CodedRow? { if case .row(let row)? = item { row } else { nil } }

  @Test(
    "entities are never expanded: a bomb is refused at its declaration", arguments: [InterchangeFormat.graphml, .gexf])
  func bomb(format: InterchangeFormat) throws {
    var text = "<?xml version=\"1.0\"?>\n<!DOCTYPE graphml [\n<!ENTITY a0 \"ha\">\n"
    for level in 1...30 { text += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">\n" }
    text += "]>\n<graphml><graph><node id=\"&a30;\"/></graph></graphml>"
    for text in [text, text.replacing("<?xml version=\"1.0\"?>\n", with: "")] {
      let error = #expect(throws: InterchangeError.self) { try read(text, format) }
      #expect(error?.rule.contains("document type declaration") == true)
    }
    let external = "<!DOCTYPE graphml SYSTEM \"file:///etc/hostname\"><graphml/>"
    #expect(throws: InterchangeError.self) { try read(external, format) }
    let undefined = #expect(throws: InterchangeError.self) {
      try read("<graphml><graph><node id=\"a\"><data key=\"k\">&x;</data></node></graph></graphml>", .graphml)
    }
    #expect(undefined?.rule.contains("well-formed") == true && undefined?.line == 1)
  }

  @Test("node-link JSON is read in pieces, whatever its order, and told wrong by its line")
  func nodeLinkPieces() throws {
    let long = String(repeating: "x\\\"", count: 400_000)
    let items = try read(
      "\u{FEFF}{\"links\": [{\"source\": 1, \"target\": \"b\", \"weight\": 0.5, \"text\": \"\(long)\"}], \"graph\": {\"a\": [1, "
        + "{}]},\n \"nodes\": [{\"id\": 1}, {\"id\": \"b\", \"name\": \"B ]},\"}], \"directed\" : true }\n", .nodeLink)
    let first = try #require(row(items.first))
    #expect(first.kind == .stance && first.source.name == "1" && first.target.name == "B ]},")
    #expect(first.text.utf8.count == 800_000)
    for (text, line, rule) in [
      ("{\"nodes\": [{\"id\": 1},\n{\"id\": tru}]}", 2, "none of true, false, null"),
      ("{\"nodes\": [{\"id\": 1} 2]}", 1, "a comma or ] is missing"),
      ("{\"nodes\": [{\"id\": 1}", 1, "an array has no ]"),
      ("{} x", 1, "followed by something else"), ("{\"a\": \"b", 1, "no closing quote"), ("", 1, "a value is missing"),
      ("{\"nodes\": [],}", 1, "a name in double quotes is missing"),
      (
        "{\"edges\": [" + String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000) + "]}", 1,
        "too deep"
      ),
    ] {
      let error = #expect(throws: InterchangeError.self) { try read(text, .nodeLink) }
      #expect(error?.line == line && error?.rule.contains(rule) == true, "\(text.prefix(40)): \(error?.rule ?? "")")
    }
  }

  @Test("what DOT multiplies is bounded; nodes may be described after the edges that name them")
  func dotProduct() throws {
    let many = (0..<5000).map { "n\($0)" }.joined(separator: " ")
    let error = #expect(throws: InterchangeError.self) { try read("digraph { {\(many)} -> {\(many)} }", .dot) }
    #expect(error?.rule.contains("more than 20000000 edges") == true)
    let items = try read(
      "digraph {\n edge [weight=0.5]\n a -> b -> c [label=x]\n edge [weight=-1]\n subgraph s { c -> a:p }\n a "
        + "[label=\"A\", kind=country]\n rankdir = LR }", .dot)
    let rows = items.compactMap { row($0) }
    #expect(rows.map(\.weight) == [0.5, 0.5, -1] && rows.map(\.line) == [3, 3, 5])
    #expect(rows.map(\.source.name) == ["A", "b", "c"] && rows[2].target.kind == .country)
    #expect(items.count == 3, "what a setting names is no node")
  }

  @Test("depth is bounded", arguments: [InterchangeFormat.graphml, .nodeLink, .dot])
  func depth(format: InterchangeFormat) throws {
    let text =
      switch format {
      case .graphml: "<graphml>" + String(repeating: "<graph>", count: 100_000)
      case .nodeLink: String(repeating: "[", count: 100_000)
      default: "graph " + String(repeating: "{", count: 100_000)
      }
    #expect(throws: InterchangeError.self) { try read(text, format) }
  }

  @Test(
    "what is cut off or something else says so with its line",
    arguments: [
      (InterchangeFormat.graphml, "<graphml>\n<graph>\n<node id=\"a\">", "well-formed"),
      (.graphml, "<gexf/>", "is no GraphML: it begins with <gexf>"), (.gexf, "<html/>", "is no GEXF"),
      (.graphml, "", "well-formed"), (.nodeLink, "{\"nodes\": []}", "needs the lists"),
      (.nodeLink, "{\n\"a\"", "is no JSON"),
      (.nodeLink, "{\"nodes\": [{}], \"edges\": []}", "a node has no id"), (.dot, "digraph {\n a -> ", "missing"),
      (.dot, "tree {}", "neither"), (.dot, "graph { a [b", "missing"),
    ])
  func broken(format: InterchangeFormat, text: String, rule: String) throws {
    let error = #expect(throws: InterchangeError.self) { try read(text, format) }
    #expect(error?.rule.contains(rule) == true, "\(error?.description ?? "")")
  }

  @Test("bad edges cost themselves alone")
  func badEdges() throws {
    let items = try read(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="w" for="edge" attr.name="weight" attr.type="double"/>
      <graph edgedefault="undirected"><edge source="a" target="b"><data key="w">0.5</data></edge>
      <node id="a"/><node id="b"/><node id="a"/>
      <edge source="a" target="b"><data key="w">0</data></edge>
      <edge source="a" target="b"><data key="w">NaN</data></edge>
      <edge source="a" target="b"><data key="w">-7</data></edge>
      <edge source="a" target="c"><data key="w">1</data></edge>
      <edge source="a" target="b"/>
      </graph></graphml>
      """, .graphml)
    let bad = items.compactMap { item in if case .bad(let line, let rule) = item { "\(line) \(rule)" } else { nil } }
    #expect(bad.count == 6)
    #expect(bad[0] == "3 two nodes have the id \"a\"" && bad[1].hasPrefix("4 a weight of 0"))
    #expect(bad.last == "7 the edge names the node \"c\", which is not there")
    let rows = items.compactMap { row($0) }
    #expect(rows.count == 1 && rows[0].kind == .cooperation && rows[0].line == 2, "an edge may come before its nodes")
  }

  @Test("DOT as people write it")
  func dot() throws {
    let items = try read(
      """
      # made by hand
      strict digraph "my graph" { rankdir=LR; node [shape=box, kind=country] edge [sign="-"]
        /* two
           lines */ Japan [label="Nippon" + " (JP)"]; China:n -> {Japan Korea} [weight=0.5] // here
        subgraph cluster_1 { label=<<b>x</b> y>; "United \\"States\\"" -> Japan [sign=positive weight=.25] }
        Alone
      }
      """, .dot)
    let rows = items.compactMap { row($0) }
    #expect(
      rows.map { "\($0.source.name)>\($0.target.name) \($0.weight)" } == [
        "China>Nippon (JP) -0.5", "China>Korea -0.5", "United \"States\">Nippon (JP) 0.25",
      ])
    #expect(rows.allSatisfy { $0.source.kind == .country })
    #expect(items.contains(.actor(ActorName("Alone", kind: .country))))
  }

  @Test("GEXF and node-link as Gephi and NetworkX write them")
  func foreign() throws {
    let gexf = try read(
      """
      <gexf version="1.2"><graph defaultedgetype="undirected"><nodes><node id="1" label="A"/><node id="2" label="B"/></nodes>
      <edges><edge id="0" source="1" target="2" weight="0.75" start="1951-09-08"/></edges></graph></gexf>
      """, .gexf)
    #expect(row(gexf.first)?.weight == 0.75 && row(gexf.first)?.validity == .lasting(until: nil))
    let json = try read(
      #"{"directed": false, "nodes": [{"id": 1}, {"id": 2, "name": "B"}], "links": [{"source": 1, "target": 2, "weight": -1}]}"#,
      .nodeLink)
    #expect(row(json.first)?.source.name == "1" && row(json.first)?.kind == .cooperation)
  }
}
