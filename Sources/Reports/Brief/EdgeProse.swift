import Diplomacy
import Provenance
import RelationGraph

/// A tie as a report tells it: in words where a terminal has figures.
enum EdgeProse {
  /// "The **United States** strongly opposes **GSOMIA**".
  static func statement(_ edge: Edge, in graph: Graph) -> Prose {
    Prose(article(edge.source, in: graph, "The ")) + .strong(name(edge.source, in: graph)) + " \(verb(edge)) "
      + article(edge.target, in: graph, "the ") + .strong(name(edge.target, in: graph))
      + (edge.isUnconfirmed ? ", as planned or asked for, not yet done" : "")
  }

  private static func article(_ node: ID<Node>, in graph: Graph, _ article: String) -> String {
    let entity = graph.entity(node)
    return name(node, in: graph) == entity.name && ProseNames.needsArticle(entity) ? article : ""
  }

  /// The acronym of an agreement that has one, else the name.
  static func name(_ node: ID<Node>, in graph: Graph) -> String {
    if case .agreement(let agreement) = graph.entity(node).details, let acronym = agreement.acronym { return acronym }
    return graph.entity(node).name
  }

  /// "strongly opposes": how much a weight means, in a word.
  static func verb(_ edge: Edge) -> String {
    guard edge.kind.isSigned, edge.weight != 0 else { return EdgeText.verb(edge) }
    guard edge.kind == .stance else {
      let degree = degree(edge.weight, ["closely ", "", "at times "])
      return edge.weight < 0 ? EdgeText.verb(edge) : degree + EdgeText.verb(edge)
    }
    return degree(edge.weight, ["strongly ", "", "mildly "]) + EdgeText.verb(edge)
  }

  private static func degree(_ weight: Double, _ words: [String]) -> String {
    abs(weight) >= 0.4 ? words[0] : abs(weight) >= 0.15 ? words[1] : words[2]
  }

  /// "3 statements in 2 stories, 12–19 November 2019; 2 for, 1 against", "one statement, 12 November 2019".
  static func basis(_ edge: Edge) -> String {
    let claims = max(edge.supporting + edge.opposing, edge.stories)
    var text = claims == 1 ? "one statement" : "\(claims) statements"
    if claims > 1, edge.stories > 0 { text += edge.stories == 1 ? " in one story" : " in \(edge.stories) stories" }
    if let first = edge.firstDate, let last = edge.lastDate { text += ", " + DateSpanText.text(from: first, to: last) }
    if edge.isContested { text += "; \(edge.supporting) for, \(edge.opposing) against" }
    return text
  }

  /// "+0.42", "−0.17"; empty of facts.
  static func weight(_ edge: Edge) -> Prose { Prose(edge.kind.isSigned ? TextStyle.weight(edge.weight) : "") }
}
