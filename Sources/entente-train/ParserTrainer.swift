import Linguistics

/// Trains the transition classifier and the relation classifier by averaged perceptrons, following the parser's own
/// choices for most of the time and learning from the dynamic oracle what is best from wherever it got.
struct ParserTrainer {
  struct Settings {
    var epochs = 10
    /// A right transition must win by more than this.
    var margin: Int32 = 3
    /// Per mille of wrong choices that are followed rather than corrected, after the first epoch.
    var exploration = 900
    /// Per mille of sentences with names that are learnt with each name as one token.
    var collapsing = 300
    var seed: UInt64 = 7
  }

  let settings: Settings
  let transitions = TransitionWeights()
  let labels = ClassWeights()
  private(set) var transitionTime: Int64 = 1
  private(set) var labelTime: Int64 = 1

  init(settings: Settings) { self.settings = settings }

  /// - Parameters:
  ///   - sentences: tagged, with the lexicon's columns looked up.
  ///   - collapsed: for each sentence, the same one with its names as single tokens, or nil where it has none.
  mutating func train(
    _ sentences: [PreparedSentence], collapsed: [PreparedSentence?], progress: (String) -> Void
  ) {
    var random = SplitMix64(seed: settings.seed)
    let state = ParserState()
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: TransitionFeatures.capacity)
    let labelKeys = UnsafeMutablePointer<UInt64>.allocate(capacity: LabelFeatures.capacity)
    let scores = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
    defer {
      keys.deallocate()
      labelKeys.deallocate()
      scores.deallocate()
    }
    for epoch in 0..<settings.epochs {
      var errors = 0
      var steps = 0
      for index in random.permutation(sentences.count) {
        var sentence = sentences[index]
        if let shorter = collapsed[index], random.chance(perMille: settings.collapsing) { sentence = shorter }
        learn(
          sentence, epoch: epoch, state: state, keys: keys, labelKeys: labelKeys, scores: scores, random: &random,
          errors: &errors, steps: &steps)
      }
      progress(
        "epoch \(epoch + 1) of \(settings.epochs): \(Figures.percent(errors, steps)) % wrong transitions, "
          + "\(transitions.count) + \(labels.count) features")
    }
  }

  private mutating func learn(
    _ sentence: PreparedSentence, epoch: Int, state: ParserState, keys: UnsafeMutablePointer<UInt64>,
    labelKeys: UnsafeMutablePointer<UInt64>, scores: UnsafeMutablePointer<Int32>, random: inout SplitMix64,
    errors: inout Int, steps: inout Int
  ) {
    state.reset(count: sentence.count)
    let gold: [Int32] = [-1] + sentence.heads + [-1]
    sentence.withNodes { nodes in
      while !state.isFinal {
        let costs = gold.withUnsafeBufferPointer { DynamicOracle.costs(state, heads: $0.baseAddress!) }
        let keyCount = TransitionFeatures.fill(keys, nodes, state)
        let values = transitions.score(keys, keyCount)
        let least = costs.min()
        var predicted = -1
        var right = -1
        var wrong = -1
        for action in 0..<4 where costs[action] < DynamicOracle.forbidden {
          if predicted < 0 || values[action] > values[predicted] { predicted = action }
          if costs[action] == least {
            if right < 0 || values[action] > values[right] { right = action }
          } else if wrong < 0 || values[action] > values[wrong] {
            wrong = action
          }
        }
        transitionTime += 1
        steps += 1
        if wrong >= 0, values[right] <= values[wrong] &+ settings.margin {
          if predicted != right { errors += 1 }
          var step = SIMD4<Int32>()
          step[right] = 1
          step[wrong] = -1
          transitions.update(keys, keyCount, step, now: transitionTime)
        }
        var taken = right
        if costs[predicted] == least || epoch >= 1 && random.chance(perMille: settings.exploration) {
          taken = predicted
        }
        let transition = Transition(rawValue: taken)!
        var label = ParserState.Node.noLabel
        if transition == .leftArc || transition == .rightArc {
          let head = transition == .leftArc ? state.front : state.top
          let dependent = transition == .leftArc ? state.top : state.front
          label = learnLabel(
            sentence, nodes: nodes, state: state, head: head, dependent: dependent, keys: labelKeys, scores: scores,
            random: &random)
        }
        state.apply(transition, label: label)
      }
    }
  }

  private mutating func learnLabel(
    _ sentence: PreparedSentence, nodes: UnsafePointer<TokenFeatures>, state: ParserState, head: Int, dependent: Int,
    keys: UnsafeMutablePointer<UInt64>, scores: UnsafeMutablePointer<Int32>, random: inout SplitMix64
  ) -> UInt8 {
    if head == state.root { return DependencyRelation.root.rawValue }
    let classCount = DependencyRelation.allCases.count
    scores.update(repeating: 0, count: classCount)
    let keyCount = LabelFeatures.fill(keys, nodes, state, head: head, dependent: dependent)
    labels.add(keys, keyCount, to: scores)
    var best = 0
    for candidate in 1..<classCount
    where scores[candidate] > scores[best] && candidate != Int(DependencyRelation.root.rawValue) {
      best = candidate
    }
    guard sentence.heads[dependent - 1] == Int32(head) else { return UInt8(best) }
    labelTime += 1
    let gold = Int(sentence.labels[dependent - 1])
    guard gold != best else { return UInt8(best) }
    labels.update(keys, keyCount, right: gold, wrong: best, now: labelTime)
    return random.chance(perMille: 500) ? UInt8(best) : UInt8(gold)
  }
}
