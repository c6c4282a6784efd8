public import ArgumentParser
public import Entente

extension TimePeriods.Unit: ExpressibleByArgument {}

/// What part of a graph a picture shows, and as what.
struct ViewOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only this entity and its surroundings; may be repeated.", valueName: "name"))
  var focus: [String] = []

  @Option(help: ArgumentHelp("With --focus: all within so many steps.", valueName: "steps"))
  var radius: Int?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "How the first is connected with the second: the path strong, the rest pale, the sentences below.",
      valueName: "from to"))
  var path: [String] = []

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("With --path: what makes a path the best.", valueName: "hops|strength|trust"))
  var ranking: PathRanking?

  @Option(help: ArgumentHelp("Only the strongest ties, so many.", valueName: "count"))
  var top: Int?

  @Flag(
    help: "Only the ties that stand out at one of their ends (disparity filter; Serrano et al. 2009): see --alpha.")
  var backbone = false

  @Option(
    help: ArgumentHelp(
      "With --backbone: less keeps fewer ties. By default as many as can be followed.", valueName: "level"))
  var alpha: Double?

  @Flag(help: "Everything, however much it is.")
  var all = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only ties with a claim dated from the one day to the other.", valueName: "date date"),
    transform: { try OptionText.date($0) })
  var between: [CalendarDate] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What appeared, vanished or changed its sign from the end of one day to that of another.",
      valueName: "date date"), transform: { try OptionText.date($0) })
  var compare: [CalendarDate] = []

  @Flag(help: "Period after period in small pictures, with everyone in the same place.")
  var timeline = false

  @Option(
    help: ArgumentHelp(
      "With --timeline; by default what gives a handful of pictures.",
      valueName: TimePeriods.Unit.allCases.map(\.rawValue).joined(separator: "|")))
  var period: TimePeriods.Unit?

  @Flag(help: "A table of who holds what of whom, for what is too dense to draw as links.")
  var matrix = false

  func validate(beside filters: FilterOptions) throws {
    if let radius, radius < 0 { throw ValidationError("--radius needs a number from 0 on.") }
    if radius != nil, focus.isEmpty { throw ValidationError("--radius goes with --focus.") }
    if ranking != nil, path.isEmpty { throw ValidationError("--by goes with --path.") }
    if let top, top < 1 { throw ValidationError("--top needs a number from 1 on.") }
    if !path.isEmpty, path.count != 2 {
      throw ValidationError("--path needs two names, each in quotation marks where it has spaces.")
    }
    if let alpha, !(alpha > 0 && alpha <= 1) { throw ValidationError("--alpha needs a number above 0, at most 1.") }
    if alpha != nil, !backbone { throw ValidationError("--alpha goes with --backbone.") }
    if [!focus.isEmpty, !path.isEmpty, top != nil, backbone, all].count(where: { $0 }) > 1 {
      throw ValidationError("--focus, --path, --top, --backbone and --all exclude each other.")
    }
    if period != nil, !timeline { throw ValidationError("--period goes with --timeline.") }
    if !compare.isEmpty, compare.count != 2 { throw ValidationError("--compare needs two dates.") }
    if [timeline, !compare.isEmpty, matrix].count(where: { $0 }) > 1 {
      throw ValidationError("--timeline, --compare and --matrix exclude each other.")
    }
    if timeline || !compare.isEmpty, !path.isEmpty || backbone {
      throw ValidationError("--timeline and --compare go with --focus, --top or --all, not with --path or --backbone.")
    }
    if !compare.isEmpty, filters.asOf != nil {
      throw ValidationError("--compare says as of which days the graph is seen; --as-of has no place beside it.")
    }
    if try window() != nil, filters.dates != nil {
      throw ValidationError("--between says the same as --since with --until; give one of them.")
    }
  }

  /// The days of `--between`, both included.
  func window() throws -> DateWindow? {
    guard !between.isEmpty else { return nil }
    guard between.count == 2 else { throw ValidationError("--between needs two dates.") }
    let (begin, end) = (between[0], between[1].lastDay)
    guard end.dayNumber >= begin.dayNumber else {
      throw ValidationError("--between \(between[0]) \(between[1]): the first date is the later one.")
    }
    return DateWindow(begin: begin, end: end.adding(days: 1))
  }

  func apply(to picture: inout GraphPicture) throws {
    let stored = picture.stored
    if let window = try window() { picture.filter.dates = window }
    if !focus.isEmpty {
      picture.selection = .around(try focus.map { try stored.node(named: $0) }, radius: radius ?? 1)
    }
    if !path.isEmpty { picture.selection = .paths(try paths(in: stored, picture.filter)) }
    if let top { picture.selection = .strongest(top) }
    if backbone { picture.selection = .backbone(alpha: alpha) }
    if all { picture.selection = .everything }
    if timeline { picture.time = .timeline(period) }
    if !compare.isEmpty { picture.time = .comparison(compare[0].lastDay, compare[1].lastDay) }
    if matrix { picture.style.presentation = .matrix }
  }

  private func paths(in stored: StoredGraph, _ filter: EdgeFilter) throws -> [PathAnswer] {
    let start = try stored.node(named: path[0])
    let end = try stored.node(named: path[1])
    let constraints = PathConstraints(filter: filter)
    do {
      return [try PathFinder(stored.graph, by: ranking ?? .strength).path(from: start, to: end, constraints)]
    } catch {
      throw CommandFailure(.noResult, NoPathReport(graph: stored.graph, failure: error, constraints: constraints).text)
    }
  }
}

