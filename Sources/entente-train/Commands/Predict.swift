import ArgumentParser
import Foundation
import Linguistics
import Provenance

/// Fills the columns of CoNLL-U with the analyzer's own, over the file's tokens.
struct Predict: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Analyze the words of a CoNLL-U file and write CoNLL-U to standard output.")

  @Option(help: "Weights to use in place of the embedded ones.")
  var weights: String?

  @Argument(help: "CoNLL-U file; any other text is cut into words first.")
  var file: String

  func run() throws {
    let analyzer = try Analyzer.load(weights)
    guard file.hasSuffix(".conllu") else {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let document = analyzer.analyze(SourceText(metadata: DocumentMetadata(id: file), text: text))
      FileHandle.standardOutput.write(Data(CoNLLUWriter().bytes(of: document)))
      return
    }
    let treebank = try Treebank(contentsOf: URL(fileURLWithPath: file))
    var document = treebank.document()
    analyzer.annotate(&document)
    var output = ""
    for (sentence, gold) in zip(document.sentences, treebank.sentences) {
      let first = sentence.tokens.lowerBound
      var word = 0
      for line in gold.lines {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 10, Int(fields[0]) != nil else {
          output += line + "\n"
          continue
        }
        let token = first + word
        let head = Int(document.tokens.head[token])
        let columns = [
          String(fields[0]), String(fields[1]), document.tokens.lemmaText(token),
          "\(document.tokens.partOfSpeech[token].label)", "\(document.tokens.pennTag[token].label)", "_",
          head == token ? "0" : String(head - first + 1), "\(document.tokens.relation[token].label)", "_", "_",
        ]
        output += columns.joined(separator: "\t") + "\n"
        word += 1
      }
      output += "\n"
    }
    FileHandle.standardOutput.write(Data(output.utf8))
  }
}

/// Measures weights on treebanks.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measure weights on CoNLL-U files.")

  @Option(help: "Weights to use in place of the embedded ones.")
  var weights: String?

  @Argument(help: "CoNLL-U files.")
  var files: [String]

  func run() throws {
    let analyzer = try Analyzer.load(weights)
    for file in files {
      let treebank = try Treebank(contentsOf: URL(fileURLWithPath: file))
      print("\(treebank.name): \(Score(of: analyzer, on: treebank))")
      print("  names first: \(NamesScore(of: analyzer, on: treebank))")
      var document = treebank.document()
      let clock = ContinuousClock()
      var best = Duration.seconds(1000)
      for _ in 0..<5 { best = min(best, clock.measure { analyzer.annotate(&document) }) }
      let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
      print("  \(Int(Double(document.tokens.count) / seconds)) tokens a second")
    }
  }
}

extension Analyzer {
  /// The analyzer of a weights file, or the embedded one.
  static func load(_ path: String?) throws -> Analyzer {
    guard let path else { return try Analyzer() }
    return try Analyzer(weights: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }
}
