import Diplomacy
import Linguistics

/// What the text has spoken of, weighed by how near and how prominent it is.
extension EntityReader {
  /// Mentions looked back at; keeps time linear in texts that are all names.
  static var window: Int { 48 }

  /// Drafts before a raw mention with their weight, the heaviest first; ties go to the earlier mention.
  func salient(
    before mention: Int, sentencesBack: Int, where fits: (RawMention, EntityDraft) -> Bool
  ) -> [(draft: Int32, weight: Double)] {
    var result: [(draft: Int32, weight: Double, place: Int)] = []
    let here = raw[mention].sentence
    var index = mention - 1
    var steps = 0
    while index >= 0, steps < Self.window {
      let candidate = raw[index]
      let distance = here - candidate.sentence
      if distance > sentencesBack { break }
      index -= 1
      steps += 1
      guard candidate.entities.count == 1, let draft = candidate.entities.first, fits(candidate, drafts[Int(draft)])
      else {
        continue
      }
      let weight = prominence(candidate, at: index + 1) / Double(1 + distance)
      if let known = result.firstIndex(where: { $0.draft == draft }) {
        result[known].weight = max(result[known].weight, weight) + 0.1
        result[known].place = index + 1
      } else {
        result.append((draft, weight, index + 1))
      }
    }
    result.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.place < $1.place }
    return result.map { ($0.draft, $0.weight) }
  }

  /// How much a mention stands out in its sentence: a subject more than an owner, a place least.
  func prominence(_ mention: RawMention, at index: Int) -> Double {
    var weight = 1.0
    if mention.usage.contains(.place) { weight = 0.3 }
    if mention.usage.contains(.affiliation) { weight = 0.45 }
    if mention.usage.contains(.modifier), !mention.usage.contains(.people) { weight = min(weight, 0.6) }
    if isSubject(mention) { weight += 0.8 }
    let isFirst = index == 0 || raw[index - 1].sentence != mention.sentence
    if isFirst, !mention.usage.contains(.place) { weight += 0.3 }
    return weight
  }

  /// A subject by the parse, or without one a mention that a verb follows.
  func isSubject(_ mention: RawMention) -> Bool {
    guard !mention.words.isEmpty, !mention.usage.contains(.place) else { return false }
    if document.tokens.areParsed {
      for word in mention.words {
        let token = Int(view.words[word].token)
        switch document.tokens.relation[token] {
        case .nominalSubject, .passiveSubject, .outerSubject: return true
        default: continue
        }
      }
      return false
    }
    let next = mention.words.upperBound
    guard next < view.sentences[mention.sentence].upperBound else { return false }
    return view.words[next].has([.actorVerb, .personVerb, .beVerb])
  }

  /// Whether a country after a person may be the one served: "President Marcos said the Philippines would", but not
  /// what the person is concerned about or says others must do.
  func speaksFor(_ index: Int) -> Bool {
    guard raw[index].kind == .country else { return false }
    guard document.tokens.areParsed, raw[index].row >= 0 else { return true }
    guard isSubject(raw[index]), !raw[index].usage.contains(.possessive) else { return false }
    let next = raw[index].words.upperBound
    guard view.sentences[raw[index].sentence].contains(next) else { return false }
    return !["must", "should"].contains(document.form(Int(view.words[next].token)))
  }
}
