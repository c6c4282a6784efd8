public import Diplomacy

/// The entities of one document and every place that speaks of them.
public struct DocumentEntities: Sendable {
  /// `entities[i].id == ID(i)`, in order of first mention.
  public var entities: [Entity]
  /// By span: of nested mentions the outer one comes first.
  public var mentions: [EntityMention]
  /// For each token the index of the innermost mention that covers it, or −1.
  public var tokenMention: [Int32]
  /// For each mention the index of the mention that directly encloses it, or −1.
  public var enclosing: [Int32]
  /// For each sentence its mentions, as indices into ``mentions``.
  public var sentenceMentions: [Range<Int>]
  /// Who says "I" in the text outside quotations: those who issue it; several for a joint statement.
  public var holders: [ID<Entity>]
  /// The governments behind ``holders``: "we" of a president's statement; empty where unknown.
  public var holderCountries: [ID<Entity>]
  /// Groups under arms that serve no state, however much they are at home in one; in order of first mention.
  public var armedGroups: [ID<Entity>] = []
  /// Expressions of time, in order of the text.
  public var dates: [DateExpression]
  /// What the names and titles themselves state: affiliation of officials and bodies, parties of agreements,
  /// memberships; each with its sentence as evidence. Sorted by kind, source and target, one of each.
  public var facts: [Claim]

  public init(
    entities: [Entity] = [], mentions: [EntityMention] = [], tokenMention: [Int32] = [], enclosing: [Int32] = [],
    sentenceMentions: [Range<Int>] = [], holders: [ID<Entity>] = [], holderCountries: [ID<Entity>] = [],
    dates: [DateExpression] = [], facts: [Claim] = []
  ) {
    self.entities = entities
    self.mentions = mentions
    self.tokenMention = tokenMention
    self.enclosing = enclosing
    self.sentenceMentions = sentenceMentions
    self.holders = holders
    self.holderCountries = holderCountries
    self.dates = dates
    self.facts = facts
  }

  /// The one who says "I"; nil where unknown or several.
  public var holder: ID<Entity>? { holders.count == 1 ? holders[0] : nil }

  /// The one government that says "we"; nil where unknown or several.
  public var holderCountry: ID<Entity>? { holderCountries.count == 1 ? holderCountries[0] : nil }

  /// The innermost mention that covers a token.
  public func mention(at token: Int) -> EntityMention? {
    let index = tokenMention[token]
    return index < 0 ? nil : mentions[Int(index)]
  }

  /// The outermost mention whose head is the token: for "Motegi" of "Japanese Foreign Minister Toshimitsu Motegi" the
  /// person, for "Japanese" the country. Nil where the token heads no mention.
  ///
  /// - Complexity: O(nesting), at most a few steps.
  public func mention(headedBy token: Int) -> EntityMention? {
    var index = Int(tokenMention[token])
    var found: EntityMention?
    while index >= 0 {
      let mention = mentions[index]
      if mention.head == token || found == nil && mention.form == .name && covers(mention, asName: token) {
        found = mention
      }
      index = Int(enclosing[index])
    }
    return found
  }

  /// The entities of ``mention(headedBy:)``; empty where the token heads none.
  public func entities(atHeadToken token: Int) -> [ID<Entity>] { mention(headedBy: token)?.entities ?? [] }

  public func mentions(inSentence sentence: Int) -> ArraySlice<EntityMention> { mentions[sentenceMentions[sentence]] }

  /// A parse may hang the verb on another word of a name than the one taken for its head.
  private func covers(_ mention: EntityMention, asName token: Int) -> Bool {
    mention.tokens.contains(token) && mention.tokens.count > 1 && abs(mention.head - token) < 3
  }
}
