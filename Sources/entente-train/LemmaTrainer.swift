import Linguistics

/// Learns lemma rules by the ends of words, and exceptions where the rules go wrong.
struct LemmaTrainer {
  private(set) var exceptions: [(key: UInt64, text: [UInt8])] = []
  private(set) var rules: [(key: UInt64, text: [UInt8])] = []
  private(set) var verbs: [UInt32] = []

  private struct Form: Hashable {
    var tag: UInt16
    var bytes: [UInt8]
  }

  init(_ sentences: [TreebankSentence]) {
    var counts: [Form: [[UInt8]: Int]] = [:]
    for sentence in sentences {
      for word in 0..<sentence.count {
        let bytes = Array(sentence.forms[word].utf8)
        let lemma = Array(sentence.lemmas[word].utf8)
        // An underscore stands for no lemma; forms of several words are none of the rules' business.
        guard !lemma.isEmpty, lemma != [0x5F] || bytes == [0x5F], bytes.count < 64, lemma.count < 200 else { continue }
        guard sentence.relations[word] != .goesWith else { continue }
        let tag = TagClasses.pair(sentence.parts[word], sentence.pennTags[word])
        counts[Form(tag: tag, bytes: bytes), default: [:]][lemma, default: 0] += 1
      }
    }
    let observed = counts.map { form, lemmas in
      (
        form: form,
        lemma: lemmas.max {
          $0.value != $1.value ? $0.value < $1.value : $1.key.lexicographicallyPrecedes($0.key)
        }!.key, count: lemmas.values.reduce(0, +)
      )
    }.sorted {
      $0.form.tag != $1.form.tag ? $0.form.tag < $1.form.tag : $0.form.bytes.lexicographicallyPrecedes($1.form.bytes)
    }

    // Votes for edits by ending; each form has one vote.
    var votes: [UInt64: [LemmaEdit: Int]] = [:]
    var shorter: [UInt64: UInt64] = [:]
    for entry in observed {
      let lower = entry.form.bytes.map(lowercased)
      let edit = LemmaEdit(from: entry.form.bytes, to: entry.lemma)
      // What leaves little of the word is no rule.
      guard edit.append.count <= 12, edit.strip * 2 <= entry.form.bytes.count else { continue }
      let capitalized = LemmaTrainer.isCapital(entry.form.bytes[0])
      var before: UInt64 = 0
      for ending in 0...min(LemmaTables.longestEnding, lower.count) {
        let key = lower.withUnsafeBufferPointer {
          LemmaTables.ruleKey(tag: entry.form.tag, form: $0, ending: ending, capitalized: capitalized)
        }
        votes[key, default: [:]][edit, default: 0] += 1
        shorter[key] = before
        before = key
      }
    }
    let best = votes.mapValues { edits in
      edits.max {
        $0.value != $1.value ? $0.value < $1.value : $1.key.encoded.lexicographicallyPrecedes($0.key.encoded)
      }!
    }
    // A rule that says what the rule of the shorter ending says is left out.
    func effective(_ key: UInt64) -> LemmaEdit { best[key]!.key }
    var kept: [UInt64: LemmaEdit] = [:]
    for (key, entry) in best {
      let parent = shorter[key]!
      if parent != 0, effective(parent) == entry.key { continue }
      if parent != 0, entry.value < 2 { continue }
      kept[key] = entry.key
    }
    rules = kept.map { ($0.key, $0.value.encoded) }.sorted { $0.key < $1.key }

    var known: Set<UInt32> = []
    for entry in observed where entry.form.tag >> 8 == UInt16(UniversalPartOfSpeech.verb.rawValue) {
      guard entry.lemma.count > 1, entry.lemma.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { continue }
      known.insert(entry.lemma.withUnsafeBufferPointer { LemmaTables.verbHash($0) })
    }
    for verb in IrregularForms.verbs {
      known.insert(Array(verb.utf8).withUnsafeBufferPointer { LemmaTables.verbHash($0) })
    }
    verbs = known.sorted()
    learnExceptions(
      IrregularForms.all.map { (TagClasses.pair($0.part, $0.penn), Array($0.form.utf8), Array($0.lemma.utf8), 0) }
        + observed.map { ($0.form.tag, $0.form.bytes, $0.lemma, $0.count) })
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private mutating func learnExceptions(_ observed: [(tag: UInt16, bytes: [UInt8], lemma: [UInt8], count: Int)]) {
    let lemmatizer = LemmaProbe(rules: rules, verbs: verbs)
    var seen: [UInt64: (text: [UInt8], count: Int)] = [:]
    for entry in observed {
      let part = UniversalPartOfSpeech(rawValue: UInt8(entry.tag >> 8))!
      let penn = PennTag(rawValue: UInt8(entry.tag & 255))!
      guard lemmatizer.lemma(entry.bytes, part, penn) != entry.lemma else { continue }
      let key = entry.bytes.map(lowercased).withUnsafeBufferPointer {
        LemmaTables.exceptionKey(tag: entry.tag, form: $0, capitalized: LemmaTrainer.isCapital(entry.bytes[0]))
      }
      if let other = seen[key], other.count >= entry.count { continue }
      seen[key] = (entry.lemma, entry.count)
    }
    exceptions = seen.map { ($0.key, $0.value.text) }.sorted { $0.key < $1.key }
  }
}

/// A lemmatizer without exceptions, to see where exceptions are needed.
private final class LemmaProbe {
  private let memory: [UnsafeMutableRawBufferPointer]
  private let lemmatizer: Lemmatizer

  init(rules: [(key: UInt64, text: [UInt8])], verbs: [UInt32]) {
    memory = [WeightsWriter.texts([]), WeightsWriter.texts(rules), WeightsWriter.hashes(verbs)].map { bytes in
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
      buffer.copyBytes(from: bytes)
      return buffer
    }
    let tables = LemmaTables(
      exceptions: UnsafeRawBufferPointer(memory[0]), rules: UnsafeRawBufferPointer(memory[1]),
      verbs: UnsafeRawBufferPointer(memory[2]))
    lemmatizer = Lemmatizer(tables: tables!)
  }

  deinit {
    for buffer in memory { buffer.deallocate() }
  }

  func lemma(_ form: [UInt8], _ part: UniversalPartOfSpeech, _ penn: PennTag) -> [UInt8] {
    form.withUnsafeBufferPointer { form in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: form.count + 256) { lemma in
        let length = lemmatizer.lemma(of: form, part: part, penn: penn, into: lemma.baseAddress!)
        return Array(lemma[..<length])
      }
    }
  }
}
