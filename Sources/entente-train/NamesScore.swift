import Linguistics

/// What it is worth to the parser to be handed names of several words: heads and relations over nodes, where a node is a name or a
/// word outside of names.
struct NamesScore: CustomStringConvertible {
  private(set) var nodes = 0
  private(set) var words = 0
  private var apart = Counts()
  private var joined = Counts()

  fileprivate struct Counts {
    var heads = 0
    var labelled = 0
  }

  init(of analyzer: Analyzer, on treebank: Treebank) {
    var alone = treebank.document()
    var given = alone
    var names: [Range<Int>] = []
    for (sentence, gold) in zip(alone.sentences, treebank.sentences) {
      let first = sentence.tokens.lowerBound
      names += NameCollapser.names(gold).map { $0.lowerBound + first..<$0.upperBound + first }
    }
    analyzer.annotate(&alone)
    analyzer.annotate(&given, names: names)
    var next = 0
    for (sentence, gold) in zip(alone.sentences, treebank.sentences) {
      let first = sentence.tokens.lowerBound
      var own: [Range<Int>] = []
      while next < names.count, names[next].lowerBound < sentence.tokens.upperBound {
        own.append(names[next].lowerBound - first..<names[next].upperBound - first)
        next += 1
      }
      let node = NamesScore.nodes(gold.count, own)
      let wanted = NamesScore.arcs(node, count: gold.count) { ($0, gold.heads[$0], gold.relations[$0]) }
      words += gold.count
      nodes += wanted.count
      apart.add(wanted, NamesScore.arcs(node, alone.tokens, sentence.tokens))
      joined.add(wanted, NamesScore.arcs(node, given.tokens, sentence.tokens))
    }
  }

  private typealias Arc = (head: Int, relation: DependencyRelation)

  /// Node of each word.
  private static func nodes(_ count: Int, _ names: [Range<Int>]) -> [Int] {
    var result = [Int](repeating: 0, count: count)
    var node = 0
    var word = 0
    while word < count {
      let end = names.first { $0.lowerBound == word }?.upperBound ?? word + 1
      for inner in word..<end { result[inner] = node }
      word = end
      node += 1
    }
    return result
  }

  private static func arcs(_ node: [Int], _ tokens: Tokens, _ range: Range<Int>) -> [Arc?] {
    arcs(node, count: range.count) { word in
      let token = range.lowerBound + word
      let head = Int(tokens.head[token])
      return (word, head == token ? -1 : head - range.lowerBound, tokens.relation[token])
    }
  }

  /// The arc that leaves each node; nil where several do.
  private static func arcs(_ node: [Int], count: Int, _ arc: (Int) -> (Int, Int, DependencyRelation)) -> [Arc?] {
    var result = [[Arc]](repeating: [], count: (node.last ?? -1) + 1)
    for word in 0..<count {
      let (_, head, relation) = arc(word)
      if head < 0 {
        result[node[word]].append((-1, relation))
      } else if node[head] != node[word] {
        result[node[word]].append((node[head], relation))
      }
    }
    return result.map { $0.count == 1 ? $0[0] : nil }
  }

  var description: String {
    "\(words) words, \(nodes) nodes; without names UAS \(Figures.percent(apart.heads, nodes)) "
      + "LAS \(Figures.percent(apart.labelled, nodes)), names given UAS \(Figures.percent(joined.heads, nodes)) "
      + "LAS \(Figures.percent(joined.labelled, nodes))"
  }
}

extension NamesScore.Counts {
  fileprivate mutating func add(
    _ wanted: [(head: Int, relation: DependencyRelation)?], _ found: [(head: Int, relation: DependencyRelation)?]
  ) {
    for (wanted, found) in zip(wanted, found) {
      guard let wanted, let found, wanted.head == found.head else { continue }
      heads += 1
      if wanted.relation == found.relation { labelled += 1 }
    }
  }
}
