import ArgumentParser
import Entente

/// Which ties count: the same flags in every command that asks the graph.
///
/// ```swift
/// @OptionGroup var graph: GraphOptions
/// @OptionGroup(title: "Which ties count") var filters: FilterOptions
/// …
/// let stored = try filters.open(graph)
/// let subgraph = stored.graph.subgraph(filters.filter)
/// ```
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only ties of these kinds: \(ClaimKind.allCases.map(\.rawValue).joined(separator: ", ")); separated by commas.",
      valueName: "kinds"),
    transform: { try OptionText.list($0, of: ClaimKind.self) })
  var kinds: [[ClaimKind]] = []

  @Option(
    help: ArgumentHelp(
      "Only nodes of these kinds: \(EntityKind.allCases.map(\.rawValue).joined(separator: ", ")); separated by commas.",
      valueName: "kinds"),
    transform: { try OptionText.list($0, of: EntityKind.self) })
  var nodeKinds: [[EntityKind]] = []

  @Option(
    help: ArgumentHelp(
      "Only friendly or only hostile ties. Affiliation, party and membership have no sign and stay: see --kinds.",
      valueName: "friendly|hostile"), transform: { try OptionText.sign($0) })
  var sign: Sign?

  @Option(
    help: ArgumentHelp("Only ties with at least this weight, whatever its sign; 0 to 1.", valueName: "weight"))
  var minWeight: Double?

  @Option(help: ArgumentHelp("Only ties that so many stories tell of.", valueName: "count"))
  var minSources: Int?

  @Option(
    help: ArgumentHelp("Only ties with a dated claim on this day or later.", valueName: "date"),
    transform: { try OptionText.date($0) })
  var since: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Only ties with a dated claim on this day or earlier; 2019-11 means the whole month.", valueName: "date"),
    transform: { try OptionText.date($0) })
  var until: CalendarDate?

  @Option(
    help: ArgumentHelp("The graph as it stood at the end of this day: later claims are left out.", valueName: "date"),
    transform: { try OptionText.date($0) })
  var asOf: CalendarDate?

  @Flag(help: "Officials and bodies count as their countries, by the office held on the day.")
  var rollUp = false

  func validate() throws {
    if let minWeight, !(0...1).contains(minWeight) {
      throw ValidationError("--min-weight needs a number from 0 to 1.")
    }
    if let minSources, minSources < 1 { throw ValidationError("--min-sources needs a number from 1 on.") }
    if let since, let until, until.lastDay.dayNumber < since.dayNumber {
      throw ValidationError("--since \(since) is later than --until \(until): no day is between them.")
    }
  }

  /// The edges that are asked for.
  var filter: EdgeFilter {
    EdgeFilter(
      kinds: kinds.isEmpty ? nil : Set(kinds.joined()), nodeKinds: nodeKinds.isEmpty ? nil : Set(nodeKinds.joined()),
      sign: sign, minimumWeight: minWeight ?? 0, minimumStories: minSources ?? 0, dates: dates)
  }

  /// The same around some nodes that the question names: the kinds of nodes asked for bind the others alone.
  func filter(for named: [ID<Node>], in stored: StoredGraph) -> EdgeFilter {
    var filter = filter
    if filter.nodeKinds != nil {
      for node in named { filter.nodeKinds?.insert(stored.graph.entity(node).kind) }
    }
    return filter
  }

  /// For the end of a message that there is nothing: " within these bounds" where any are set.
  var suffix: String {
    let isBound = filter != EdgeFilter() || asOf != nil
    return isBound ? " within these bounds" : ""
  }

  /// The days asked for, both ends included; nil where none is bound.
  var dates: DateWindow? {
    guard since != nil || until != nil else { return nil }
    return DateWindow(begin: since, end: until?.lastDay.adding(days: 1))
  }

  /// The graph to ask, as of the day that is given.
  func open(_ graph: GraphOptions, asOf day: CalendarDate? = nil, datedOnly: Bool = false) throws -> StoredGraph {
    try StoredGraph(
      path: graph.path, weighting: EdgeWeighting(asOf: day ?? asOf?.lastDay), byCountry: rollUp, datedOnly: datedOnly)
  }
}

/// How the values of options are read. Errors say what would be right.
enum OptionText {
  /// Values of an enumeration, by name, separated by commas. A plural names its singular.
  static func list<Value: RawRepresentable & CaseIterable>(
    _ text: String, of type: Value.Type
  ) throws -> [Value] where Value.RawValue == String {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let name = part.drop { $0 == " " }.lowercased()
      guard let value = Value.allCases.first(where: { forms(of: $0.rawValue).contains(name) }) else {
        let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("there are \(names).")
      }
      return value
    }
  }

  private static func forms(of name: String) -> [String] {
    var forms = [name, name + "s"]
    if name.hasSuffix("y") { forms.append(name.dropLast() + "ies") }
    return forms
  }

  static func sign(_ text: String) throws -> Sign {
    switch text.lowercased() {
    case "friendly", "positive", "+": return .positive
    case "hostile", "negative", "-": return .negative
    default: throw ValidationError("there are friendly and hostile.")
    }
  }

  static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else {
      throw ValidationError("a date is written 2019-11-12, 2019-11 or 2019.")
    }
    return date
  }
}

extension CalendarDate {
  /// The last day that the date may mean: of 2019-11 it is 2019-11-30.
  var lastDay: CalendarDate {
    let month = month ?? 12
    return CalendarDate(year: year, month: month, day: day ?? CalendarDate.length(ofMonth: month, year: year)) ?? self
  }
}
