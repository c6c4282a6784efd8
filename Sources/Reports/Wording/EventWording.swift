import Diplomacy

/// Which verb says what a claim says: by the word that decided where it is a known one, else by the type of event,
/// else by the sign alone. A verb never says more than the claim does, nor the opposite: words are taken only for the
/// sign and the kind of target that they fit.
enum EventWording {
  /// - Parameter target: What the claim is about; of cooperation, which has no direction, any end.
  static func phrase(for claim: Claim, target: EntityKind) -> VerbPhrase {
    let isAgreement = target == .agreement
    let lemma = decidingWords(claim.evidence.rule).first
    // "Pressed for an end of the withdrawal": the word and what came of it point different ways.
    let fits = claim.event.map { claim.weight == 0 || $0.isConflict == (claim.weight < 0) } ?? false
    switch claim.kind {
    case .cooperation:
      guard claim.weight >= 0 else { return VerbPhrase("clash with", "clashed with") }
      let words = decidingWords(claim.evidence.rule).prefix(2)
      // "Arrived for a meeting of the Group of 20": nobody meets a body as one meets a person.
      if target == .organization, words.contains(where: gatherings.contains) {
        return VerbPhrase("meet with", "met with")
      }
      return words.lazy.compactMap { cooperationWords[$0] }.first ?? cooperation(claim.event)
    case .stance where claim.weight > 0:
      if fits, !isAgreement, let lemma, let phrase = friendlyWords[lemma] { return phrase }
      if fits, isAgreement, let lemma, let phrase = friendlyWordsOfAgreements[lemma] { return phrase }
      return friendly(fits ? claim.event : nil, isAgreement: isAgreement)
    case .stance where claim.weight < 0:
      if fits, !isAgreement, let lemma, let phrase = hostileWords[lemma] { return phrase }
      if claim.event == .request, !isAgreement, claim.weight >= -0.1 {
        return VerbPhrase("make a request of", "made a request of")
      }
      if fits, isAgreement, claim.event == .reject, let lemma, let phrase = hostileWordsOfAgreements[lemma] {
        return phrase
      }
      return hostile(fits ? claim.event : nil, isAgreement: isAgreement)
    case .stance: return VerbPhrase("comment on", "commented on")
    case .affiliation: return VerbPhrase("belong to", "belongs to")
    case .party: return VerbPhrase("be party to", "is party to")
    case .membership: return VerbPhrase("be a member of", "is a member of")
    }
  }

  /// "urge" and what follows of "verb:urge decision end"; none where nothing is told of words.
  private static func decidingWords(_ rule: String) -> [String] {
    guard let colon = rule.firstIndex(of: ":") else { return [] }
    return rule[rule.index(after: colon)...].split(separator: " ").map(String.init)
  }

  private static func cooperation(_ event: EventType?) -> VerbPhrase {
    switch event {
    case .consult: VerbPhrase("confer with", "conferred with")
    case .support, .concede, .retreat: VerbPhrase("come to terms with", "came to terms with")
    case .aid: VerbPhrase("share aid with", "shared aid with")
    default: VerbPhrase("work with", "worked with")
    }
  }

  private static func friendly(_ event: EventType?, isAgreement: Bool) -> VerbPhrase {
    switch (event, isAgreement) {
    case (.agree, false): VerbPhrase("side with", "sided with")
    case (.agree, true): VerbPhrase("agree to", "agreed to")
    case (.consult, false): VerbPhrase("turn to", "turned to")
    case (.consult, true): VerbPhrase("take up", "took up")
    case (.cooperate, false): VerbPhrase("work with", "worked with")
    case (.cooperate, true): VerbPhrase("uphold", "upheld")
    case (.concede, false): VerbPhrase("give way to", "gave way to")
    case (.concede, true): VerbPhrase("accept", "accepted")
    case (.aid, false): VerbPhrase("help", "helped")
    case (.retreat, false): VerbPhrase("ease off on", "eased off on")
    case (.retreat, true): VerbPhrase("return to", "returned to")
    default: VerbPhrase("back", "backed")
    }
  }

  private static func hostile(_ event: EventType?, isAgreement: Bool) -> VerbPhrase {
    switch (event, isAgreement) {
    case (.request, false): VerbPhrase("press", "pressed")
    case (.request, true): VerbPhrase("question", "questioned")
    case (.accuse, _): VerbPhrase("criticize", "criticized")
    case (.reject, false): VerbPhrase("rebuff", "rebuffed")
    case (.reject, true): VerbPhrase("reject", "rejected")
    case (.threaten, false): VerbPhrase("threaten", "threatened")
    case (.threaten, true): VerbPhrase("threaten to end", "threatened to end")
    case (.protest, _): VerbPhrase("protest against", "protested against")
    case (.sanction, false): VerbPhrase("take measures against", "took measures against")
    case (.mobilize, false): VerbPhrase("move forces against", "moved forces against")
    case (.coerce, false): VerbPhrase("put pressure on", "put pressure on")
    case (.assault, false): VerbPhrase("attack", "attacked")
    case (.sanction, true), (.mobilize, true), (.coerce, true), (.assault, true):
      VerbPhrase("act against", "acted against")
    default: VerbPhrase("oppose", "opposed")
    }
  }

