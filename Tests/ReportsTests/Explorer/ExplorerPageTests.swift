import CAssets
import Diagrams
import Diplomacy
import Foundation
import Provenance
import TestSupport
import Testing

@testable import Reports

/// The page around a picture, as bytes. What it does in a browser is tested where there is one (`ExplorerBrowserTests`).
struct ExplorerPageTests {
  /// Names and sentences that a text may hold to break out of the page.
  static let hostile = [
    "</script><script>alert(1)</script>", "<!-- <script>", "\"'><img src=x onerror=alert(1)>", "{{script}}",
    "a\u{2028}b\u{2029}c", "\u{202E}drawkcab\u{2066}", "]]></style>", "&lt;b&gt; &amp;",
  ]

  static func tie(_ order: Int, _ text: String, title: String? = "A note") -> ExplorerTie {
    var claim = Claim(
      kind: .stance, source: ID(0), target: ID(1), weight: 0.5,
      evidence: Evidence(document: "note", sentence: 0, span: Span(0, 1), cue: Span(0, 1), rule: "verb:back"))
    claim.date = CalendarDate(year: 2019, month: 11, day: 18)
    var quotation = Quotation(
      document: "note", date: CalendarDate(year: 2019, month: 11, day: 18), publisher: "Wire", sentence: 0, text: text,
      cue: String(text.prefix(4)), claim: claim, id: ID(12))
    quotation.title = title
    return ExplorerTie(
      cost: 1 << 39, order: order, supporting: 2, opposing: 1, firstDate: CalendarDate(year: 2019, month: 11, day: 12),
      lastDate: CalendarDate(year: 2019, month: 11, day: 18), days: [.init(first: "2019-11-12", last: "2019-11-18")],
      quotations: [quotation], unquoted: 2)
  }

  /// A page of a table of all kinds of nodes and edges under given names: a table needs no layout engine.
  static func page(names: [String], theme: DiagramStyle.Theme = .automatic) throws -> ExplorerPage {
    let kinds = Diagram.Node.Kind.allCases
    let nodes = names.enumerated().map { place, name in
      Diagram.Node(id: "n\(place)", label: name, kind: kinds[place % kinds.count], subtitle: name, status: name)
    }
    let edges = names.indices.flatMap { place in
      Diagram.Edge.Kind.allCases.map { kind in
        Diagram.Edge(
          id: "\(kind.rawValue)-\(place)", source: "n\(place)", target: "n\((place + 1) % names.count)", kind: kind,
          weight: Double(place) / 10 - 0.35, claimCount: 3, sourceCount: 2, tooltip: names[place])
      }
    }
    let diagram = Diagram(title: names[0], subtitle: names[1], sourceLine: names[2], nodes: nodes, edges: edges)
    var style = DiagramStyle(theme: theme, presentation: .matrix)
    style.isExplorable = true
    let figure = try Figure(diagram, style: style)
    var ties: [String: ExplorerTie] = [:]
    for (place, edge) in edges.enumerated() {
      ties[edge.id] = tie(place, names[place % names.count], title: names[(place + 1) % names.count])
    }
    return ExplorerPage(
      figure: figure, svg: figure.matrixSVG(), ties: ties, aliases: ["n0": names, "n1": [names[1], "Other"]])
  }

  static let plain = ["Japan", "Taro Kono", "Ministry", "Pact", "South Korea", "Mark Milley", "NATO", "Treaty"]

  /// What stands between two marks, the first time.
  static func part(_ text: String, from open: String, to close: String) -> String {
    guard let begin = text.range(of: open),
      let end = text.range(of: close, range: begin.upperBound..<text.endIndex)
    else { return "" }
    return String(text[begin.upperBound..<end.lowerBound])
  }

  /// The data as they stand in the page.
  static func data(of page: ExplorerPage) -> String {
    part(page.text, from: "<script type=\"application/json\">", to: "</script>")
  }

  static func count(_ mark: String, in text: String) -> Int { text.components(separatedBy: mark).count - 1 }

