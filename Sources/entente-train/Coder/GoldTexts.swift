import Diplomacy
import Extraction
import Foundation
import Linguistics
import Provenance

/// Claims of annotated texts, each with whether the annotation has it.
///
/// A directory holds `annotations/ID.json` with "entities" and "relations", as the scorer of extraction reads them, and
/// `documents.jsonl` unless the texts come from elsewhere. Claims that an annotation calls optional, and those of what is hypothetical or negated, are
/// judged neither way.
struct GoldTexts {
  struct Judged {
    var document: String
    var cues: [ClaimConfidence.Cue]
    /// What is to be seen of its reading, if its sentence names both ends.
    var features: FeatureSet?
    /// The coder's own estimate.
    var estimate: Double
    var isSigned: Bool
    var isRight: Bool
  }

  private struct Row: Decodable {
    var id: String
    var date: String?
    var title: String?
    var publisher: String?
    var text: String
  }

  private struct Annotation: Decodable {
    struct Entity: Decodable {
      var id: String
      var kind: String
      var name: String
      var aliases: [String]?
    }
    struct Relation: Decodable {
      var kind: String
      var from: String
      var to: String
      var polarity: String?
      var optional: Bool?
    }
    var id: String
    var entities: [Entity]
    var relations: [Relation]
  }

  /// - Parameter texts: JSON lines of texts; those without an annotation are passed over.
  static func load(_ directory: URL, texts: [URL], extractor: Extractor, analyzer: Analyzer) throws -> [Judged] {
    let decoder = JSONDecoder()
    let own = directory.appendingPathComponent("documents.jsonl")
    let files = FileManager.default.fileExists(atPath: own.path) ? [own] : texts
    let lines = try files.flatMap { try String(contentsOf: $0, encoding: .utf8).split(separator: "\n") }
    return try lines.flatMap { line -> [Judged] in
      let row = try decoder.decode(Row.self, from: Data(line.utf8))
      let file = directory.appendingPathComponent("annotations/\(row.id).json")
      guard FileManager.default.fileExists(atPath: file.path) else { return [] }
      let annotation = try decoder.decode(Annotation.self, from: Data(contentsOf: file))
      let metadata = DocumentMetadata(
        id: row.id, title: row.title, date: row.date.flatMap { CalendarDate(iso: $0) }, publisher: row.publisher)
      let document = extractor.analyze(SourceText(metadata: metadata, text: row.text), analyzer: analyzer)
      return judge(document, annotation, extractor)
    }
  }

  private static func judge(_ document: Document, _ annotation: Annotation, _ extractor: Extractor) -> [Judged] {
    let (claims, found, readings) = extractor.estimated(document)
    let names = aligned(found.entities, annotation.entities)
    var required: Set<String> = []
    var optional: Set<String> = []
    for relation in annotation.relations {
      let key = key(relation.kind, relation.from, relation.to, isNegative: relation.polarity == "-")
      if relation.optional ?? false { optional.insert(key) } else { required.insert(key) }
    }
    let counts = ClaimConfidence.countsBySentence(claims, sentences: document.sentences.count)
    return claims.compactMap { claim in
      guard claim.modality != .hypothetical, claim.modality != .negated else { return nil }
      let source = names[claim.source] ?? "?\(claim.source.rawValue)"
      let target = names[claim.target] ?? "?\(claim.target.rawValue)"
      let key = key(claim.kind.rawValue, source, target, isNegative: claim.weight < 0)
      if optional.contains(key), !required.contains(key) { return nil }
      let features = readings.features(of: claim)
      return Judged(
        document: annotation.id,
        cues: ClaimConfidence.cues(
          of: claim, in: document, found: found, claimsInSentence: counts[claim.evidence.sentence],
          hasEndElsewhere: features == nil),
        features: features,
        estimate: claim.confidence, isSigned: claim.kind.isSigned, isRight: required.contains(key))
    }
  }

  private static func key(_ kind: String, _ a: String, _ b: String, isNegative: Bool) -> String {
    let (first, second) = kind == "cooperation" && b < a ? (b, a) : (a, b)
    return "\(kind)\t\(first)\t\(second)\t\(kind == "stance" && isNegative ? "-" : "")"
  }

  /// For each entity found the annotated one: of equal kind, the same canonical name first, then the most names shared.
  private static func aligned(_ found: [Entity], _ annotated: [Annotation.Entity]) -> [ID<Entity>: String] {
    var candidates: [(isSame: Bool, shared: Int, found: ID<Entity>, annotated: String)] = []
    for entity in found {
      let names = Set(([entity.name] + entity.aliases).map(folded))
      for other in annotated where other.kind == entity.kind.rawValue {
        let shared = names.intersection(([other.name] + (other.aliases ?? [])).map(folded)).count
        if shared > 0 { candidates.append((folded(entity.name) == folded(other.name), shared, entity.id, other.id)) }
      }
    }
    candidates.sort {
      if $0.isSame != $1.isSame { return $0.isSame }
      if $0.shared != $1.shared { return $0.shared > $1.shared }
      if $0.found != $1.found { return $0.found < $1.found }
      return $0.annotated < $1.annotated
    }
    var result: [ID<Entity>: String] = [:]
    var taken: Set<String> = []
    for candidate in candidates where result[candidate.found] == nil && !taken.contains(candidate.annotated) {
      result[candidate.found] = candidate.annotated
      taken.insert(candidate.annotated)
    }
    return result
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "dr", "gen", "general", "adm", "admiral", "president", "prime", "minister", "secretary", "sen",
    "senator", "rep", "he", "sir", "the", "a", "an",
  ]

  /// Without case, titles, articles and punctuation.
  private static func folded(_ name: String) -> String {
    let plain = name.filter { $0 != "." }.lowercased().map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : " " }
    var words = String(plain).split(separator: " ").map(String.init)
    while words.count > 1, titles.contains(words[0]) { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
