public import Diplomacy
public import Linguistics
public import Provenance

/// What one text says of the relation of two given actors.
public struct PairCode: Hashable, Sendable {
  /// Nil where the text states no relation between the two.
  public var event: EventType?
  /// −1 … 1; 0 without an event.
  public var weight: Double
  public var modality: Modality
  /// 0 … 1.
  public var confidence: Double
  /// The words that decided, in bytes of the text.
  public var cue: Span?
  /// The rule that read it with the operators applied, or "model" with the class that the fitted model chose.
  public var rule: String

  public init(
    event: EventType?, weight: Double, modality: Modality, confidence: Double, cue: Span?, rule: String = ""
  ) {
    self.event = event
    self.weight = weight
    self.modality = modality
    self.confidence = confidence
    self.cue = cue
    self.rule = rule
  }

  static let none = PairCode(event: nil, weight: 0, modality: .asserted, confidence: 0.5, cue: nil)
}

/// Codes the relation of a source and a target that the caller has marked in a text.
///
/// First the event coder reads the text with just these two as actors. Where it finds nothing between them, the
/// predicate nearest to both in the dependency tree is taken. What the rules found is then weighed with the words
/// around it by a fitted model, which confirms or overrules the event and says how sure it is.
public struct PairCoder: Sendable {
  let coder: EventCoder
  var lexicon: PredicateLexicon { @inline(__always) _read { yield coder.lexicon } }
  /// Nil: the rules alone decide.
  let model: PairModel?

  /// A coder with the lexicon and the weights embedded in the program.
  public init() throws {
    try self.init(model: CoderWeights.embedded().pairs)
  }

  package init(model: PairModel?) throws {
    coder = EventCoder(lexicon: try PredicateLexicon())
    self.model = model
  }

  /// - Parameters:
  ///   - document: The parsed text.
  ///   - source: The bytes that name who acts; nil for whoever the text leaves unnamed.
  ///   - target: The bytes that name who is acted upon; nil likewise.
  public func code(_ document: Document, source: Span?, target: Span?) -> PairCode {
    guard let reading = read(document, source: source, target: target) else { return .none }
    guard let model else { return reading.ruled }
    return decide(reading, model.decide(reading.features))
  }

  func rank(_ claim: Claim) -> Double {
    let isAsked = claim.kind == .cooperation || claim.source == ID(0)
    let isSpecific = claim.event != .accuse || claim.evidence.rule.contains("verb:")
    // Who called to congratulate did more than call.
    let isBareContact = claim.event == .consult
    return claim.confidence + (isAsked ? 1 : 0) + (isSpecific ? 0.1 : 0) - (isBareContact ? 0.05 : 0)
  }

  /// The two spans as mentions of entities 0 and 1, and nothing else.
  func marked(_ document: Document, _ spans: [Span?]) -> DocumentEntities {
    var found = DocumentEntities(
      entities: spans.indices.map {
        Entity(id: ID($0), name: spans[$0].map { document.text($0) } ?? "", details: .organization(Organization()))
      },
      tokenMention: [Int32](repeating: -1, count: document.tokens.count),
      sentenceMentions: [])
    var mentions: [EntityMention] = []
    for (i, span) in spans.enumerated() {
      guard let span,
        let first = document.tokens.end.firstIndex(where: { $0 > span.start }),
        let past = document.tokens.start.firstIndex(where: { $0 >= span.end }) ?? Optional(document.tokens.count),
        past > first, let sentence = document.sentences.firstIndex(where: { $0.tokens.contains(first) })
      else { continue }
      let tokens = first..<min(past, document.sentences[sentence].tokens.upperBound)
      let head = tokens.last { token in
        let above = Int(document.tokens.head[token])
        return above == token || !tokens.contains(above)
      }
      mentions.append(
        EntityMention(
          span: span, tokens: tokens, head: head ?? tokens.lowerBound, sentence: sentence, form: .nominal,
          entities: [ID(i)]))
    }
    mentions.sort { $0.span < $1.span }
    found.mentions = mentions
    found.enclosing = mentions.map { _ in -1 }
    for (m, mention) in mentions.enumerated() {
      for token in mention.tokens { found.tokenMention[token] = Int32(m) }
    }
    found.sentenceMentions = document.sentences.indices.map { sentence in
      let inside = mentions.indices.filter { mentions[$0].sentence == sentence }
      return inside.isEmpty ? 0..<0 : inside.first!..<inside.last! + 1
    }
    return found
  }

  /// The predicate that joins the two in the tree, or stands nearest between them.
  func nearest(
    _ document: Document, _ found: DocumentEntities, _ a: EntityMention, _ b: EntityMention
  ) -> PairCode {
    guard a.sentence == b.sentence else { return .none }
    let view = SentenceView(CodingContext(document, found: found, lexicon: lexicon), sentence: a.sentence)
    let arguments = Arguments(view: view)
    let contexts = ContextReader(view: view, arguments: arguments, words: OperatorWords(lexicon))
    func ancestors(_ token: Int) -> [Int] {
      var result = [token]
      while let head = view.head(result[result.count - 1]), result.count < 64 { result.append(head) }
      return result
    }
    let (fromSource, fromTarget) = (ancestors(a.head), ancestors(b.head))
    let shared = Set(fromSource).intersection(fromTarget)
    let join = fromSource.first { shared.contains($0) }
    var candidates: [Int] = []
    if let join { candidates.append(join) }
    candidates += fromTarget.prefix { $0 != join }.reversed()
    candidates += fromSource.prefix { $0 != join }.reversed()
    for token in candidates {
      candidates += view.children(token).filter {
        [.openComplement, .object, .clausalComplement].contains(view.relation($0))
      }
    }
    let (first, second) = a.tokens.lowerBound <= b.tokens.lowerBound ? (a, b) : (b, a)
    if first.tokens.upperBound < second.tokens.lowerBound {
      candidates += Array(first.tokens.upperBound..<second.tokens.lowerBound)
    }
    for token in candidates where view.tokens.contains(token) {
      guard let predicate = view.predicate(token),
        let weight = predicate.entry.weight ?? predicate.entry.event?.intensity, let event = predicate.entry.event
      else { continue }
      let context = contexts.context(of: token)
      let isRefused = context.claimModality == .negated
      let composed = EventComposition.compose(event, weight: weight, modality: context.modality, isRefused: isRefused)
      return PairCode(
        event: composed.event, weight: composed.weight, modality: isRefused ? .asserted : context.modality,
        confidence: 0.45, cue: document.span(ofTokens: token..<token + 1),
        rule: Evidence.Reading(
          method: .rule, category: predicate.entry.category.rawValue, predicate: predicate.entry.name,
          operators: context.operators + ["nearest"]
        ).text)
    }
    return .none
  }
}
