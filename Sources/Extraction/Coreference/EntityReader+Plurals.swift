import Diplomacy
import Linguistics

/// What "they", "both", "the two" and "the leaders" stand for: those whom the text last showed doing something
/// together, the latest first.
extension EntityReader {
  /// What the words ask of whoever they stand for.
  enum Company {
    case persons, countries, anyone
  }

  /// Those named together before a mention: a list, a subject with whom it met or spoke, or an earlier word for them.
  ///
  /// Within a sentence the subject comes before later lists: after "the president welcomed the king to discuss ties
  /// between A and B", "they" are the president and the king.
  ///
  /// - Parameter count: How many the words say, 0 where they do not.
  /// - Complexity: O(mentions of the sentences looked back at), no more than a window.
  func company(
    before mention: Int, _ kind: Company, count: Int, sentencesBack: Int, without actors: Set<Int32> = []
  ) -> [Int32] {
    let here = raw[mention].sentence
    var end = mention
    var steps = 0
    while end > 0, steps < Self.window * 2 {
      let sentence = raw[end - 1].sentence
      if here - sentence > sentencesBack { break }
      var start = end
      while start > 0, raw[start - 1].sentence == sentence, end - start < Self.window { start -= 1 }
      let found = companies(in: start..<end, kind, count: count).filter {
        (count == 0 || $0.drafts.count == count) && (actors.isEmpty || actors.isDisjoint(with: $0.drafts))
      }
      if sentence == here {
        // In its own sentence the nearest before it; for a subject the nearest subject.
        let isSubject = isSubject(raw[mention])
        if let last = isSubject ? found.last(where: \.isSubject) ?? found.last : found.last { return last.drafts }
      } else if let best = found.first(where: \.isSubject) ?? found.last {
        return best.drafts
      }
      // "X broke with Y. The rivalry between the two": the only two states of a sentence.
      if count == 2, sentence != here, kind == .anyone, let pair = pair(of: .country, in: start..<end) { return pair }
      // "X raised the matter with Y, but both men": the only two persons.
      if count == 2, sentence >= here - 1, kind == .persons, let pair = pair(of: .official, in: start..<end) {
        return pair
      }
      steps += end - start
      end = start
    }
    return []
  }

  /// The only two states or persons of a sentence, the first as its subject, where no state is named beside persons as an
  /// actor of its own.
  private func pair(of kind: EntityKind, in mentions: Range<Int>) -> [Int32]? {
    var found: [Int32] = []
    for index in mentions {
      let mention = raw[index]
      if mention.usage.contains(.place) || mention.usage.contains(.affiliation) || mention.form == .pronoun { continue }
      for draft in mention.entities {
        let other = drafts[Int(draft)].kind
        if other != kind {
          if kind == .country, other == .official { return nil }
          continue
        }
        if found.isEmpty, !isSubject(mention) { return nil }
        if !found.contains(draft) { found.append(draft) }
      }
    }
    return found.count == 2 ? found.sorted() : nil
  }

  private struct CompanyFound {
    var drafts: [Int32]
    var isSubject: Bool
  }

  /// The groups of the mentions of one sentence, in order.
  private func companies(in mentions: Range<Int>, _ kind: Company, count: Int) -> [CompanyFound] {
    var result: [CompanyFound] = []
    var index = mentions.lowerBound
    while index < mentions.upperBound {
      let first = raw[index]
      defer { index += 1 }
      guard !first.entities.isEmpty, !first.usage.contains(.place), !first.usage.contains(.affiliation),
        !first.usage.contains(.apposition)
      else { continue }
      if first.entities.count > 1 {
        // A first person stands for whoever speaks and not for those spoken of.
        if !first.usage.contains(.holder) || first.form != .pronoun, suits(first.entities, kind, at: index) {
          result.append(CompanyFound(drafts: first.entities, isSubject: isSubject(first)))
        }
        continue
      }
      let list = coordination(startingAt: index, until: mentions.upperBound)
      var drafts = list.drafts
      // A caption may have no subject: whoever it names first met the next.
      let isFirst =
        (isSubject(first) || index == mentions.lowerBound && isPerson(first.entities[0]))
        && !first.usage.contains(.possessive)
      // "A and B sat down as C spoke. The two": no more than are asked for.
      if isFirst, drafts[0] != -1, count == 0 || drafts.count < count, drafts.count == 1 || isPerson(drafts[0]),
        let partner = partner(after: list.last, until: mentions.upperBound, like: drafts[0])
      {
        for draft in coordination(startingAt: partner, until: mentions.upperBound).drafts
        where !drafts.contains(draft) { drafts.append(draft) }
      }
      if drafts.count > 1, suits(drafts, kind, at: index) {
        result.append(CompanyFound(drafts: drafts.sorted(), isSubject: isFirst))
        index = max(index, list.last)
      }
    }
    return result
  }

  private func isPerson(_ draft: Int32) -> Bool { drafts[Int(draft)].kind == .official }

  /// Whether a group is of the kind that the words ask for. "The leaders of A and B" are persons by their countries.
  private func suits(_ group: [Int32], _ kind: Company, at mention: Int) -> Bool {
    if group.contains(where: { drafts[Int($0)].kind == .agreement }) { return false }
    switch kind {
    case .anyone: return true
    case .countries: return !group.contains { isPerson($0) || drafts[Int($0)].organizationKind == .company }
    case .persons: return group.allSatisfy(isPerson) || isOfPersons(mention)
    }
  }