/// How a picture looks.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "By default told by the output's name, else svg.", valueName: "svg|html|dot|png|pdf|svg-graphviz"))
  var format: GraphPicture.Format?

  @Option(help: ArgumentHelp("Layout: \(LayoutEngine.names). By default chosen by size.", valueName: "name"))
  var layout: String?

  @Option(
    name: .customLong("cluster"),
    help: ArgumentHelp("Draw together what belongs together.", valueName: "country|bloc|kind"))
  var grouping: GraphPicture.Grouping?

  @Option(
    name: .customLong("labels"),
    help: ArgumentHelp("Beside the lines, where there is room.", valueName: "none|events|counts"))
  var edgeLabels = GraphPicture.EdgeLabels.events

  @Option(help: ArgumentHelp("Above the picture.", valueName: "text"))
  var title = ""

  @Option(help: ArgumentHelp("Under the title; by default the number of texts and their dates.", valueName: "text"))
  var subtitle = ""

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp("At the foot; by default the publishers.", valueName: "text"))
  var sourceLine = ""

  @Option(
    help: ArgumentHelp("Colours.", valueName: DiagramStyle.Theme.allCases.map(\.name).joined(separator: "|")),
    transform: { try LookOptions.theme($0) })
  var theme = DiagramStyle.Theme.automatic

  @Flag(help: "SVG with plain attributes and no style sheet, for Word, LaTeX and Typst.")
  var noStyle = false

  @Option(
    help: ArgumentHelp(
      "What every id of the SVG begins with; by default made from its content.", valueName: "letters"))
  var idPrefix: String?

  @Option(
    help: ArgumentHelp(
      "Make nodes and ties lead to URL/entity/NUMBER and URL/tie/KIND-NUMBER-NUMBER.", valueName: "url"))
  var linkBase: String?

  static func theme(_ name: String) throws -> DiagramStyle.Theme {
    guard let theme = DiagramStyle.Theme(named: name) else {
      let names = DiagramStyle.Theme.allCases.map(\.name).joined(separator: ", ")
      throw ValidationError("--theme knows no \"\(TerminalText.escaped(name))\"; there are \(names).")
    }
    return theme
  }

  func apply(to picture: inout GraphPicture) throws {
    picture.grouping = grouping
    picture.edgeLabels = edgeLabels
    picture.title = title
    picture.subtitle = subtitle
    picture.sourceLine = sourceLine
    picture.style.theme = theme
    picture.style.usesStyleSheet = !noStyle
    picture.style.idPrefix = idPrefix
    picture.style.engine = try layout.map { try LayoutEngine(named: $0) }
    if let linkBase {
      let links = PictureLinks(base: linkBase)
      guard PictureLinks.isSafe(linkBase) else {
        throw CommandFailure(
          .usage, "--link-base needs a web address (http, https) or one relative to the page, without spaces")
      }
      picture.links = links
    }
  }
}
