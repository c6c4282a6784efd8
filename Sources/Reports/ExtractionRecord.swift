public import Diplomacy
import Provenance

/// What one text was found to say, as one JSON object on one line.
///
/// Entities are called `e1`, `e2` … in their order; offsets count UTF-8 bytes of the text.
public struct ExtractionRecord: Sendable {
  public let json: JSONText

  public init(_ coded: CodedDocument) {
    let names = Dictionary(
      uniqueKeysWithValues: coded.entities.enumerated().map { ($1.id, "e\($0 + 1)") })
    let utf8 = Array(coded.source.text.utf8)
    let metadata = coded.source.metadata
    json = .object([
      .init(
        "document",
        .object([
          .init("id", .string(metadata.id)), .init("title", JSONText(metadata.title)),
          .init("date", JSONText(metadata.date?.description)), .init("publisher", JSONText(metadata.publisher)),
          .init("path", JSONText(metadata.path)), .init("sha256", JSONText(metadata.sha256)),
        ])),
      .init("entities", .array(coded.entities.map { ExtractionRecord.entity($0, names: names) })),
      .init("claims", .array(coded.claims.map { ExtractionRecord.claim($0, names: names, utf8: utf8) })),
    ])
  }

  static func entity(_ entity: Entity, names: [ID<Entity>: String]) -> JSONText {
    var members: [JSONText.Member] = [
      .init("id", JSONText(names[entity.id])), .init("kind", .string(entity.kind.rawValue)),
      .init("name", .string(entity.name)), .init("aliases", .array(entity.aliases.map { .string($0) })),
    ]
    func name(_ id: ID<Entity>?) -> JSONText { JSONText(id.flatMap { names[$0] }) }
    switch entity.details {
    case .country(let country): members.append(.init("country", .string(country.code)))
    case .official(let official):
      members.append(.init("country", JSONText(entity.countryCode)))
      members.append(.init("role", JSONText(official.principalRole?.title)))
      members.append(
        .init(
          "roles",
          .array(
            official.roles.map { role in
              .object([
                .init("title", .string(role.title)), .init("country", JSONText(role.country)),
                .init("organization", name(role.organization)), .init("begin", JSONText(role.begin?.description)),
                .init("end", JSONText(role.end?.description)),
              ])
            })))
    case .organization(let organization):
      members.append(.init("country", JSONText(organization.country)))
      members.append(.init("intergovernmental", .bool(organization.isIntergovernmental)))
    case .agreement(let agreement):
      members.append(.init("acronym", JSONText(agreement.acronym)))
      members.append(.init("parties", .array(agreement.parties.map { name($0) })))
      members.append(.init("status", JSONText(agreement.status?.rawValue)))
      members.append(.init("status_date", JSONText(agreement.statusDate?.description)))
    }
    return .object(members)
  }

  private static func claim(_ claim: Claim, names: [ID<Entity>: String], utf8: [UInt8]) -> JSONText {
    func text(_ span: Span) -> JSONText {
      .string(String(decoding: utf8[span.range.clamped(to: 0..<utf8.count)], as: UTF8.self))
    }
    return .object([
      .init("kind", .string(claim.kind.rawValue)), .init("source", JSONText(names[claim.source])),
      .init("target", JSONText(names[claim.target])), .init("event", JSONText(claim.event?.rawValue)),
      .init("weight", .decimal(claim.weight)), .init("modality", .string(claim.modality.rawValue)),
      .init("attribution", .array(claim.attribution.map { JSONText(names[$0]) })),
      .init("date", JSONText(claim.date?.description)), .init("sentence", .integer(claim.evidence.sentence)),
      .init("start", .integer(Int(claim.evidence.span.start))), .init("end", .integer(Int(claim.evidence.span.end))),
      .init("cue", text(claim.evidence.cue)), .init("evidence", text(claim.evidence.span)),
      .init("confidence", .decimal(claim.confidence)), .init("rule", .string(claim.evidence.rule)),
    ])
  }
}
