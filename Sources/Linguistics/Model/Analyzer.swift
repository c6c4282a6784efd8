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

  /// An analyzer whose network multiplies with a given precision, with the embedded weights or others.
  package init(_ precision: NetworkPrecision, weights bytes: [UInt8]? = nil) throws(ModelError) {
    if let bytes {
      weights = try Weights(copying: bytes, precision: precision)
    } else {
      weights = try Weights.embedded(precision)
    }
  }

  /// Reads a text into a document with all its columns.
  ///
  /// - Parameter names: gives the names of several words of the tokenized document, as
  ///   ``annotate(_:names:)`` takes them; by default none.
  /// - Complexity: O(bytes of the text).
  public func analyze(_ source: SourceText, names: (Document) -> [Range<Int>] = { _ in [] }) -> Document {
    analyze(source) { AnalysisPlan(names: names($0)) }
  }

  /// Reads a text into a document, with all the columns of those sentences that the plan does not pass over.
  ///
  /// - Complexity: O(bytes of the text).
  public func analyze(_ source: SourceText, plan: (Document) -> AnalysisPlan) -> Document {
    var document = DocumentBuilder().document(from: source)
    annotate(&document, plan(document))
    return document
  }

  /// Fills all columns of a document whose tokens and sentences are known.
  ///
  /// - Parameters:
  ///   - document: has tokens and sentences; their tags, lemmas, heads and relations are replaced.
  ///   - names: as ``AnalysisPlan/names``.
  /// - Complexity: O(bytes of the text).
  public func annotate(_ document: inout Document, names: [Range<Int>] = []) {
    annotate(&document, AnalysisPlan(names: names))
  }

  /// Fills the columns of a document whose tokens and sentences are known, but for sentences that are passed over.
  ///
  /// - Complexity: O(bytes of the text).
  public func annotate(_ document: inout Document, _ plan: AnalysisPlan) {
    let names = plan.names
    let workspace = AnalysisWorkspace()
    var columns = document.tokens
    document.tokens = Tokens()
    if columns.lemmas.isEmpty { columns.lemmas.append("_") }
    var nextName = 0
    document.utf8.withUnsafeBufferPointer { text in
      for (index, sentence) in document.sentences.enumerated() {
        let tokens = sentence.tokens
        guard !tokens.isEmpty, tokens.upperBound <= columns.count, !plan.passesOver(index) else { continue }
        let first = nextName
        while nextName < names.count, names[nextName].lowerBound < tokens.upperBound { nextName += 1 }
        read(tokens, of: text, names: names[first..<nextName], into: &columns, workspace: workspace)
        // A run-on of hundreds of words is parsed in pieces, so that the cost stays linear.
        var start = 0
        while start < workspace.count {
          start += workspace.addPiece(from: start)
          if workspace.network.isFull { parse(workspace, of: text, into: &columns) }
        }
        workspace.sentences.append(tokens)
      }
      parse(workspace, of: text, into: &columns)
    }
    columns.areTagged = true
    columns.areParsed = true
    document.tokens = columns
  }

  /// Gathers the nodes of a sentence in the workspace, each name as one.
  private func read(
    _ sentence: Range<Int>, of text: UnsafeBufferPointer<UInt8>, names: ArraySlice<Range<Int>>,
    into columns: inout Tokens, workspace: AnalysisWorkspace
  ) {
    workspace.reserve(sentence.count)
    let tokens = workspace.tokens
    let origin = workspace.origin
    columns.start.withUnsafeBufferPointer { starts in
      columns.end.withUnsafeBufferPointer { ends in
        let style = CaseRestorer.style(
          sentence.lazy.map { UnsafeBufferPointer(rebasing: text[Int(starts[$0])..<Int(ends[$0])]) })
        @inline(__always) func features(_ token: Int) -> TokenFeatures {
          let form = UnsafeBufferPointer(rebasing: text[Int(starts[token])..<Int(ends[token])])
          if let substitute = WordSubstitutes.features(form) { return substitute }
          return style == .running ? TokenFeatures(form) : weights.casings.features(form, style: style)
        }
        var count = 0
        var token = sentence.lowerBound
        var name = names.startIndex
        while token < sentence.upperBound {
          while name < names.endIndex, names[name].lowerBound < token { name += 1 }
          origin[count] = Int32(token)
          if name < names.endIndex, names[name].lowerBound == token, names[name].count > 1,
            names[name].upperBound <= sentence.upperBound
          {
            // A name shows the letters of its last word.
            tokens[count] = features(names[name].upperBound - 1)
            tokens[count].isName = true
            token = names[name].upperBound
          } else {
            tokens[count] = features(token)
            token += 1
          }
          count += 1
        }
        workspace.count = count
      }
    }
    for node in 0..<workspace.count where tokens[node].isName {
      let first = Int(origin[node])
      let end = node + 1 < workspace.count ? Int(origin[node + 1]) : sentence.upperBound
      for inner in first..<end {
        NameTags.tag(inner, of: text, in: &columns)
        columns.head[inner] = Int32(first)
        columns.relation[inner] = .flat
      }
    }
  }

  /// Parses the workspace's batch, writes what was found into the columns, and completes the sentences that are whole.
  private func parse(_ workspace: AnalysisWorkspace, of text: UnsafeBufferPointer<UInt8>, into columns: inout Tokens) {
    let space = workspace.network
    weights.network.run(in: space)
    for piece in space.pieces { write(piece, workspace, into: &columns) }
    space.removeAll()
    for sentence in workspace.sentences {
      lemmatize(sentence, of: text, in: &columns, workspace: workspace)
      ParseRepairs.apply(&columns, sentence: sentence, text: text)
      MorphologyRules.complete(&columns, sentence: sentence)
    }
    workspace.sentences.removeAll(keepingCapacity: true)
  }

  private func write(_ piece: NetworkWorkspace.Piece, _ workspace: AnalysisWorkspace, into columns: inout Tokens) {
    let space = workspace.network
    let origin = workspace.originOfRow
    var root = origin[piece.row + 1]
    for row in (piece.row + 1)...(piece.row + piece.count) {
      let at = Int(origin[row])
      let head = Int(space.heads[row])
      if head == 0 { root = origin[row] }
      columns.head[at] = head == 0 ? origin[row] : origin[piece.row + head]
      columns.relation[at] = DependencyRelation(rawValue: space.labels[row]) ?? .unspecified
      if !space.tokens[row].isName {
        columns.partOfSpeech[at] = weights.tagPairs.parts[Int(space.tags[row])]
        columns.pennTag[at] = weights.tagPairs.pennTags[Int(space.tags[row])]
      }
    }
    // The later pieces of a sentence hang below its first one.
    if origin[piece.row] == AnalysisWorkspace.beginsSentence {
      workspace.rootOfSentence = root
    } else {
      columns.head[Int(root)] = workspace.rootOfSentence
      columns.relation[Int(root)] = .parataxis
    }
  }

  private func lemmatize(
    _ sentence: Range<Int>, of text: UnsafeBufferPointer<UInt8>, in columns: inout Tokens, workspace: AnalysisWorkspace
  ) {
    let lemmatizer = Lemmatizer(tables: weights.lemmas)
    for token in sentence {
      let part = columns.partOfSpeech[token]
      let penn = columns.pennTag[token]
      let form = UnsafeBufferPointer(rebasing: text[Int(columns.start[token])..<Int(columns.end[token])])
      columns.morphology[token] = MorphologyRules.features(part: part, penn: penn, form: form)
      let tags = UInt64(part.rawValue) << 8 | UInt64(penn.rawValue)
      let hash = form.baseAddress.map { FeatureKey.hash($0, form.count, seed: tags + 1) } ?? 2
      columns.lemma[token] = workspace.lemma(hash) {
        let text = Self.lemmaText(lemmatizer, form: form, part: part, penn: penn)
        return workspace.lemma(FeatureKey.hash(text, seed: 1 << 32)) {
          columns.lemmas.append(text)
          return UInt32(columns.lemmas.count - 1)
        }
      }
    }
  }

  private static func lemmaText(
    _ lemmatizer: Lemmatizer, form: UnsafeBufferPointer<UInt8>, part: UniversalPartOfSpeech, penn: PennTag
  ) -> String {
    guard form.count <= Lemmatizer.longestForm else { return String(decoding: form, as: UTF8.self) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: form.count + 256) { lemma in
      let length = lemmatizer.lemma(of: form, part: part, penn: penn, into: lemma.baseAddress!)
      return String(decoding: UnsafeBufferPointer(rebasing: lemma[..<length]), as: UTF8.self)
    }
  }
}
