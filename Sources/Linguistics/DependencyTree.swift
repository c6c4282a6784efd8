/// The dependents of each token of one sentence, for walking down a parse.
///
/// - Complexity: built in O(tokens of the sentence).
public struct DependencyTree: Sendable {
  public let tokens: Range<Int>
  /// The token without a head, or the first one where the parser gave several.
  public let root: Int
  @usableFromInline let firstChild: [Int32]
  @usableFromInline let nextSibling: [Int32]

  public init(_ document: Document, sentence: Int) {
    let tokens = document.sentences[sentence].tokens
    var first = [Int32](repeating: -1, count: tokens.count)
    var next = [Int32](repeating: -1, count: tokens.count)
    var root = tokens.lowerBound
    // Right to left, so that each chain of siblings runs left to right.
    for token in tokens.reversed() {
      let head = Int(document.tokens.head[token])
      if head == token || !tokens.contains(head) {
        root = token
      } else {
        next[token - tokens.lowerBound] = first[head - tokens.lowerBound]
        first[head - tokens.lowerBound] = Int32(token)
      }
    }
    self.tokens = tokens
    self.root = root
    firstChild = first
    nextSibling = next
  }

  /// The dependents of a token, left to right.
  @inlinable
  public func children(of token: Int) -> Children {
    Children(
      nextSibling: nextSibling, base: tokens.lowerBound, upcoming: Int(firstChild[token - tokens.lowerBound]))
  }

  public struct Children: Sequence, IteratorProtocol {
    @usableFromInline let nextSibling: [Int32]
    @usableFromInline let base: Int
    @usableFromInline var upcoming: Int

    @inlinable
    init(nextSibling: [Int32], base: Int, upcoming: Int) {
      self.nextSibling = nextSibling
      self.base = base
      self.upcoming = upcoming
    }

    @inlinable
    public mutating func next() -> Int? {
      guard upcoming >= 0 else { return nil }
      defer { upcoming = Int(nextSibling[upcoming - base]) }
      return upcoming
    }
  }
}
