import ArgumentParser
import Entente

/// `entente edit merge`.
struct EditMerge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Two or more entities are one: the first.",
    discussion: """
      The others' names become names of the first, their claims its claims. Only what is of one kind can be merged; what \
      is one already is refused.

      EXAMPLES
        entente edit merge "Taro Kono" "Kono Taro"
        entente edit merge "#12" "#40" "#41" --reason "same treaty"
      """)

  @OptionGroup var options: EditOptions
  @Argument(help: ArgumentHelp("The entity that stays, then those that are it.", valueName: "name"))
  var names: [String]

  func validate() throws {
    if names.count < 2 { throw ValidationError("Name the entity that stays, and at least one that is it.") }
  }

  func run() async throws {
    try options.edit { graph in
      .merge(into: try graph.entity(names[0]), entities: try names.dropFirst().map(graph.entity))
    }
  }
}

/// `entente edit split`.
struct EditSplit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "One entity is two: part of its claims go to a new one.",
    discussion: """
      Claims go by their ids, by whole documents, and by alias: those in sentences that call the entity so, in texts \
      added later too.

      EXAMPLES
        entente edit split Kono --name "Yohei Kono" --alias "Kono Yohei"
        entente edit split Georgia --name "Georgia (U.S. state)" --document atlanta --claim c7
      """)

  @OptionGroup var options: EditOptions
  @Option(name: .customLong("name"), help: ArgumentHelp("What the new entity is called.", valueName: "name"))
  var newName: String
  @Option(name: .customLong("alias"), help: ArgumentHelp("A name that is the new one's.", valueName: "name"))
  var aliases: [String] = []
  @Option(name: .customLong("document"), help: ArgumentHelp("A document that speaks of the new one.", valueName: "id"))
  var documents: [String] = []
  @Option(name: .customLong("claim"), help: ArgumentHelp("A claim about the new one.", valueName: "id"))
  var claims: [String] = []
  @Argument(help: ArgumentHelp("The entity to split.", valueName: "name"))
  var name: String

  func run() async throws {
    try options.edit { graph in
      let entity = try graph.entity(name)
      return .split(
        entity: entity, new: EntityReference(id: 0, name: newName, kind: entity.kind), aliases: aliases,
        documents: documents, claims: try graph.claims(claims))
    }
  }
}

/// `entente edit rename`.
struct EditRename: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Give an entity another name; the old one stays an alias.",
    discussion: """
      EXAMPLES
        entente edit rename GSOMIA "Korea-Japan GSOMIA"
      """)

  @OptionGroup var options: EditOptions
  @Argument(help: ArgumentHelp("The entity.", valueName: "name")) var name: String
  @Argument(help: ArgumentHelp("Its name from now on.", valueName: "new name")) var newName: String

  func run() async throws { try options.edit { .rename(entity: try $0.entity(name), name: newName) } }
}

/// `entente edit alias`.
struct EditAlias: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Give an entity one more name, or take one away.",
    discussion: """
      EXAMPLES
        entente edit alias "South Korea" Hanguk
        entente edit alias "South Korea" Seoul --remove
      """)

  @OptionGroup var options: EditOptions
  @Flag(help: "Take the name away.") var remove = false
  @Argument(help: ArgumentHelp("The entity.", valueName: "name")) var name: String
  @Argument(help: ArgumentHelp("The other name.", valueName: "alias")) var alias: String

  func run() async throws {
    try options.edit { .alias(entity: try $0.entity(name), name: alias, isRemoved: remove) }
  }
}

/// `entente edit kind`.
struct EditKind: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kind", abstract: "An entity is of another kind.",
    discussion: """
      EXAMPLES
        entente edit kind Wagner organization --country RU
        entente edit kind Kosovo country --country XK
      """)

  @OptionGroup var options: EditOptions
  @Option(help: ArgumentHelp("ISO 3166-1 code of the country that it is or belongs to.", valueName: "code"))
  var country: String?
  @Argument(help: ArgumentHelp("The entity.", valueName: "name")) var name: String
  @Argument(help: ArgumentHelp("The kind.", valueName: "kind")) var kind: EntityKind

  func run() async throws {
    var code: String?
    if let country {
      guard let known = CountryCodes().iso(country.uppercased()) else {
        throw CommandFailure(.usage, "\"\(TerminalText.escaped(country))\" is no ISO 3166-1 code of a country")
      }
      code = known
    }
    try options.edit { .kind(entity: try $0.entity(name), kind: kind.rawValue, country: code) }
  }
}

