import Diplomacy
import Linguistics

/// What stands over a predicate and bears on whether and by whom it is asserted.
struct ClauseContext {
  var modality: Modality = .asserted
  /// "not", "no", "never" on the predicate itself or on what governs it.
  var isNegated = false
  /// The predicate is what something above it stopped, refused or failed to do.
  var isCancelled = false
  /// What somebody else is asked to do.
  var isRequested = false
  /// "should", "must", "needs to".
  var isDeontic = false
  /// Who is reported as saying it, outermost first.
  var speakers: [[Party]] = []
  /// Who wishes it: "A and B agreed that the pact should stay".
  var wishers: [Party] = []
  /// "would": after words of the past it is the future seen from there, else a condition.
  var isWould = false
  /// Names of the operators met on the way up, for the record.
  var operators: [String] = []
  /// Factor on confidence for hedges and for what the parse leaves doubtful.
  var certainty = 1.0

  /// The modality a claim of this predicate has.
  var claimModality: Modality {
    if isNegated || isCancelled { return .negated }
    return modality
  }

  mutating func weaken(to other: Modality) {
    let order: [Modality] = [.asserted, .planned, .requested, .hypothetical, .negated]
    if order.firstIndex(of: other)! > order.firstIndex(of: modality)! { modality = other }
  }
}

/// Reads the context of a predicate by climbing from it to the root of the sentence.
struct ContextReader {
  let view: SentenceView
  let arguments: Arguments
  let words: OperatorWords

  func context(of token: Int) -> ClauseContext {
    var context = ClauseContext()
    var current = token
    let isPerformed = isPerformative(token)
    // Past a relative or adverbial clause only attribution still holds.
    var isBarred = isPresupposed(token)
    readOperators(on: token, into: &context)
    for _ in 0..<16 {
      readParenthesis(at: current, into: &context)
      guard let head = view.head(current) else { break }
      let relation = view.relation(current)
      let governor = view.predicate(head)
      switch relation {
      case .clausalComplement, .parataxis:
        if let governor, governor.entry.kind == .report || governor.entry.complement == .alleged {
          context.speakers.insert(speakers(of: governor), at: 0)
          context.operators.append("said")
          // "denied that it attacked": nobody in the text says that it did.
          if governor.entry.complement == .negated, !isBarred { context.isCancelled.toggle() }
        } else if let governor, !isBarred {
          apply(governor, to: &context, isClause: true, isPerformed: isPerformed)
          if [.mutual, .evaluate, .commit, .demand, .modal].contains(governor.entry.kind),
            relation == .clausalComplement
          {
            context.wishers =
              arguments.sources(of: governor) + (governor.entry.kind == .mutual ? partners(of: governor) : [])
          }
        }
      case .openComplement, .adverbialClause, .adnominalClause:
        // "did nothing to help".
        if relation == .adnominalClause, !isBarred, isEmpty(head) {
          context.isNegated.toggle()
          context.operators.append("negation")
        }
        if relation == .adnominalClause, !isBarred, isUnproven(head) {
          context.isNegated.toggle()
          context.operators.append("no evidence")
        }
        if relation == .adnominalClause, !isBarred, isDeniedCharge(head) {
          context.isCancelled.toggle()
          context.operators.append("denied")
        }
        if let governor, fillsContent(current, of: governor) {
          // "dismissed talking to X as unwise".
          if relation == .openComplement, governor.entry.kind == .evaluate, governor.entry.event == .reject, !isBarred,
            governor.entry.complement != .negated, governor.entry.complement != .reverse,
            view.form(current).hasSuffix("ing")
          {
            context.isCancelled.toggle()
            context.operators.append("reject")
          }
          if governor.entry.complement == .alleged {
            context.speakers.insert(arguments.sources(of: governor), at: 0)
            // "accused X of arming Y": a charge, and not yet a deed.
            if governor.entry.event == .accuse, governor.entry.kind == .act, governor.entry.category == .verb,
              view.lexicon.isWord(view.word(governor.token), .charging), current == token || view.isNominal(token)
            {
              context.weaken(to: .hypothetical)
              context.operators.append(governor.entry.name)
            }
          }
          if !isBarred { apply(governor, to: &context, isClause: true, isPerformed: isPerformed) }
        } else if relation == .openComplement, let governor, governor.entry.kind == .act, view.isInfinitive(current),
          governor.entry.event == .consult || governor.entry.event == .support
        {
          // "invited X to join": nobody has joined.
          if !isBarred { context.weaken(to: .hypothetical) }
        } else if relation == .adverbialClause {
          if conditional(current) { context.weaken(to: .hypothetical) }
          // "will not go there to meet X" meets nobody.
          if !isBarred, view.isVerbal(token), view.isInfinitive(current) {
            readModals(on: head, into: &context)
            if hasNegation(head) {
              context.isNegated.toggle()
              context.operators.append("negation")
            }
          }
          isBarred = true
        } else if relation == .adnominalClause, governor == nil {
          isBarred = true
        }
      case .object, .oblique, .nominalModifier, .passiveSubject, .indirectObject, .nominalSubject, .compound:
        if let governor, !isBarred, relation != .nominalSubject, relation != .compound,
          relation != .oblique && relation != .nominalModifier || fillsSlot(current, of: governor)
        {
          apply(governor, to: &context, isClause: false)
        }
        if relation == .nominalSubject, !isBarred, current == token, isLasting(token, under: head) {
          isBarred = true
        }
        if governor == nil, !isBarred, view.isVerbal(head) || view.isNominal(head) {
          // "X's commitment will not waver": what does not weaken stands.
          if relation != .nominalModifier, hasNegation(head),
            relation != .nominalSubject || !Self.weakening.contains(view.lemma(head))
          {
            context.isNegated.toggle()
          }
        }
        if relation == .nominalSubject, !isBarred {
          // "discord would benefit others": the subject of what would be may not be either.
          readModals(on: head, into: &context)
          if context.isWould {
            context.isWould = false
            context.weaken(to: .hypothetical)
            context.operators.append("conditional")
          }
          isBarred = true
        }
      case .relativeClause, .apposition, .possessive:
        // "no evidence that X attacked" with "that" for a pronoun.
        if relation == .relativeClause, !isBarred, isUnproven(head) {
          context.isNegated.toggle()
          context.operators.append("no evidence")
        }
        isBarred = true
      case .conjunct:
        if !isBarred, view.isVerbal(head), view.isVerbal(current),
          !view.children(current).contains(where: { view.relation($0) == .nominalSubject })
        {
          readModals(on: head, into: &context)
        }
      default: break
      }
      if !isBarred, head != token, view.isVerbal(head), view.predicate(head) != nil, relation != .conjunct,
        !(isPerformed && words.isWish(view.word(head)))
      {
        readModalsAndNegation(ofGovernor: head, into: &context)
      }
      current = head
    }
    // "did not fail to sign": the two undo each other.
    if context.isNegated, context.isCancelled {
      context.isNegated = false
      context.isCancelled = false
    }
    if context.isWould {
      // "said it would release them" is a promise; "it would harm them" is not.
      let isReported = !context.speakers.isEmpty && context.modality != .hypothetical
      context.weaken(to: isReported ? .planned : .hypothetical)
      context.operators.append(isReported ? "future" : "conditional")
    }
    return context
  }

