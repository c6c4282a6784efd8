import Diplomacy
import Provenance
import RelationGraph

/// An edge in words.
struct EdgeText {
  let graph: Graph
  let style: TextStyle

  func name(_ node: ID<Node>) -> String { TerminalText.escaped(graph.entity(node).name) }

  /// The acronym of an agreement that has one, else the name.
  func shortName(_ node: ID<Node>) -> String {
    guard case .agreement(let agreement) = graph.entity(node).details, let acronym = agreement.acronym else {
      return name(node)
    }
    return TerminalText.escaped(acronym)
  }

  /// "supports", "opposes", "meets or works with" …: what the source does to the target.
  static func verb(_ edge: Edge) -> String {
    switch edge.kind {
    case .stance: edge.weight > 0 ? "supports" : edge.weight < 0 ? "opposes" : "is divided on"
    case .cooperation: edge.weight < 0 ? "clashes with" : "cooperates with"
    case .affiliation: "belongs to"
    case .party: "is party to"
    case .membership: "is a member of"
    }
  }

  /// "—supports +0.42→", as walked from `node`.
  func arrow(_ edge: Edge, isForward: Bool) -> String {
    let weight = edge.kind.isSigned ? " " + TextStyle.weight(edge.weight) : ""
    let middle = EdgeText.verb(edge) + weight + (edge.isUnconfirmed ? " (unconfirmed)" : "")
    let drawn =
      switch (edge.kind.isDirected, isForward) {
      case (false, _): "—\(middle)—"
      case (true, true): "—\(middle)→"
      case (true, false): "←\(middle)—"
      }
    return edge.kind.isSigned ? style.signed(drawn, by: edge.weight) : style.dim(drawn)
  }

  /// "2 claims, 2 stories, 2019-11-12 – 2019-11-19".
  static func basis(_ edge: Edge) -> String {
    let claims = max(edge.supporting + edge.opposing, edge.stories)
    var parts = [counted(claims, "claim", "claims"), counted(edge.stories, "story", "stories")]
    if edge.isContested { parts.append("\(edge.supporting) for, \(edge.opposing) against") }
    if let first = edge.firstDate, let last = edge.lastDate {
      parts.append(first == last ? "\(first)" : "\(first) – \(last)")
    }
    return parts.joined(separator: ", ")
  }

  /// A sentence with where it stands, below what it proves.
  func quotation(_ quotation: Quotation, indentation: String) -> String {
    let place = [quotation.document, (quotation.date ?? quotation.claim.date)?.description].compactMap(\.self)
      .joined(separator: ", ")
    let spot = quotation.place
    let claim = quotation.id.map { ", " + Quotation.name(of: $0) } ?? ""
    let room = style.columns - TerminalText.width(indentation) - 2
    let text = TerminalText.escaped(quotation.text)
    return indentation
      + TerminalText.wrapped("“\(text)”", columns: room, indentation: indentation + " ") + "\n"
      + indentation + style.dim("  [\(TerminalText.escaped(place)), \(spot)\(claim)]") + "\n"
  }
}

/// "1 document", "2 documents".
package func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
