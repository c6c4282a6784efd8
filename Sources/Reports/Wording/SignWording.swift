import PathQueries
import RelationGraph

/// What the signs along a path come to, in words.
enum SignWording {
  /// "friendly on the whole: the enemy of an enemy".
  static func text(_ path: PathAnswer) -> String {
    let signs = path.steps.compactMap(\.edge.sign)
    guard let sign = path.sign else { return "of facts alone, neither friendly nor hostile" }
    let whole = sign == .positive ? "friendly" : "hostile"
    guard (2...4).contains(signs.count) else { return "\(whole) on the whole" }
    // The end is what the last step makes it to the node before, and so on back to the start.
    let chain = signs.reversed().enumerated().map { place, sign in
      let noun = sign == .positive ? "friend" : "enemy"
      return place == 0 ? "the \(noun)" : noun == "enemy" ? "of an enemy" : "of a friend"
    }
    return "\(whole) on the whole: " + chain.joined(separator: " ")
  }
}