  /// "tackle Russia's aggression", "sanctions for its attack": a hostile deed that has an owner of its own was done,
  /// whatever is planned or done about it.
  private func isPresupposed(_ token: Int) -> Bool {
    guard let deed = view.predicate(token), deed.entry.category == .noun, deed.entry.kind == .act,
      deed.entry.event?.isConflict ?? false
    else { return false }
    let isOwned = view.children(token).contains { child in
      view.relation(child) == .possessive && view.partOfSpeech(child) != .pronoun
        && view.mention(headedBy: child) != nil
    }
    if isOwned { return true }
    guard view.relation(token) == .oblique || view.relation(token) == .nominalModifier, let head = view.head(token),
      let governor = view.predicate(head)
    else { return false }
    return !fillsSlot(token, of: governor)
  }

  // MARK: Operators

  /// Negation, auxiliaries and conjunctions that hang on a predicate.
  private func readOperators(on token: Int, into context: inout ClauseContext) {
    if hasNegation(token) || isSetAside(token) {
      context.isNegated.toggle()
      context.operators.append("negation")
    }
    readModals(on: token, into: &context)
    // "imposed no sanctions", "neither A nor B attacked", "no country backs it".
    if let noun = view.predicate(token)?.companionNoun, hasNegation(noun) {
      context.isNegated.toggle()
      context.operators.append("negation")
    } else if hasNegatedSubject(token) || hasEmptyObject(token), !context.isNegated {
      context.isNegated = true
      context.operators.append("negation")
    }
    readBrake(before: token, into: &context)
    // The auxiliaries of a copular predicate and of a passive hang on it; those of a noun under a light verb on the verb.
    if view.partOfSpeech(token) == .noun, view.relation(token) == .object, let verb = view.head(token),
      view.predicate(verb) == nil || view.predicate(verb)?.entry.kind == .light
    {
      readModals(on: verb, into: &context)
      if hasNegation(verb) { context.isNegated.toggle() }
    }
  }

