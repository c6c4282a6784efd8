import CAssets
public import Diagrams
import Diplomacy
import Provenance

/// A picture in one HTML file that answers: search, filters, evidence on a click, paths, a table of all ties.
///
/// The page asks the network for nothing, and its content policy allows nothing but the very script and styles that
/// are in it. Without a script it is the picture, with a table of all ties and their clearest sentences.
///
/// Page, style and script are files of their own (`CAssets/data/explorer.*`). They come to at most 20 KB; the rest is
/// the picture, its data, and the table.
public struct ExplorerPage: Sendable {
  public var diagram: Diagram
  /// Drawn with ``DiagramStyle/isExplorable``.
  public var svg: String
  public var theme: DiagramStyle.Theme
  /// What is known of ties besides, by the id of the edge.
  public var ties: [Diagram.Edge.ID: ExplorerTie]
  /// Other names of nodes, by which they are found too.
  public var aliases: [Diagram.Node.ID: [String]]

  public init(
    figure: Figure, svg: String, ties: [Diagram.Edge.ID: ExplorerTie] = [:],
    aliases: [Diagram.Node.ID: [String]] = [:]
  ) {
    diagram = figure.diagram
    theme = figure.style.theme
    self.svg = svg
    self.ties = ties
    self.aliases = aliases
  }

  /// The file. The same page is always the same bytes.
  public var text: String {
    let style = ExplorerPage.compact(ExplorerPage.text(entente_asset_explorer_style()))
    let script = ExplorerPage.compact(ExplorerPage.text(entente_asset_explorer_script()))
    let policy = ContentPolicy(styles: [style] + styles(in: svg), scripts: [script])
    let title = DisplayText.line(diagram.title, limit: 400)
    let edges = rankedEdges
    let nodes = rankedNodes
    let parts = [
      "policy": policy.text, "scheme": scheme, "style": style, "script": script, "picture": svg,
      "title": HTMLWriter.escaped(title.isEmpty ? "Relationship diagram" : title),
      "subtitle": HTMLWriter.escaped(DisplayText.line(diagram.subtitle, limit: 400)),
      "ties": choices("kind", edgeCounts), "nodes": choices("actor", nodeCounts),
      "rows": rows(edges), "data": data(nodes, edges),
    ]
    return ExplorerPage.filled(ExplorerPage.text(entente_asset_explorer_page()), with: parts)
  }

  // MARK: - Filling in

  /// A text with its places `{{name}}` filled; what is filled in is never looked at again.
  private static func filled(_ page: String, with parts: [String: String]) -> String {
    var result = ""
    var rest = Substring(page)
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      result += rest[..<open.lowerBound]
      result += parts[String(rest[open.upperBound..<close.lowerBound])] ?? ""
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  /// A style or script on one line, without indentation and without lines that are nothing but a comment: `// …` or
  /// `/* … */`. A line ends, or the next begins, with a mark that needs no space.
  static func compact(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { !$0.hasPrefix("//") && !($0.hasPrefix("/*") && $0.hasSuffix("*/")) && !$0.isEmpty }
      .joined()
  }

  private static func text(_ asset: entente_asset) -> String {
    String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self)
  }

  /// The style sheets of a picture, as they stand in it.
  private func styles(in svg: String) -> [String] {
    guard let open = svg.firstRange(of: "<style>"), let close = svg[open.upperBound...].firstRange(of: "</style>")
    else { return [] }
    return [String(svg[open.upperBound..<close.lowerBound])]
  }

  // MARK: - Parts

  /// What the page's own colours follow.
  private var scheme: String {
    switch theme {
    case .automatic: "light dark"
    case .dark: "dark"
    case .light, .greyscale, .colourblind: "light"
    }
  }

  private var edgeCounts: [(String, Int)] {
    Diagram.Edge.Kind.allCases.map { kind in (kind.rawValue, diagram.edges.count { $0.kind == kind }) }
  }

  private var nodeCounts: [(String, Int)] {
    Diagram.Node.Kind.allCases.map { kind in (kind.rawValue, diagram.nodes.count { $0.kind == kind }) }
  }

