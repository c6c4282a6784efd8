import ArgumentParser
import Entente

/// Answers the blocks of reports from one graph file, which is opened once for each way of looking at it.
final class BlockAnswers {
  private struct View: Hashable {
    var asOf: CalendarDate?
    var isRolledUp: Bool
  }

  private let graph: GraphOptions
  private let isForPages: Bool
  private var opened: [View: StoredGraph] = [:]

  /// - Parameter isForPages: Pictures get no style sheet, which few programs but browsers understand whole, and lines of
  ///   a terminal are shorter.
  /// - Throws: `StoreError` where the graph cannot be opened.
  init(_ graph: GraphOptions, isForPages: Bool = false) throws {
    self.graph = graph
    self.isForPages = isForPages
    opened[View(asOf: nil, isRolledUp: false)] = try graph.open()
  }

  /// - Parameters:
  ///   - words: The block's.
  ///   - scope: What every id of the answer begins with.
  func answer(_ words: [String], scope: String) async -> Result<[ReportPart], ReportEmbedding.Failure> {
    do {
      return .success(try await parts(BlockQuestion(words), scope))
    } catch {
      return .failure(ReportEmbedding.Failure(BlockAnswers.message(error)))
    }
  }

  private static func message(_ error: any Error) -> String {
    switch error {
    case let failure as ReportEmbedding.Failure: failure.message
    case let failure as CommandFailure: failure.message
    case let error as StoreError: error.description
    case let error as DiagramError: error.description
    case let error as RenderingError: error.description
    default: RenderBlock.message(for: error)
    }
  }

  private func stored(_ filters: FilterOptions, asOf day: CalendarDate? = nil) throws -> StoredGraph {
    let view = View(asOf: (day ?? filters.asOf)?.lastDay, isRolledUp: filters.rollUp)
    if let stored = opened[view] { return stored }
    let stored = try filters.open(graph, asOf: view.asOf)
    opened[view] = stored
    return stored
  }

  private func parts(_ question: BlockQuestion, _ scope: String) async throws -> [ReportPart] {
    switch question {
    case .render(let block):
      var picture = GraphPicture(try stored(block.filters))
      guard picture.stored.graph.nodeCount > 0 else { throw ReportEmbedding.Failure("the graph is empty") }
      picture.filter = block.filters.filter
      picture.asOf = block.filters.asOf?.lastDay
      try block.view.apply(to: &picture)
      try block.look.apply(to: &picture)
      if isForPages { picture.style.usesStyleSheet = false }
      return [.picture(try await picture.part(scope: scope))]
    case .path(let block):
      let stored = try stored(block.filters)
      switch try stored.paths(block.asked.question(in: stored, block.filters.filter)) {
      case .paths(let report): return report.parts
      case .none(let report): return report.parts
      }
    case .show(let block):
      let stored = try stored(block.filters)
      let node = try stored.node(named: block.name)
      let filter = block.filters.filter(for: [node], in: stored)
      var report = EntityReport(graph: stored.graph, node: node)
      if filter != EdgeFilter() { report.edges.removeAll { !stored.graph.admits($0, filter) } }
      report.quotations = try stored.quotations(of: report.edges, limit: block.sentences, contrary: block.sentences > 0)
      return report.parts
    case .evidence(let block):
      let stored = try stored(block.filters)
      let (a, b) = (try stored.node(named: block.first), try stored.node(named: block.second))
      guard a != b else { throw CommandFailure(.usage, "both names are \(stored.quotedName(a))") }
      var report = try stored.evidence(between: a, and: b, sentences: block.sentences)
      let filter = block.filters.filter(for: [a, b], in: stored)
      if filter != EdgeFilter() { report.edges.removeAll { !stored.graph.admits($0, filter) } }
      return report.parts
    case .list(let block): return try parts(block)
    case .balance(let block):
      let stored = try stored(block.filters)
      return BalanceReport(graph: stored.graph, branchLimit: block.deadline, block.filters.filter)
        .parts(mostNames: block.members, mostTies: block.limit)
    case .timeline(let block):
      let stored = try stored(block.filters)
      let (a, b) = (try stored.node(named: block.first), try stored.node(named: block.second))
      guard a != b else { throw CommandFailure(.usage, "both names are \(stored.quotedName(a))") }
      return try stored.timeline(of: a, b, block.filters.filter(for: [a, b], in: stored)).parts
    case .stance(let block):
      let stored = try stored(block.filters)
      let node = try stored.node(named: block.name)
      return try stored.stances(
        of: node, block.filters.filter(for: [node], in: stored), sentences: block.sentences
      ).parts
    case .compare(let block):
      let later = try stored(block.filters, asOf: block.to)
      return try later.changes(
        since: try stored(block.filters, asOf: block.from), block.filters.filter, limit: block.limit
      ).parts
    case .console(let question):
      return [.verbatim(try await question.transcript(graph, columns: isForPages ? 80 : 100))]
    }
  }

  private func parts(_ block: ListBlock) throws -> [ReportPart] {
    let stored = try stored(block.filters)
    switch block.subject {
    case .documents:
      let rows = try stored.store.documentRows()
      return DocumentList(Array(rows.prefix(block.limit ?? .max))).parts
    case .ties:
      return EdgeList(
        graph: stored.graph, edges: stored.graph.strongestEdges(block.limit, block.filters.filter)
      ).parts
    case .everything, .countries, .officials, .organizations, .agreements:
      var list = EntityList(graph: stored.graph, kind: block.subject.kind)
      if let limit = block.limit { list.nodes = Array(list.nodes.prefix(limit)) }
      return list.parts
    }
  }
}