  private func readModals(on token: Int, into context: inout ClauseContext) {
    for child in view.children(token) {
      switch view.relation(child) {
      case .auxiliary, .passiveAuxiliary:
        let word = view.word(child)
        if word == words.would {
          context.isWould = true
        } else if words.isHypothetical(word) {
          context.weaken(to: .hypothetical)
          context.operators.append("conditional")
        } else if words.isFuture(word) {
          context.weaken(to: .planned)
          context.operators.append("future")
        } else if words.isDeontic(word) {
          context.isDeontic = true
          context.weaken(to: .requested)
          context.operators.append("deontic")
        }
      case .marker:
        if view.word(child) == words.to, view.partOfSpeech(token) == .verb, isHeadlineFuture(token) {
          context.weaken(to: .planned)
          context.operators.append("future")
        } else if words.isConditional(view.word(child)) {
          context.weaken(to: .hypothetical)
          context.operators.append("if")
        }
      case .adverbialModifier:
        if words.isHedge(view.word(child)) {
          context.certainty *= 0.8
          context.operators.append("hedge")
        }
      default: continue
      }
    }
  }

  /// "Libya to host talks": an infinitive that is the whole clause and has a subject of its own.
  private func isHeadlineFuture(_ verb: Int) -> Bool {
    if view.relation(verb) == .adnominalClause, let name = view.head(verb), view.relation(name) == .root,
      view.mention(headedBy: name) != nil
    {
      return true
    }
    return (view.relation(verb) == .root || view.relation(verb) == .parataxis)
      && view.children(verb).contains { view.relation($0) == .nominalSubject || view.relation($0) == .passiveSubject }
  }

  private func readModalsAndNegation(ofGovernor token: Int, into context: inout ClauseContext) {
    guard let governor = view.predicate(token), governor.entry.kind != .report, governor.entry.kind != .reverse else {
      return
    }
    if hasNegation(token) { context.isNegated.toggle() }
    readModals(on: token, into: &context)
  }

  /// "Neither A nor B", "no country", "none of them" as who does it.
  private func hasNegatedSubject(_ token: Int) -> Bool {
    view.children(token).contains { child in
      switch view.relation(child) {
      case .nominalSubject, .passiveSubject: words.isNegation(view.word(child)) || hasNegation(child)
      default: false
      }
    }
  }

  func hasNegation(_ token: Int) -> Bool {
    view.children(token).contains { child in
      switch view.relation(child) {
      case .adverbialModifier where ["long", "longer"].contains(view.lemma(child)):
        // "no longer recognizes".
        child > view.tokens.lowerBound && view.form(child - 1).lowercased() == "no"
      // "is not just a problem for X".
      case .adverbialModifier
      where child + 1 < view.tokens.upperBound && Self.merely.contains(view.form(child + 1)):
        false
      case .adverbialModifier, .determiner, .coordinator, .preconjunction: words.isNegation(view.word(child))
      // "without criticizing".
      case .marker: words.isNegation(view.word(child)) || words.isPrivative(view.word(child))
      case .caseMarker: words.isPrivative(view.word(child))
      // "has little sympathy for X".
      case .adjectivalModifier: isScant(child, of: token)
      default: false
      }
    }
  }

  private static let weakening: Set = [
    "bend", "budge", "change", "cool", "erode", "flag", "go", "relent", "shift", "slacken", "stop", "tire", "vanish",
    "wane", "waver", "wither", "wobble", "yield",
  ]

  private static let merely: Set = ["just", "only", "merely", "simply"]

  private func conditional(_ clause: Int) -> Bool {
    view.children(clause).contains { view.relation($0) == .marker && words.isConditional(view.word($0)) }
  }

  // MARK: Governors

  /// Whether a clause is the content of a governor: "urged Seoul to keep", "accused of failing", "plans to scrap".
  private func fillsContent(_ clause: Int, of governor: ChosenPredicate) -> Bool {
    if governor.entry.complement == .none { return false }
    switch view.relation(clause) {
    case .openComplement: return true
    // "a move praised by X" is no plan to praise.
    case .adnominalClause:
      return view.document.tokens.pennTag[clause] != .verbPastParticiple || view.isInfinitive(clause)
    case .adverbialClause:
      if governor.boundArguments.contains(clause) { return true }
      let preposition = view.preposition(of: clause)
      // "ruled out holding": a gerund right behind its verb is what the verb is about.
      if preposition < 0, clause > governor.token, clause - governor.token < 4, view.partOfSpeech(clause) == .verb,
        view.form(clause).hasSuffix("ing"),
        !(governor.token..<clause).contains(where: { view.form($0) == "," })
      {
        return true
      }
      return governor.entry.targets.contains(.preposition(preposition))
        || governor.entry.complement == .alleged && [words.of, words.for].contains(preposition)
    default: return false
    }
  }

  /// "I want to thank": saying so does it.
  private func isPerformative(_ token: Int) -> Bool {
    guard let entry = view.predicate(token)?.entry, entry.kind == .evaluate, entry.category == .verb else {
      return false
    }
    return view.relation(token) == .openComplement && view.head(token).map { words.isWish(view.word($0)) } ?? false
  }

