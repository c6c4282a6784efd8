import Diplomacy
import Linguistics
import Provenance

/// What stands around the noun of an agreement: quotation marks, who brokered it, what it is on, and how old it is.
extension EntityReader {
  /// The quotation mark that opens a few words in small letters which end before one that closes them.
  func openingQuote(before closing: Int) -> Int? {
    var place = closing - 1
    while place > low, closing - place < 7 {
      if isQuoteMark(place) { return closing - place > 1 ? place : nil }
      guard !view.words[place].isMark else { return nil }
      place -= 1
    }
    return nil
  }

  /// The article before a quotation mark: "a "gentlemen's agreement"".
  func quotedDeterminer(before start: Int) -> Int? {
    guard start - 2 >= low, isQuoteMark(start - 1), has(start - 2, .determiner) else { return nil }
    return start - 2
  }

  /// "the US-brokered maritime deal", "the UN-led truce": who brought it about is no party to it.
  func afterBroker(_ start: Int, before head: Int) -> Int {
    guard let hyphenated = (start..<head).first(where: { view.words[$0].shape.contains(.hyphenated) }),
      hyphenated > start, Self.brokering.contains(text(hyphenated..<hyphenated + 1).lowercased()),
      countryHit(at: start)?.words.upperBound == hyphenated
        || matches.longest(.organization, at: start)?.words.upperBound == hyphenated
    else { return start }
    return hyphenated + 1
  }

  static let brokering: Set = [
    "backed", "brokered", "drafted", "engineered", "facilitated", "led", "mediated", "proposed", "sponsored",
    "supervised",
    "supported",
  ]

  /// "yesterday's deal", "Monday's nuclear agreement".
  func isOwnedByDay(_ start: Int) -> Bool {
    id(start - 1) == WordScanner.Mark.possessive && has(start - 2, [.weekday, .relativeDay])
  }

  /// Where a description of what an agreement is on, or to do, ends by the tree: "a deal to allow exports", "an
  /// agreement on oil", "an agreement protecting names".
  func describedEnd(head: Int, after end: Int) -> Int? {
    guard document.tokens.areParsed, end < high, !view.words[end].isMark else { return nil }
    let noun = Int(view.words[head].token)
    let next = Int(view.words[end].token)
    // The word after the noun hangs on it, directly or by the head of its phrase.
    var above = next
    for _ in 0..<3 where Int(document.tokens.head[above]) != noun { above = Int(document.tokens.head[above]) }
    guard above != noun, Int(document.tokens.head[above]) == noun else { return nil }
    let isTold =
      [ids.on, ids.to, ids.for].contains(id(end))
      || document.tokens.pennTag[next] == .verbGerund && document.tokens.relation[next] != .punctuation
    guard isTold else { return nil }
    var place = end
    while place < min(high, end + 14), !view.words[place].isMark || view.words[place].id == WordScanner.Mark.possessive
    {
      var token = Int(view.words[place].token)
      var isInside = token == above
      for _ in 0..<8 where !isInside {
        let parent = Int(document.tokens.head[token])
        if parent == token { break }
        token = parent
        isInside = token == above
      }
      guard isInside else { break }
      // When and with whom is no more of what it is on.
      if place > end + 1, Self.circumstances.contains(text(place..<place + 1)) { break }
      place += 1
    }
    return place > end + 1 ? place : nil
  }

  private static let circumstances: Set = [
    "after", "before", "between", "by", "despite", "during", "from", "since", "under", "until", "while", "with",
  ]

  /// "the old accord", "the 1965 agreement" beside "the new one".
  func age(of agreement: AgreementReading) -> AgreementReading.Age {
    for index in agreement.name {
      if view.words[index].shape.contains(.digit), let year = Int(text(index..<index + 1)),
        let now = document.metadata.date?.year, (1800..<now - 1).contains(year)
      {
        return .old
      }
      guard !view.words[index].isMark, !view.words[index].isCapital else { continue }
      switch text(index..<index + 1) {
      case "new", "fresh", "latest": return .new
      case "old", "previous", "earlier", "original", "expired", "older": return .old
      default: continue
      }
    }
    return .untold
  }
}
