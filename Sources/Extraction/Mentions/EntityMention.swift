public import Diplomacy
public import Provenance

/// A mention with what event coding needs to know of it: its tokens, its head, and how the words are used.
///
/// ``Diplomacy/Mention`` is what is stored; ``EntityMention/stored`` makes one.
public struct EntityMention: Hashable, Sendable {
  /// How the words of a mention are used.
  public struct Usage: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A place where something happens, not someone who acts: "in Afghanistan".
    public static let place = Usage(rawValue: 1 << 0)
    /// "Japan's", "their".
    public static let possessive = Usage(rawValue: 1 << 1)
    /// The country or body inside a person's title or an organization's name: "Japanese" in "Japanese Foreign
    /// Minister Toshimitsu Motegi". It tells whom the person serves and is no argument of its own.
    public static let affiliation = Usage(rawValue: 1 << 2)
    /// Modifies a noun: "Japanese exports", "the U.S. list", "Japan-U.S. ties".
    public static let modifier = Usage(rawValue: 1 << 3)
    /// "we", "our", "I": the holder of the text, or the speaker of a quotation.
    public static let holder = Usage(rawValue: 1 << 4)
    /// People of a country or body taken for it: "Japanese officials", "Sudanese troops".
    public static let people = Usage(rawValue: 1 << 5)
    /// A city that stands for the government seated there, or a building for the body in it.
    public static let metonym = Usage(rawValue: 1 << 6)
    /// In apposition to the mention before it: "chairman of the Joint Chiefs" after a name.
    public static let apposition = Usage(rawValue: 1 << 7)
    /// Several entities at once: "the two countries".
    public static let group = Usage(rawValue: 1 << 8)
    /// A noun or name linked by the weakest rule alone.
    public static let uncertain = Usage(rawValue: 1 << 9)
  }

  public var span: Span
  /// Indices into the document's tokens; the first and last may be covered in part ("U.S." in "U.S.-led").
  public var tokens: Range<Int>
  /// The token that stands for the mention in its clause: the one whose syntactic head lies outside, or, without a
  /// parse, the last word of a noun phrase before "of" and commas.
  public var head: Int
  /// Index of the sentence.
  public var sentence: Int
  public var form: Mention.Form
  /// One entity, or several where the words stand for a group; ids are the document's own.
  public var entities: [ID<Entity>]
  public var usage: Usage

  public init(
    span: Span, tokens: Range<Int>, head: Int, sentence: Int, form: Mention.Form, entities: [ID<Entity>],
    usage: Usage = []
  ) {
    self.span = span
    self.tokens = tokens
    self.head = head
    self.sentence = sentence
    self.form = form
    self.entities = entities
    self.usage = usage
  }

  public var isPlace: Bool { usage.contains(.place) }
  public var isPossessive: Bool { usage.contains(.possessive) }
  public var isAffiliationModifier: Bool { usage.contains(.affiliation) }
  public var isModifier: Bool { usage.contains(.modifier) }
  public var isHolder: Bool { usage.contains(.holder) }

  /// The mention as it is stored with the document.
  public var stored: Mention { Mention(span: span, form: form, entities: entities) }
}
