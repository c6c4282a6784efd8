public import Diplomacy
public import Linguistics

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
  /// Who says "we" and "I" in the text outside quotations: its issuing official or government.
  public var holder: ID<Entity>?
  /// The government that stands behind ``holder``: "we" of a president's statement; nil where unknown.
  public var holderCountry: ID<Entity>?
  /// What the names and titles themselves state: affiliation of officials and bodies, parties of agreements,
  /// memberships; each with its sentence as evidence. Sorted by kind, source and target, one of each.
  public var facts: [Claim]

  public init(
    entities: [Entity] = [], mentions: [EntityMention] = [], tokenMention: [Int32] = [], enclosing: [Int32] = [],
    sentenceMentions: [Range<Int>] = [], holder: ID<Entity>? = nil, holderCountry: ID<Entity>? = nil,
    facts: [Claim] = []
  ) {
    self.entities = entities
    self.mentions = mentions
    self.tokenMention = tokenMention
    self.enclosing = enclosing
    self.sentenceMentions = sentenceMentions
    self.holder = holder
    self.holderCountry = holderCountry
    self.facts = facts
  }

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