  private static let gatherings: Set<String> = ["meet", "meeting", "summit"]

  private static let cooperationWords: [String: VerbPhrase] = [
    "agree": VerbPhrase("agree with", "agreed with"),
    "call": VerbPhrase("speak with", "spoke with"),
    "cooperate": VerbPhrase("cooperate with", "cooperated with"),
    "cooperation": VerbPhrase("cooperate with", "cooperated with"),
    "discuss": VerbPhrase("hold talks with", "held talks with"),
    "drill": VerbPhrase("hold exercises with", "held exercises with"),
    "exercise": VerbPhrase("hold exercises with", "held exercises with"),
    "hold": VerbPhrase("hold talks with", "held talks with"),
    "join": VerbPhrase("join forces with", "joined forces with"),
    "meet": VerbPhrase("meet", "met"),
    "meeting": VerbPhrase("meet", "met"),
    "negotiate": VerbPhrase("negotiate with", "negotiated with"),
    "sign": VerbPhrase("sign an agreement with", "signed an agreement with"),
    "speak": VerbPhrase("speak with", "spoke with"),
    "summit": VerbPhrase("meet", "met"),
    "talk": VerbPhrase("hold talks with", "held talks with"),
    "trade": VerbPhrase("trade with", "traded with"),
    "train": VerbPhrase("train with", "trained with"),
  ]

  private static let friendlyWords: [String: VerbPhrase] = [
    "agree": VerbPhrase("agree with", "agreed with"),
    "applaud": VerbPhrase("applaud", "applauded"),
    "assist": VerbPhrase("assist", "assisted"),
    "commend": VerbPhrase("commend", "commended"),
    "congratulate": VerbPhrase("congratulate", "congratulated"),
    "defend": VerbPhrase("defend", "defended"),
    "hail": VerbPhrase("hail", "hailed"),
    "help": VerbPhrase("help", "helped"),
    "praise": VerbPhrase("praise", "praised"),
    "promise": VerbPhrase("make a promise to", "made a promise to"),
    "reassure": VerbPhrase("reassure", "reassured"),
    "recognize": VerbPhrase("recognize", "recognized"),
    "stand": VerbPhrase("stand with", "stood with"),
    "support": VerbPhrase("support", "supported"),
    "thank": VerbPhrase("thank", "thanked"),
    "welcome": VerbPhrase("welcome", "welcomed"),
  ]

  private static let friendlyWordsOfAgreements: [String: VerbPhrase] = [
    "approve": VerbPhrase("approve", "approved"),
    "defend": VerbPhrase("defend", "defended"),
    "endorse": VerbPhrase("endorse", "endorsed"),
    "extend": VerbPhrase("extend", "extended"),
    "keep": VerbPhrase("keep", "kept"),
    "praise": VerbPhrase("praise", "praised"),
    "ratify": VerbPhrase("ratify", "ratified"),
    "renew": VerbPhrase("renew", "renewed"),
    "sign": VerbPhrase("sign", "signed"),
    "support": VerbPhrase("support", "supported"),
    "welcome": VerbPhrase("welcome", "welcomed"),
  ]

  private static let hostileWords: [String: VerbPhrase] = [
    "accuse": VerbPhrase("accuse", "accused"),
    "attack": VerbPhrase("attack", "attacked"),
    "blame": VerbPhrase("blame", "blamed"),
    "censure": VerbPhrase("censure", "censured"),
    "combat": VerbPhrase("fight", "fought"),
    "condemn": VerbPhrase("condemn", "condemned"),
    "counter": VerbPhrase("counter", "countered"),
    "criticize": VerbPhrase("criticize", "criticized"),
    "demand": VerbPhrase("make demands on", "made demands on"),
    "denounce": VerbPhrase("denounce", "denounced"),
    "difference": VerbPhrase("be at odds with", "was at odds with"),
    "dispute": VerbPhrase("be at odds with", "was at odds with"),
    "fear": VerbPhrase("be wary of", "was wary of"),
    "fight": VerbPhrase("fight", "fought"),
    "invade": VerbPhrase("invade", "invaded"),
    "quarrel": VerbPhrase("be at odds with", "was at odds with"),
    "relation": VerbPhrase("be at odds with", "was at odds with"),
    "sanction": VerbPhrase("impose sanctions on", "imposed sanctions on"),
    "tense": VerbPhrase("be at odds with", "was at odds with"),
    "tension": VerbPhrase("be at odds with", "was at odds with"),
    "threaten": VerbPhrase("threaten", "threatened"),
    "urge": VerbPhrase("press", "pressed"),
    "warn": VerbPhrase("warn", "warned"),
  ]

  private static let hostileWordsOfAgreements: [String: VerbPhrase] = [
    "breach": VerbPhrase("breach", "breached"),
    "leave": VerbPhrase("leave", "left"),
    "quit": VerbPhrase("quit", "quit"),
    "suspend": VerbPhrase("suspend", "suspended"),
    "violate": VerbPhrase("violate", "violated"),
    "withdraw": VerbPhrase("withdraw from", "withdrew from"),
  ]
}