  /// "the leaders of A and B", "A and B's ministers".
  private func isOfPersons(_ mention: Int) -> Bool {
    guard !raw[mention].words.isEmpty else { return false }
    if raw[mention].kind == .group { return groups[Int(raw[mention].row)].kind == .persons }
    let range = view.sentences[raw[mention].sentence]
    var place = raw[mention].words.lowerBound - 1
    while place > range.lowerBound, view.words[place].has(.article) { place -= 1 }
    return place > range.lowerBound && view.words[place].id == ids.of && view.words[place - 1].has(.groupPerson)
  }

  /// The mentions of "A, B and C" from the first on: their drafts in order, and the last mention.
  func coordination(startingAt first: Int, until limit: Int) -> (drafts: [Int32], last: Int) {
    var found = [raw[first].entities[0]]
    var last = first
    var end = raw[first].words.upperBound
    var isClosed = false
    var pending: [Int32] = []
    var index = first + 1
    while index < limit, index - first < 60 {
      let candidate = raw[index]
      defer { index += 1 }
      guard candidate.words.lowerBound >= end else { continue }
      guard candidate.entities.count == 1, !candidate.usage.contains(.affiliation) else {
        if candidate.usage.contains(.affiliation) || candidate.usage.contains(.apposition) { continue }
        break
      }
      if candidate.usage.contains(.apposition) { continue }
      // "A and B's envoy, C", "A and her counterpart, C": the owner of an office is not in the list.
      if candidate.usage.contains(.possessive), isOwnerOfPerson(index, until: limit) { continue }
      let gap = end..<candidate.words.lowerBound
      guard joins(gap, before: index) else { break }
      guard drafts[Int(candidate.entities[0])].kind != .agreement else { break }
      pending.append(candidate.entities[0])
      end = candidate.words.upperBound
      if gap.contains(where: { view.words[$0].id == ids.and }) {
        for draft in pending where !found.contains(draft) { found.append(draft) }
        pending = []
        last = index
        isClosed = true
        continue
      }
      if isClosed { break }
    }
    return (found, last)
  }

  /// Whether only commas, conjunctions and articles lie between two mentions, the second given by its index, and the
  /// states that those are of: "A of X, Y's B and C".
  func joins(_ gap: Range<Int>, before second: Int) -> Bool {
    guard !gap.isEmpty, gap.count < 10 else { return false }
    var plain = 0
    for place in gap {
      let word = view.words[place]
      if word.id == WordScanner.Mark.comma || word.has([.conjunction, .article]) {
        plain += 1
        continue
      }
      guard plain < 4, isOfState(place, before: second) else { return false }
    }
    return plain > 0 && plain <= 3
  }

  /// Whether a possessive stands before a person in office.
  private func isOwnerOfPerson(_ owner: Int, until limit: Int) -> Bool {
    var next = owner + 1
    while next < limit, next - owner < 4 {
      let candidate = raw[next]
      if candidate.words.lowerBound - raw[owner].words.upperBound > 3 { return false }
      if candidate.entities.count == 1, isPerson(candidate.entities[0]), candidate.form != .pronoun { return true }
      next += 1
    }
    return false
  }

  /// A word of a state's name that tells whom a person serves, or the preposition or mark that goes with it.
  private func isOfState(_ place: Int, before mention: Int) -> Bool {
    var index = mention - 1
    while index >= 0, raw[index].words.upperBound + 1 >= place, mention - index < 6 {
      defer { index -= 1 }
      guard raw[index].usage.contains(.affiliation) || raw[index].usage.contains(.possessive) else { continue }
      let words = raw[index].words
      if words.contains(place) { return true }
      let id = view.words[place].id
      if place == words.upperBound, id == WordScanner.Mark.possessive || id == WordScanner.Mark.closeBracket {
        return true
      }
      if place == words.lowerBound - 1, id == ids.of || id == WordScanner.Mark.openBracket { return true }
    }
    return false
  }

  /// With whom the subject met, spoke or dealt: the next mention of its kind, where a verb of dealings is between.
  private func partner(after subject: Int, until limit: Int, like draft: Int32) -> Int? {
    let kind = drafts[Int(draft)].kind
    var index = subject + 1
    while index < limit, index - subject < 16 {
      let candidate = raw[index]
      guard candidate.entities.count == 1, let other = candidate.entities.first, other != draft,
        drafts[Int(other)].kind == kind, !candidate.usage.contains(.possessive), !candidate.usage.contains(.place),
        !candidate.usage.contains(.affiliation), !candidate.usage.contains(.apposition),
        candidate.form == .name || candidate.kind == .office, !isSubject(candidate)
      else {
        index += 1
        continue
      }
      let gap = raw[subject].words.upperBound..<max(raw[subject].words.upperBound, candidate.words.lowerBound)
      guard gap.count < 40 else { return nil }
      return gap.contains { tellsOfDealings(view.words[$0]) } ? index : nil
    }
    return nil
  }

  /// "met", "spoke", "hosted": what is done by two at once.
  private func tellsOfDealings(_ word: Word) -> Bool {
    guard document.tokens.areTagged, !word.isMark else { return false }
    return Self.dealings.contains(document.tokens.lemmaText(Int(word.token)))
  }

  /// Lemmas of verbs and nouns of meeting and speaking.
  private static let dealings: Set<String> = [
    "meet", "meeting", "speak", "talk", "talks", "call", "phone", "telephone", "host", "welcome", "receive", "greet",
    "join", "visit", "hold", "sign", "confer", "consult", "dine", "sit", "discuss", "negotiate", "agree", "huddle",
    "lunch", "dinner", "conversation", "summit", "trade", "exchange", "fight", "clash",
  ]
}