  /// A box to tick for each kind that there is.
  private func choices(_ name: String, _ counts: [(kind: String, count: Int)]) -> String {
    counts.filter { $0.count > 0 }.map { kind, count in
      "<label><input type=checkbox name=\(name) value=\(kind) checked>\(kind) <i>\(count)</i></label>"
    }.joined()
  }

  /// The edges in the order of table and data: those that weigh most first, those that state a fact last. With the part
  /// of the picture that each is: edge *j* of the figure is drawn as `e`*j*.
  private var rankedEdges: [(edge: Diagram.Edge, part: Int)] {
    diagram.edges.enumerated().map { (edge: $1, part: $0) }.sorted { a, b in
      if a.edge.kind.isSigned != b.edge.kind.isSigned { return a.edge.kind.isSigned }
      let (x, y) = (abs(a.edge.weight), abs(b.edge.weight))
      return a.edge.kind.isSigned && x != y ? x > y : a.part < b.part
    }
  }

  /// The nodes by name; node *i* of the figure is drawn as `n`*i*.
  private var rankedNodes: [(node: Diagram.Node, part: Int)] {
    diagram.nodes.enumerated().map { (node: $1, part: $0) }.sorted { a, b in
      let (x, y) = (ExplorerPage.name(of: a.node), ExplorerPage.name(of: b.node))
      return x == y ? a.part < b.part : x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars)
    }
  }

  /// The table: a row for each edge, in the order of the data.
  private func rows(_ edges: [(edge: Diagram.Edge, part: Int)]) -> String {
    var names: [Diagram.Node.ID: String] = [:]
    for node in diagram.nodes { names[node.id] = HTMLWriter.escaped(ExplorerPage.name(of: node)) }
    return edges.map { edge, _ in
      let tie = ties[edge.id]
      let weight = edge.kind.isSigned ? DiagramSummary.signed(edge.weight) : ""
      let span = tie.map(ExplorerPage.span) ?? ""
      let quotation = tie?.quotations.first
      let first = tie?.days.first?.first.filter { $0 != "-" } ?? ""
      var row = "<tr><td>\(names[edge.source] ?? "")</td><td>\(DiagramSummary.verb(of: edge))"
      row += edge.isUnconfirmed ? " (unconfirmed)</td>" : "</td>"
      row += "<td>\(names[edge.target] ?? "")</td><td data-sign=\"\(edge.polarity.rawValue)\""
      row += " data-key=\"\(weight.isEmpty ? "-2" : hundredths(edge.weight))\">\(weight)</td>"
      row += "<td data-key=\"\(edge.claimCount)\">\(edge.claimCount)</td>"
      row += "<td data-key=\"\(edge.sourceCount)\">\(edge.sourceCount)</td>"
      row += "<td data-key=\"\(first.isEmpty ? "0" : first)\">\(HTMLWriter.escaped(span))</td><td>"
      if let quotation {
        row += "<q>\(HTMLWriter.escaped(DisplayText.line(quotation.text)))</q>"
        row += " <cite>\(HTMLWriter.escaped(ExplorerPage.source(of: quotation)))</cite>"
      }
      return row + "</td></tr>\n"
    }.joined()
  }

  static func name(of node: Diagram.Node) -> String {
    let name = DisplayText.line(node.label, limit: 200)
    return name.isEmpty ? "?" : name
  }

  static func span(of tie: ExplorerTie) -> String {
    guard let first = tie.firstDate, let last = tie.lastDate else { return "" }
    return DateSpanText.text(from: first, to: last)
  }

  /// "A note, Wire, 18 November 2019".
  static func source(of quotation: Quotation) -> String {
    let title = DisplayText.line(quotation.title ?? "", limit: 200)
    return [title.isEmpty ? DisplayText.line(quotation.document, limit: 200) : title, published(quotation)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// "Wire, 18 November 2019".
  static func published(_ quotation: Quotation) -> String {
    let publisher = quotation.publisher.map { DisplayText.line($0, limit: 100) }
    let date = (quotation.date ?? quotation.claim.date).map { DateSpanText.text($0) }
    return [publisher, date].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