  @Test(arguments: [plain, hostile])
  func nothingRunsButWhatThePolicyNames(names: [String]) throws {
    let text = try Self.page(names: names).text
    let policy = Self.part(text, from: "Content-Security-Policy\" content=\"", to: "\"")
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(policy.hasSuffix("img-src data:; base-uri 'none'; form-action 'none'"))
    func source(_ text: String) -> String {
      var hash = SHA256()
      hash.update(text.utf8)
      return "'sha256-\(Data(hash.finish()).base64EncodedString())'"
    }
    let svg = Self.part(text, from: "<svg ", to: "</svg>")
    let styles = [Self.part(text, from: "<style>", to: "</style>"), Self.part(svg, from: "<style>", to: "</style>")]
    let script = Self.part(text, from: "<script type=\"module\">", to: "</script>")
    #expect(policy.contains("style-src \(source(styles[0])) \(source(styles[1])); "))
    #expect(policy.contains("script-src \(source(script)); "))
    #expect(script.hasSuffix("restore();") && styles[0].hasPrefix(":root{") && styles[1].contains("fill:var("))
    // No other element can run or style, and no attribute does.
    #expect(Self.count("<script", in: text) == 2 && Self.count("<style", in: text) == 2)
    #expect(!text.contains(" style=\"") && !text.contains(" src=\"") && !text.contains("<img"))
    #expect(!text.contains("http://") || Self.count("http://", in: text) == Self.count("http://www.w3.org/", in: text))
  }

  @Test func hostileNamesStayText() throws {
    let text = try Self.page(names: Self.hostile).text
    let data = Self.part(text, from: "<script type=\"application/json\">", to: "</script>")
    #expect(!data.utf8.contains { [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&")].contains($0) })
    for scalar in ["\u{2028}", "\u{2029}", "\u{202E}", "\u{2066}"] as [Unicode.Scalar] {
      #expect(!text.unicodeScalars.contains(scalar))
    }
    let json = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    let titles = Set(nodes.compactMap { $0["title"] as? String })
    #expect(titles.contains("</script><script>alert(1)</script>") && titles.contains("{{script}}"))
    #expect(titles.contains("a b c") && titles.contains("drawkcab") && titles.contains("&lt;b&gt; &amp;"))
    let rows = Self.part(text, from: "<tbody>\n", to: "</tbody>")
    #expect(rows.contains("<td>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</td>"))
    #expect(rows.contains("<td>{{script}}</td>") && !rows.contains("<b>") && !rows.contains("<!--"))
    #expect(try XMLReader.elements(of: "<svg \(Self.part(text, from: "<svg ", to: "</svg>"))</svg>").count > 50)
    #expect(text.contains("<h1>&lt;/script&gt;"))
  }

  @Test func thePageAddsLittleToThePictureAndItsData() throws {
    for theme in DiagramStyle.Theme.allCases {
      let page = try Self.page(names: Self.plain, theme: theme)
      let text = page.text
      let data = Self.part(text, from: "<script type=\"application/json\">", to: "</script>")
      let rows = Self.part(text, from: "<tbody>\n", to: "</tbody>")
      #expect(!data.isEmpty && !rows.isEmpty && text.contains(page.svg))
      let overhead = text.utf8.count - page.svg.utf8.count - data.utf8.count - rows.utf8.count
      #expect(overhead <= 20_000, "\(overhead)")
    }
  }

  @Test func theSamePageIsTheSameBytes() throws {
    let first = try Self.page(names: Self.hostile).text
    for _ in 0..<3 { #expect(try Self.page(names: Self.hostile).text == first) }
  }

  @Test func theTableHasEveryTieWithoutAScript() throws {
    let page = try Self.page(names: Self.plain)
    let rows = Self.part(page.text, from: "<tbody>\n", to: "</tbody>")
    #expect(Self.count("<tr>", in: rows) == page.diagram.edges.count)
    #expect(
      rows.contains(
        "<tr><td>Japan</td><td>opposes</td><td>Taro Kono</td><td data-sign=\"opposes\" data-key=\"-0.35\">−0.35</td>"
          + "<td data-key=\"3\">3</td><td data-key=\"2\">2</td>"
          + "<td data-key=\"20191112\">12–18 November 2019</td><td><q>"))
    #expect(rows.contains("</q> <cite>Treaty, Wire, 18 November 2019</cite></td></tr>"))
    // What weighs most comes first; facts, which weigh nothing, come last.
    let keys = rows.components(separatedBy: "<tr>").dropFirst().map { row in
      Double(Self.part(row, from: "data-key=\"", to: "\"")) ?? .nan
    }
    let signed = keys.prefix { $0 > -2 }
    #expect(signed.map(abs) == signed.map(abs).sorted(by: >) && keys.dropFirst(signed.count).allSatisfy { $0 == -2 })
    #expect(signed.count == 16 && keys.count == 40)
  }

