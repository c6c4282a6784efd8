/// Writes a figure as DOT text.
///
/// All nodes come first, then all edges, in canonical order and with everything quoted, so that the text gives the
/// same layout whoever reads it. Nodes are named `n0`, `n1` …, edges have the id `e0`, `e1` …, clusters are called
/// `cluster0` …: nothing of the diagram's own text is ever a name, an id, a font, a colour or an address. Labels are
/// the only text that comes from outside, and there the escapes and character entities that Graphviz would expand
/// are undone.
///
/// The text stands for itself: given to the `dot` program it draws a plain version of the picture.
struct DotWriter {
  let figure: Figure

  static func nodeName(_ index: Int) -> String { "n\(index)" }
  static func edgeName(_ index: Int) -> String { "e\(index)" }
  static func clusterName(_ index: Int) -> String { "cluster\(index)" }

  func dot() -> String {
    var text = "digraph \"entente\" {\n"
    text += line("graph", graphAttributes)
    text += line("node", [("fontname", "Helvetica"), ("fontsize", "12.5"), ("fixedsize", "true"), ("margin", "0")])
    text += line(
      "edge", [("fontname", "Helvetica"), ("fontsize", "9.5"), ("arrowsize", "0.7"), ("labelfloat", "false")])
    for index in figure.diagram.nodes.indices {
      text += line(quoted(Self.nodeName(index)), nodeAttributes(index))
    }
    for (index, cluster) in figure.diagram.clusters.enumerated() { text += clusterText(index, cluster) }
    for index in figure.diagram.edges.indices {
      let ends = figure.ends[index]
      let head = quoted(Self.nodeName(ends.source)) + " -> " + quoted(Self.nodeName(ends.target))
      text += line(head, edgeAttributes(index))
    }
    return text + "}\n"
  }

  private var graphAttributes: [(String, String)] {
    var attributes = [
      ("charset", "UTF-8"), ("layout", figure.engine.rawValue), ("outputorder", "edgesfirst"),
      ("fontname", "Helvetica"),
      ("fontsize", "9.5"), ("labeljust", "l"),
    ]
    switch figure.engine {
    case .dot:
      attributes += [
        ("rankdir", figure.direction.rawValue), ("nodesep", "0.4"), ("ranksep", hasLabels ? "0.5" : "0.75"),
        ("splines", "true"),
      ]
    // These only place nodes: `EdgeRouter` leads the lines. `prism` begins from the layout scaled to the size of
    // the nodes, by default to four times, which for labels of words is far too wide.
    case .neato:
      attributes += [
        ("overlap", "prism"), ("overlap_scaling", "-1.5"), ("sep", isSmall ? "+9" : "+22"), ("splines", "line"),
        ("start", "1"),
      ]
    case .sfdp:
      attributes += [("overlap", "prism"), ("overlap_scaling", "-1.5"), ("sep", "+20"), ("splines", "line")]
    case .circo, .twopi:
      attributes += [("overlap", "false"), ("sep", "+14"), ("splines", "line")]
    }
    return attributes
  }

  private var isSmall: Bool { figure.style.presentation == .panels }

  /// Whether the engine is to keep room for the words beside edges.
  ///
  /// Only `dot` can. It must not be asked to where an edge may end up within the first rank, as clusters and sideways
  /// edges make it: libgvc 2.42 then moves the array of ranks and frees it twice.
  private var reservesLabels: Bool { figure.engine == .dot && figure.diagram.clusters.isEmpty }

  private var hasLabels: Bool { reservesLabels && figure.edgeLabels.contains { !$0.isEmpty } }

  private func nodeAttributes(_ index: Int) -> [(String, String)] {
    let node = figure.diagram.nodes[index]
    let face = figure.faces[index]
    var attributes = [
      ("label", escaped(face.titleLines)), ("width", inches(face.width)), ("height", inches(face.height)),
    ]
    switch node.kind {
    case .country:
      attributes += [("shape", "box"), ("style", "filled"), ("fillcolor", "#27323e"), ("fontcolor", "#ffffff")]
    case .official:
      attributes += [("shape", "box"), ("style", "rounded")]
    case .organization:
      attributes += [("shape", "box"), ("style", "filled"), ("fillcolor", "#e4e8ed")]
    case .agreement:
      attributes += [("shape", "note")]
    }
    return attributes
  }

  private func edgeAttributes(_ index: Int) -> [(String, String)] {
    let edge = figure.diagram.edges[index]
    var attributes = [("id", Self.edgeName(index))]
    let label = figure.edgeLabels[index]
    if reservesLabels && !isSideways(index) && !label.isEmpty {
      // Room for the sign before the words.
      attributes.append(("label", escaped(label.map { "    " + $0 })))
    }
    switch edge.polarity {
    case .supports: attributes += [("color", "#0072b2"), ("arrowhead", "normal")]
    case .opposes: attributes += [("color", "#d55e00"), ("arrowhead", "tee")]
    case .mixed: attributes += [("color", "#6b7480"), ("arrowhead", "open")]
    case .none: attributes += [("color", "#87919d"), ("arrowhead", "none")]
    }
    if edge.kind == .cooperation { attributes.append(("dir", "none")) }
    attributes.append(("penwidth", hundredths(EdgeStroke.width(of: edge))))
    if edge.isUnconfirmed { attributes.append(("style", "dashed")) }
    // Ties of belonging are kept short and straight: they say where an actor stands.
    if figure.engine == .dot && edge.kind == .affiliation { attributes.append(("weight", "3")) }
    if isSideways(index) { attributes.append(("constraint", "false")) }
    return attributes
  }

  /// Whether an edge says nothing about ranks: officials who work together stand side by side, not one above the
  /// other.
  func isSideways(_ index: Int) -> Bool {
    let ends = figure.ends[index]
    return figure.engine == .dot && figure.diagram.edges[index].kind == .cooperation
      && [ends.source, ends.target].allSatisfy { figure.diagram.nodes[$0].kind == .official }
  }

  private func clusterText(_ index: Int, _ cluster: Diagram.Cluster) -> String {
    let label = DisplayText.line(cluster.label, limit: 80)
    var text = "subgraph \(quoted(Self.clusterName(index))) {\n"
    text += line("graph", [("label", escaped([label])), ("color", "#d8dde3"), ("margin", "14")])
    let members = Set(cluster.nodes)
    for (place, node) in figure.diagram.nodes.enumerated() where members.contains(node.id) {
      text += quoted(Self.nodeName(place)) + ";\n"
    }
    return text + "}\n"
  }

  private func line(_ head: String, _ attributes: [(String, String)]) -> String {
    head + " [" + attributes.map { "\($0.0)=\(quoted($0.1))" }.joined(separator: ", ") + "];\n"
  }

  /// Inches with three decimals.
  private func inches(_ points: Double) -> String {
    let thousandths = Int((points / 72 * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  /// Lines of a label, with what Graphviz expands in labels (`\N`, `\n`, `&lt;`) written so that it shows as it is.
  private func escaped(_ lines: [String]) -> String {
    lines.map { line in
      var text = ""
      for scalar in line.unicodeScalars {
        switch scalar {
        case "\\": text += "\\\\"
        case "&": text += "&amp;"
        default: text.unicodeScalars.append(scalar)
        }
      }
      return text
    }.joined(separator: "\\n")
  }

  /// A quoted string of the DOT language, where only the quotation mark needs an escape: backslashes have meaning
  /// only for the label that they are in.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
