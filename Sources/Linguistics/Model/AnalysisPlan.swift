/// What an analysis is told of a document that is cut into tokens and sentences, before it tags and parses.
public struct AnalysisPlan: Sendable {
  /// Ranges of tokens, each a name of several words within one sentence, in order of the text and without overlap.
  ///
  /// The parser treats each as one proper noun; afterwards its first token carries the name's head and relation, and
  /// the others hang below it as `flat`. A range that breaks the rules is not regarded.
  public var names: [Range<Int>]
  /// For each sentence whether nothing of interest stands in it. Such a sentence is neither tagged nor parsed: its
  /// tokens stay as ``Tokens/append(_:)`` makes them. Empty where all are wanted.
  public var passedOver: [Bool]

  public init(names: [Range<Int>] = [], passedOver: [Bool] = []) {
    self.names = names
    self.passedOver = passedOver
  }

  /// Whether a sentence is left as it is.
  public func passesOver(_ sentence: Int) -> Bool { sentence < passedOver.count && passedOver[sentence] }
}
