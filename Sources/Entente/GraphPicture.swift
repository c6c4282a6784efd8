/// A picture of a stored graph, drawn by Graphviz and by Entente.
///
/// ```swift
/// var picture = GraphPicture(stored, selection: .around([japan], radius: 1))
/// picture.grouping = .country
/// let svg = try await GraphPicture.render(picture.figure(), as: .svg)
/// ```
public struct GraphPicture: Sendable {
  /// What of the graph is shown.
  public enum Selection: Sendable {
    /// All that is tied to something, or where that is more than a person can follow, the strongest ties.
    case automatic
    case everything
    /// The strongest ties, so many.
    case strongest(Int)
    /// An entity with all within so many steps.
    case around([ID<Node>], radius: Int)
    /// What paths pass, strong, with the sentences behind every step, and the strongest ties around them, pale.
    case paths([PathAnswer])
    /// The ties that stand out at one of their ends at a level of significance; see ``DisparityBackbone``.
    ///
    /// Where no level is given, the greatest that leaves what a person can follow.
    case backbone(alpha: Double?)
    case exactly(Subgraph)
  }

  /// Which times are drawn.
  public enum Time: Sendable {
    case once
    /// What has changed from one day to another.
    case comparison(CalendarDate, CalendarDate)
    /// Small pictures of period after period, by a fitting unit where none is given.
    case timeline(TimePeriods.Unit?)
  }

  public enum Format: String, CaseIterable, Sendable {
    case svg, dot, png, pdf
    /// A page to explore, of one file; see ``GraphPicture/explorer(limits:notify:)``.
    case html
    case graphvizSVG = "svg-graphviz"
  }

  /// What stands beside the lines.
  public enum EdgeLabels: String, CaseIterable, Sendable {
    case none
    /// What the source does, in a word: "rejects".
    case events
    /// How many claims and stories a tie rests on.
    case counts
  }

  /// What nodes are drawn together by.
  public enum Grouping: String, CaseIterable, Sendable {
    /// Each country with its officials and bodies.
    case country
    /// Those friendly with each other; see ``Blocs``.
    case bloc
    case kind
  }

  public var stored: StoredGraph
  public var selection: Selection
  public var time = Time.once
  /// Which ties count at all, before anything is selected of them.
  public var filter = EdgeFilter()
  /// The day as of which `stored` was opened, for the subtitle.
  public var asOf: CalendarDate?
  public var grouping: Grouping?
  public var edgeLabels = EdgeLabels.events
  /// Where empty, the picture is titled by what it is around, or by its most connected nodes.
  public var title = ""
  /// Where empty, the number of texts, their dates, and what the filter keeps.
  public var subtitle = ""
  /// Where empty, the publishers.
  public var sourceLine = ""
  public var links: PictureLinks?
  public var style = DiagramStyle()

  public init(_ stored: StoredGraph, selection: Selection = .automatic) {
    self.stored = stored
    self.selection = selection
  }

  /// The picture, ready to be drawn. Its `notices` tell what differs from what was asked for.
  ///
  /// - Throws: `DiagramError` or `StoreError`.
  public func figure() throws -> Figure {
    var style = style
    if case .timeline = time { style.presentation = .panels }
    return try Figure(diagram(), style: style)
  }

  /// The bytes of a picture.
  ///
  /// Layouts are worked out by a process of their own within a deadline. One that does not finish is given up for
  /// `sfdp`, which finishes on any graph that a picture can hold.
  ///
  /// - Parameters:
  ///   - searchPath: Where to look for librsvg's `rsvg-convert`, as in `PATH`: it makes PNG and PDF of Entente's own
  ///     picture, and where it is missing Graphviz draws a plainer one.
  ///   - limits: Of one layout.
  ///   - notify: Told in a sentence what differs from what was asked for.
  /// - Throws: `RenderingError`.
  public static func render(
    _ figure: Figure, as format: Format, searchPath: String = "", limits: GraphvizRenderer.Limits = .init(seconds: 60),
    notify: (String) -> Void = { _ in }
  ) async throws -> [UInt8] {
    guard
      figure.isGraph || format == .svg || format == .html
        || SVGConverter(searchPath: searchPath) != nil && format.isConverted
    else {
      throw RenderingError.notDrawnByGraphviz(format: format.rawValue, isConvertible: format.isConverted)
    }
    switch format {
    case .dot: return Array(try await laidOut(figure, limits, notify).figure.dot.utf8)
    case .svg: return Array(try await svg(figure, limits, notify).svg.utf8)
    case .html:
      var style = figure.style
      style.isExplorable = true
      style.usesStyleSheet = true
      let (drawn, svg) = try await svg(Figure(figure.diagram, style: style), limits, notify)
      return Array(ExplorerPage(figure: drawn, svg: svg).text.utf8)
    case .png, .pdf:
      if let converter = SVGConverter(searchPath: searchPath) {
        return try converter.convert(try await svg(figure, limits, notify).svg, to: format == .png ? .png : .pdf)
      }
      notify("librsvg's rsvg-convert is not installed: Graphviz draws a plainer picture, without legend and captions.")
      return try await native(figure, format, limits, notify)
    case .graphvizSVG: return try await native(figure, format, limits, notify)
    }
  }

  /// The picture, and the figure that it is of: another one where the layout did not finish.
  static func svg(
    _ figure: Figure, _ limits: GraphvizRenderer.Limits, _ notify: (String) -> Void
  ) async throws -> (figure: Figure, svg: String) {
    guard figure.needsLayout else { return (figure, figure.svg(DiagramLayout(engine: figure.engine))) }
    let (figure, layout) = try await laidOut(figure, limits, notify)
    return (figure, figure.svg(layout))
  }

  private static func native(
    _ figure: Figure, _ format: Format, _ limits: GraphvizRenderer.Limits, _ notify: (String) -> Void
  ) async throws -> [UInt8] {
    let native = try NativeFormat(named: format.rawValue)
    // Graphviz draws in this process, where nothing can end it: what finishes elsewhere finishes here.
    let (figure, _) = try await laidOut(figure, limits, notify)
    let output = try await GraphvizRenderer.shared.render(figure.dot, engine: figure.engine, format: native)
    for diagnostic in output.diagnostics { notify("Graphviz: \(diagnostic.text)") }
    return output.value
  }

  /// The layout, by another engine where the figure's does not finish.
  private static func laidOut(
    _ figure: Figure, _ limits: GraphvizRenderer.Limits, _ notify: (String) -> Void
  ) async throws -> (figure: Figure, layout: DiagramLayout) {
    let renderer = GraphvizRenderer.shared
    var layout: DiagramLayout?
    do {
      let output = try await renderer.layout(figure.dot, engine: figure.engine, limits: limits)
      for diagnostic in output.diagnostics { notify("Graphviz: \(diagnostic.text)") }
      layout = output.value
    } catch {
      guard error.isOfEffort, figure.engine != .sfdp else { throw error }
      notify("\(error) 'sfdp' is used instead.")
    }
    if let layout {
      // Ranks turn out wider than they promise where lines need room.
      guard let compact = try figure.moreCompact(than: layout) else { return (figure, layout) }
      return (compact, try await renderer.layout(compact.dot, engine: compact.engine, limits: limits).value)
    }
    var style = figure.style
    style.engine = .sfdp
    let other = try Figure(figure.diagram, style: style)
    return (other, try await renderer.layout(other.dot, engine: .sfdp, limits: limits).value)
  }
}

extension GraphPicture.Format {
  /// Whether Entente's own picture is converted into it.
  var isConverted: Bool { self == .png || self == .pdf }
}