  @Test func dataNameTheirPartsOfThePicture() throws {
    let page = try Self.page(names: Self.plain)
    let json = try JSONSerialization.jsonObject(with: Data(Self.data(of: page).utf8)) as? [String: Any]
    let nodes = try #require(json?["nodes"] as? [[String: Any]])
    let edges = try #require(json?["edges"] as? [[String: Any]])
    #expect(nodes.compactMap { $0["title"] as? String } == Self.plain.sorted())
    for node in nodes {
      let part = try #require(Int((node["part"] as? String ?? "").dropFirst()))
      #expect(page.diagram.nodes[part].label == node["title"] as? String)
    }
    for edge in edges {
      let part = try #require(Int((edge["part"] as? String ?? "").dropFirst()))
      let ends = try #require(edge["ends"] as? [Int])
      #expect(page.diagram.edges[part].id == edge["id"] as? String)
      #expect(nodes[ends[0]]["id"] as? String == page.diagram.edges[part].source)
      #expect(nodes[ends[1]]["id"] as? String == page.diagram.edges[part].target)
    }
    let stance = try #require(edges.first { $0["id"] as? String == "stance-0" })
    #expect(stance["title"] as? String == "Japan opposes Taro Kono")
    #expect(
      stance["facts"] as? String == "−0.35 · 3 claims in 2 texts · 2 for, 1 against · 12–18 November 2019")
    #expect(stance["cost"] as? Int == 1 << 39 && stance["more"] as? String == "and 2 more claims")
    let quote = try #require((stance["quotes"] as? [[String: Any]])?.first)
    #expect(quote["read"] as? String == "+0.5 · read by verb:back · c12" && quote["cue"] as? String == "Japa")
    #expect((json?["sources"] as? [String])?[quote["source"] as? Int ?? -1] == "Taro Kono, Wire, 18 November 2019")
  }

  @Test func aDiagramWithoutTiesKnownIsAPageToo() throws {
    let diagram = Diagram(nodes: [Diagram.Node(id: "a", label: "A", kind: .country)])
    var style = DiagramStyle(presentation: .matrix)
    style.isExplorable = true
    let figure = try Figure(diagram, style: style)
    let text = ExplorerPage(figure: figure, svg: figure.matrixSVG()).text
    #expect(text.contains("<h1>Relationship diagram</h1>") && text.contains("<tbody>\n</tbody>"))
    #expect(text.hasSuffix("</html>\n") && !text.contains("{{"))
  }

  @Test func scriptAndStyleCanStandOnOneLine() {
    func lines(_ asset: entente_asset) -> [String] {
      String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self)
        .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("//") }
    }
    let script = lines(entente_asset_explorer_script())
    #expect(script.count > 200)
    for (line, next) in zip(script, script.dropFirst()) {
      let ends = line.last.map { ";{}(,[".contains($0) } ?? false
      let begins = next.first.map { "?:&|+.".contains($0) } ?? false
      #expect(ends || begins, "\(line)")
      #expect(!line.contains("// ") && !line.contains("/*"), "a comment has lines of its own: \(line)")
    }
    for line in lines(entente_asset_explorer_style()) {
      #expect(line.hasSuffix("}") || line.hasSuffix("{") || line.hasSuffix("*/"), "\(line)")
    }
    #expect(ExplorerPage.compact("  a {\n\n    // b\n  /* c */\n  d;\n}\n") == "a {d;}")
  }

  @Test func base64IsThatOfRFC4648() {
    for (text, code) in [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ] {
      #expect(ContentPolicy.base64(Array(text.utf8)) == code)
    }
    #expect(ContentPolicy.base64([0xFB, 0xFF, 0xFE]) == "+//+")
  }
}
