import Entente
import EntenteCommand
import Synchronization

/// What a command line wrote, and how it ended.
struct CommandRun {
  var status: ExitStatus
  var output: String
  var errors: String

  /// Runs `entente` in this process.
  static func entente(_ arguments: String..., failingOutput: Bool = false) async -> CommandRun {
    await run(arguments, failingOutput: failingOutput)
  }

  static func run(_ arguments: [String], failingOutput: Bool = false) async -> CommandRun {
    let output = Mutex("")
    let errors = Mutex("")
    let console = Console(
      write: { text in
        if failingOutput { return false }
        output.withLock { $0 += text }
        return true
      }, writeError: { text in errors.withLock { $0 += text } })
    let status = await RootCommand.run(arguments, console: console)
    return CommandRun(status: status, output: output.withLock { $0 }, errors: errors.withLock { $0 })
  }
}

/// A small graph by hand: Kono and Esper meet, Kono supports the pact that Seoul opposes.
enum SampleGraph {
  static let japan = ID<Entity>(0)
  static let korea = ID<Entity>(1)
  static let america = ID<Entity>(2)
  static let kono = ID<Entity>(3)
  static let esper = ID<Entity>(4)
  static let pact = ID<Entity>(5)
  static let iceland = ID<Entity>(6)

  static let entities = [
    Entity(id: japan, name: "Japan", aliases: ["Tokyo"], details: .country(Country(code: "JP"))),
    Entity(id: korea, name: "South Korea", aliases: ["Seoul", "ROK"], details: .country(Country(code: "KR"))),
    Entity(id: america, name: "United States", aliases: ["Washington"], details: .country(Country(code: "US"))),
    Entity(
      id: kono, name: "Taro Kono", aliases: ["Kono", "Minister"],
      details: .official(Official(roles: [Role(title: "Defense Minister", country: "JP")]))),
    Entity(
      id: esper, name: "Mark Esper", aliases: ["Esper", "Minister"],
      details: .official(Official(roles: [Role(title: "Defense Secretary", country: "US")]))),
    Entity(
      id: pact, name: "General Security of Military Information Agreement", aliases: ["GSOMIA"],
      details: .agreement(
        Agreement(
          acronym: "GSOMIA", parties: [japan, korea], status: .expiring,
          statusDate: CalendarDate(year: 2019, month: 11, day: 23)))),
    Entity(id: iceland, name: "Iceland", details: .country(Country(code: "IS"))),
  ]

  static let text = "Kono met Esper. Kono backs GSOMIA. Seoul wants to scrap GSOMIA. \u{1B}[31mBad\u{7} words."

  static func claim(
    _ kind: ClaimKind, _ source: ID<Entity>, _ target: ID<Entity>, _ event: EventType?, _ weight: Double,
    _ sentence: Int
  ) -> Claim {
    let spans = [Span(0, 15), Span(16, 34), Span(35, 63), Span(64, 80)]
    return Claim(
      kind: kind, source: source, target: target, event: event, weight: weight, confidence: 0.9,
      evidence: Evidence(document: "note", sentence: sentence, span: spans[sentence], cue: spans[sentence]))
  }

  /// Writes the graph file and returns its path.
  static func write(_ path: String) throws -> String {
    let store = try GraphStore(path: path)
    let claims = [
      claim(.cooperation, kono, esper, .consult, 0.25, 0), claim(.stance, kono, pact, .support, 0.5, 1),
      claim(.stance, korea, pact, .reject, -0.6, 2), claim(.affiliation, kono, japan, nil, 1, 3),
      claim(.affiliation, esper, america, nil, 1, 3),
    ]
    let metadata = DocumentMetadata(
      id: "note", title: "A note", date: CalendarDate(year: 2019, month: 11, day: 18), publisher: "Wire",
      sha256: SHA256.hexadecimal(of: text.utf8))
    try store.add(
      CodedDocument(
        source: SourceText(metadata: metadata, text: text),
        sentences: [Span(0, 15), Span(16, 34), Span(35, 63), Span(64, 80)], entities: entities, claims: claims),
      entities: entities)
    return path
  }

  /// Adds a document with one more claim.
  static func addClaim(to path: String) throws {
    let store = try GraphStore(path: path)
    let metadata = DocumentMetadata(
      id: "later", date: CalendarDate(year: 2019, month: 11, day: 20), sha256: SHA256.hexadecimal(of: "later".utf8))
    var claim = claim(.stance, japan, korea, .accuse, -0.2, 0)
    claim.evidence.document = "later"
    try store.add(
      CodedDocument(
        source: SourceText(metadata: metadata, text: text), sentences: [Span(0, 15)], entities: entities,
        claims: [claim]), entities: entities)
  }
}
