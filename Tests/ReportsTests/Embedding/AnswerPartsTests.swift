import Diplomacy
import PathQueries
import RelationGraph
import Testing

@testable import Reports

struct AnswerPartsTests {
  private let graph = SmallWorld.graph
  private var quotations: [ID<Edge>: [Quotation]] { graph.quotations(of: SmallWorld.claims) }

  private func markdown(_ parts: [ReportPart]) -> String { MarkdownWriter().text(of: parts) }

  @Test func aPathIsASentenceWithItsEvidence() throws {
    let path = try PathFinder(graph, by: .strength).path(
      from: SmallWorld.node(SmallWorld.milley), to: SmallWorld.node(SmallWorld.korea))
    let text = markdown(PathReport(graph: graph, paths: [path], quotations: quotations).parts)
    #expect(text.contains("Mark Milley"))
    #expect(text.contains("(2 steps, friendly on the whole: the friend of a friend.)"))
    #expect(text.contains("\\[1\\]") && text.contains("1. “Sentence 2.” — d2, Wire, 12 November 2019, sentence 3\n"))
  }

  @Test func anEntityHasWordsFiguresAndSentences() {
    let report = EntityReport(graph: graph, node: SmallWorld.node(SmallWorld.pact), quotations: quotations)
    let text = markdown(report.parts)
    #expect(text.hasPrefix("**Military Information Agreement**, agreement of Japan and South Korea.\n"))
    #expect(
      text.contains("**Mark Milley** strongly supports **GSOMIA** \\[1\\] | +0.50 | one statement, 12 November 2019 |"))
    #expect(text.contains("1 for, 1 against"))
  }

  @Test func evidenceOfTwoHasEverySentence() {
    let report = EvidenceReport(
      graph: graph, ends: (SmallWorld.node(SmallWorld.korea), SmallWorld.node(SmallWorld.pact)),
      quotations: quotations)
    let text = markdown(report.parts)
    #expect(text.contains("**South Korea**") && text.contains("“Sentence 3.”") && text.contains("“Sentence 4.”"))
    let none = EvidenceReport(
      graph: graph, ends: (SmallWorld.node(SmallWorld.america), SmallWorld.node(SmallWorld.pact)), quotations: [:])
    #expect(
      markdown(none.parts)
        == "Nothing is told of a tie between the United States and the Military Information Agreement.\n")
  }

  @Test func listsAreTables() {
    #expect(
      markdown(EntityList(graph: graph, kind: .official).parts).contains(
        "| **Taro Kono** | Defense Minister of Japan |"))
    #expect(markdown(EdgeList(graph: graph, edges: Array(graph.edges)).parts).contains("| +0.50 |"))
    let balance = markdown(BalanceReport(graph: graph).parts())
    #expect(balance.contains("ties are friendly") && balance.contains("- **Camp 1** ("))
    #expect(markdown(BalanceReport(graph: Graph(entities: [], claims: [])).parts()).contains("No tie is"))
  }
}