  /// Whether a nominal is what its governor is about: "plans for talks", but not "will leave after talks".
  private func fillsSlot(_ nominal: Int, of governor: ChosenPredicate) -> Bool {
    if governor.boundArguments.contains(nominal) { return true }
    let preposition = view.preposition(of: nominal)
    return preposition < 0 || governor.entry.targets.contains(.preposition(preposition)) || preposition == words.of
      // "a freeze in relations".
      || governor.entry.category == .noun && governor.entry.kind == .reverse
        && preposition == view.lexicon.functionWords.in && view.predicate(nominal)?.entry.kind == .mutual
  }

  private func apply(
    _ governor: ChosenPredicate, to context: inout ClauseContext, isClause: Bool, isPerformed: Bool = false
  ) {
    if isPerformed, words.isWish(view.word(governor.token)) { return }
    // "has yet to sign": it has not.
    if governor.entry.kind == .modal, governor.entry.name == "have to",
      view.children(governor.token, .adverbialModifier).contains(where: { view.form($0) == "yet" })
    {
      context.isCancelled.toggle()
      context.operators.append("yet")
      return
    }
    switch governor.entry.kind {
    case .modal, .commit:
      switch governor.entry.complement {
      case .hypothetical: context.weaken(to: .hypothetical)
      case .requested: context.weaken(to: .requested)
      case .negated, .reverse: cancel(governor, in: &context)
      default: context.weaken(to: .planned)
      }
      context.operators.append(governor.entry.name)
    case .demand:
      if isClause { context.isRequested = true }
      context.weaken(to: .requested)
      context.operators.append(governor.entry.name)
    case .reverse:
      cancel(governor, in: &context)
      context.operators.append(governor.entry.name)
    default:
      guard isClause else { return }
      switch governor.entry.complement {
      case .planned: context.weaken(to: .planned)
      case .requested:
        context.isRequested = true
        context.weaken(to: .requested)
      case .hypothetical: context.weaken(to: .hypothetical)
      case .negated, .reverse: context.isCancelled.toggle()
      case .same, .alleged, .none: return
      }
      context.operators.append(governor.entry.name)
    }
  }

  /// "dropped its plan to leave" cancels the leaving; "will not drop its plan to leave" lets it stand.
  private func cancel(_ governor: ChosenPredicate, in context: inout ClauseContext) {
    if governor.entry.kind == .reverse, hasNegation(governor.token) { return }
    context.isCancelled.toggle()
  }

  private func partners(of governor: ChosenPredicate) -> [Party] {
    governor.entry.targets.flatMap { arguments.fillers($0, of: governor) }.filter { view.isNominal($0) }
      .flatMap { arguments.parties(at: $0) }
  }

  // MARK: Attribution

  /// The speakers of a reporting predicate.
  ///
  /// "agreed with B that …" has B for a speaker too.
  func speakers(of report: ChosenPredicate) -> [Party] {
    let sources = arguments.sources(of: report)
    guard view.lexicon.entries(forWord: view.word(report.token)).contains(where: { $0.kind == .mutual }) else {
      return sources
    }
    let others = arguments.fillers(.preposition(words.with), of: report).filter { view.isNominal($0) }
    return arguments.unique(sources + others.flatMap { arguments.parties(at: $0) })
  }

  /// ", the Pentagon said" after its clause, "according to the ministry" before or in it.
  /// "The pact, X has repeatedly charged, is": a clause of saying with its subject between the commas.
  private func isInterposed(_ verb: Int, in clause: Int) -> Bool {
    guard verb < clause, verb + 1 < view.tokens.upperBound, view.form(verb + 1) == ",",
      let subject = view.children(verb, .nominalSubject).first, subject < verb,
      let mention = view.mention(headedBy: subject), mention.tokens.lowerBound > view.tokens.lowerBound,
      view.form(mention.tokens.lowerBound - 1) == ","
    else { return false }
    return !view.children(verb).contains { view.relation($0) == .marker }
  }

  private func readParenthesis(at token: Int, into context: inout ClauseContext) {
    for child in view.children(token) {
      if view.relation(child) == .parataxis
        || view.relation(child) == .adverbialClause && isInterposed(child, in: token),
        let report = view.predicate(child), report.entry.kind == .report || report.entry.event == .accuse,
        !view.children(child).contains(where: { view.relation($0) == .clausalComplement })
      {
        let found = speakers(of: report)
        if !found.isEmpty {
          context.speakers.insert(found, at: 0)
          context.operators.append("said")
        }
      } else if view.relation(child) == .oblique, view.preposition(of: child) == words.according {
        context.speakers.insert(arguments.parties(at: child), at: 0)
        context.operators.append("according to")
      }
    }
  }
}