/// `entente edit role`.
struct EditRole: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "When an official held an office: from a day, until before another.",
    discussion: """
      An office of that title is given the dates; where there is none, it is added.

      EXAMPLES
        entente edit role "Taro Kono" "Defense Minister" --from 2019-09-11 --to 2020-09-16
      """)

  @OptionGroup var options: EditOptions
  @Option(name: .customLong("from"), help: ArgumentHelp("The first day.", valueName: "date")) var begin: String?
  @Option(name: .customLong("to"), help: ArgumentHelp("The first day no longer.", valueName: "date")) var end: String?
  @Option(help: ArgumentHelp("ISO 3166-1 code of the country served.", valueName: "code")) var country: String?
  @Argument(help: ArgumentHelp("The official.", valueName: "name")) var name: String
  @Argument(help: ArgumentHelp("The office.", valueName: "title")) var title: String

  func validate() throws {
    for date in [begin, end].compactMap(\.self) where CalendarDate(iso: date) == nil {
      throw ValidationError("\"\(date)\" is no date; write 2019-11-12, 2019-11 or 2019.")
    }
    if begin == nil, end == nil { throw ValidationError("Give --from, --to or both.") }
  }

  func run() async throws {
    try options.edit {
      .role(
        entity: try $0.entity(name), title: title, country: country?.uppercased(),
        begin: begin.flatMap { CalendarDate(iso: $0)?.description },
        end: end.flatMap { CalendarDate(iso: $0)?.description })
    }
  }
}

/// `entente edit reject`.
struct EditReject: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Claims do not stand, now and when their text is read again.",
    discussion: """
      EXAMPLES
        entente show GSOMIA                      # gives the ids
        entente edit reject c12 c13 --reason "irony"
      """)

  @OptionGroup var options: EditOptions
  @Argument(help: ArgumentHelp("Claims, as entente show calls them.", valueName: "id")) var claims: [String]

  func run() async throws { try options.edit { .reject(claims: try $0.claims(claims)) } }
}

/// `entente edit add-claim`.
struct EditAddClaim: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-claim", abstract: "Add a claim that no text made.",
    discussion: """
      EXAMPLES
        entente edit add-claim Japan GSOMIA --event SUPPORT --text "Said at the press conference." --date 2019-11-20
        entente edit add-claim Japan NATO --kind cooperation --weight 0.4 --from 2014 --source https://example.org/treaty
      """)

  @OptionGroup var options: EditOptions
  @Option(help: ArgumentHelp("The kind of claim.", valueName: "kind")) var kind = ClaimKind.stance
  @Option(help: ArgumentHelp("PLOVER event type; gives the weight where none is given.", valueName: "type"))
  var event: EventType?
  @Option(help: ArgumentHelp("−1…1, not 0.", valueName: "weight")) var weight: Double?
  @Option(help: ArgumentHelp("How far it is committed to.", valueName: "modality")) var modality = Modality.asserted
  @Option(help: ArgumentHelp("How sure it is, 0…1.", valueName: "confidence")) var confidence = 1.0
  @Option(help: ArgumentHelp("When it happened.", valueName: "date")) var date: String?
  @Option(name: .customLong("from"), help: ArgumentHelp("It holds from this day on.", valueName: "date")) var begin:
    String?
  @Option(name: .customLong("to"), help: ArgumentHelp("It holds until before this day.", valueName: "date")) var end:
    String?
  @Option(help: ArgumentHelp("What it rests on, in words.", valueName: "text")) var text: String?
  @Option(help: ArgumentHelp("Where that is written: an address, a book.", valueName: "source")) var source: String?
  @Argument(help: ArgumentHelp("Who.", valueName: "source name")) var from: String
  @Argument(help: ArgumentHelp("To whom or what.", valueName: "target name")) var to: String

  func validate() throws {
    for date in [date, begin, end].compactMap(\.self) where CalendarDate(iso: date) == nil {
      throw ValidationError("\"\(date)\" is no date; write 2019-11-12, 2019-11 or 2019.")
    }
    if date != nil, begin != nil || end != nil {
      throw ValidationError("--date is for what happened, --from and --to for what holds; give one of them.")
    }
    if let begin, let end, let first = CalendarDate(iso: begin), let last = CalendarDate(iso: end),
      last.dayNumber <= first.dayNumber
    {
      throw ValidationError("--to is the first day that is no longer part, so later than --from.")
    }
    if kind.isSigned, weight == nil, event == nil { throw ValidationError("Give --weight or --event.") }
    if let weight, weight == 0 || !(abs(weight) <= 1) {
      throw ValidationError("--weight lies in −1…1 and is not 0.")
    }
    if !(0...1).contains(confidence) { throw ValidationError("--confidence lies in 0…1.") }
  }

  func run() async throws {
    try options.edit { graph in
      let (source, target) = (try graph.entity(from), try graph.entity(to))
      guard source.id != target.id else {
        throw CommandFailure(.usage, "source and target are one, \(TerminalText.escaped(source.name))")
      }
      return .addClaim(
        claim: AddedClaim(
          kind: kind.rawValue, source: source, target: target, event: event?.rawValue,
          weight: kind.isSigned ? weight ?? event?.intensity ?? 1 : 1, modality: modality.rawValue,
          confidence: confidence, date: begin ?? date, isLasting: begin != nil || end != nil, end: end,
          text: text ?? options.reason ?? "Added by hand.", document: self.source))
    }
  }
}
