public import Provenance

/// Tags, lemmatizes and parses documents with the embedded weights.
///
/// ```swift
/// let analyzer = try Analyzer()
/// let document = analyzer.analyze(source)
/// ```
///
/// The analysis of a text depends on nothing but the text, the names given and the weights: the same input gives the
/// same columns on every machine, since all scores are sums of integers.
public struct Analyzer: Sendable {
  private let weights: Weights

  /// An analyzer with the weights embedded in the program.
  public init() throws(ModelError) { weights = try Weights.embedded() }

  /// An analyzer with weights that `entente-train` wrote.
  ///
  /// - Complexity: O(bytes): the weights are copied and their checksum verified.
  public init(weights bytes: [UInt8]) throws(ModelError) { weights = try Weights(copying: bytes) }

  /// Reads a text into a document with all its columns.
  ///
  /// - Parameter names: gives the names of several words of the tokenized document, as
  ///   ``annotate(_:names:)`` takes them; by default none.
  /// - Complexity: O(bytes of the text).
  public func analyze(_ source: SourceText, names: (Document) -> [Range<Int>] = { _ in [] }) -> Document {
    var document = DocumentBuilder().document(from: source)
    annotate(&document, names: names(document))
    return document
  }

  /// Fills all columns of a document whose tokens and sentences are known.
  ///
  /// - Parameters:
  ///   - document: has tokens and sentences; their tags, lemmas, heads and relations are replaced.
  ///   - names: ranges of tokens, each a name of several words within one sentence, in order of the text and without
  ///     overlap. The parser treats each as one proper noun; afterwards its first token carries the name's head and
  ///     relation, and the others hang below it as `flat`. A range that breaks the rules is passed over.
  /// - Complexity: O(bytes of the text).
  public func annotate(_ document: inout Document, names: [Range<Int>] = []) {
    let workspace = AnalysisWorkspace()
    let tagger = Tagger(weights: weights)
    let parser = DependencyParser(weights: weights)
    var columns = document.tokens
    document.tokens = Tokens()
    if columns.lemmas.isEmpty { columns.lemmas.append("_") }
    var nextName = 0
    document.utf8.withUnsafeBufferPointer { text in
      for sentence in document.sentences {
        let tokens = sentence.tokens
        guard !tokens.isEmpty, tokens.upperBound <= columns.count else { continue }
        tag(tokens, of: text, in: &columns, tagger: tagger, workspace: workspace)
        let first = nextName
        while nextName < names.count, names[nextName].lowerBound < tokens.upperBound { nextName += 1 }
        parse(tokens, names: names[first..<nextName], into: &columns, parser: parser, workspace: workspace)
        MorphologyRules.complete(&columns, sentence: tokens)
      }
    }
    columns.areTagged = true
    columns.areParsed = true
    document.tokens = columns
  }

  private func tag(
    _ sentence: Range<Int>, of text: UnsafeBufferPointer<UInt8>, in columns: inout Tokens, tagger: Tagger,
    workspace: AnalysisWorkspace
  ) {
    workspace.reserve(sentence.count)
    let tokens = workspace.tokens
    for (index, token) in sentence.enumerated() {
      let form = UnsafeBufferPointer(rebasing: text[Int(columns.start[token])..<Int(columns.end[token])])
      tokens[index + 1] = TokenFeatures(form)
      tokens[index + 1].look(up: weights.lexicon)
    }
    tagger.tag(tokens, count: sentence.count, keys: workspace.keys)
    let lemmatizer = Lemmatizer(tables: weights.lemmas)
    for (index, token) in sentence.enumerated() {
      let features = tokens[index + 1]
      let part = weights.tagPairs.parts[Int(features.tag)]
      let penn = weights.tagPairs.pennTags[Int(features.tag)]
      let form = UnsafeBufferPointer(rebasing: text[Int(columns.start[token])..<Int(columns.end[token])])
      columns.partOfSpeech[token] = part
      columns.pennTag[token] = penn
      columns.morphology[token] = MorphologyRules.features(part: part, penn: penn, form: form)
      // The hash of the bytes themselves: `exact` folds digits.
      let hash = form.baseAddress.map { FeatureKey.hash($0, form.count, seed: UInt64(features.tag) + 1) } ?? 2
      columns.lemma[token] = workspace.lemma(hash) {
        let text = lemmaText(lemmatizer, form: form, part: part, penn: penn)
        return workspace.lemma(FeatureKey.hash(text, seed: 1 << 32)) {
          columns.lemmas.append(text)
          return UInt32(columns.lemmas.count - 1)
        }
      }
    }
  }

  private func lemmaText(
    _ lemmatizer: Lemmatizer, form: UnsafeBufferPointer<UInt8>, part: UniversalPartOfSpeech, penn: PennTag
  ) -> String {
    guard form.count <= Lemmatizer.longestForm else { return String(decoding: form, as: UTF8.self) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: form.count + 256) { lemma in
      let length = lemmatizer.lemma(of: form, part: part, penn: penn, into: lemma.baseAddress!)
      return String(decoding: UnsafeBufferPointer(rebasing: lemma[..<length]), as: UTF8.self)
    }
  }

  private func parse(
    _ sentence: Range<Int>, names: ArraySlice<Range<Int>>, into columns: inout Tokens, parser: DependencyParser,
    workspace: AnalysisWorkspace
  ) {
    let tokens = workspace.tokens
    let origin = workspace.origin
    // Collapse each name to one node with the letters of its last word.
    var count = 0
    var token = sentence.lowerBound
    var name = names.startIndex
    while token < sentence.upperBound {
      while name < names.endIndex, names[name].lowerBound < token { name += 1 }
      count += 1
      origin[count] = Int32(token)
      if name < names.endIndex, names[name].lowerBound == token, names[name].count > 1,
        names[name].upperBound <= sentence.upperBound
      {
        let last = names[name].upperBound - 1
        tokens[count] = tokens[last - sentence.lowerBound + 1]
        tokens[count].tag = weights.tagPairs.properNoun
        tokens[count].part = UniversalPartOfSpeech.properNoun.rawValue
        for inner in names[name].dropFirst() {
          columns.head[inner] = Int32(token)
          columns.relation[inner] = .flat
        }
        token = names[name].upperBound
      } else {
        tokens[count] = tokens[token - sentence.lowerBound + 1]
        token += 1
      }
    }
    workspace.close(count)
    parser.parse(tokens, count: count, state: workspace.state, keys: workspace.keys)
    for node in 1...count {
      let head = Int(workspace.state.nodes[node].head)
      let at = Int(origin[node])
      columns.head[at] = head == count + 1 ? Int32(at) : origin[head]
      columns.relation[at] = DependencyRelation(rawValue: workspace.state.nodes[node].label) ?? .unspecified
    }
  }
}
