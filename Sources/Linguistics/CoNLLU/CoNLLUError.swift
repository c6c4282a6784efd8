/// Why a document of a CoNLL-U file was left out: the rule of the format it breaks, and where.
///
/// - Source: universaldependencies.org/format.html
public struct CoNLLUError: Error, Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    /// A word line has ten fields, parted by tabs.
    case tenFields(found: Int)
    /// The words of a sentence are numbered 1, 2, 3 …
    case consecutiveNumbers(expected: Int, found: String)
    /// A range of words, such as `3-4`, stands before its first word and ends after it.
    case range(String)
    /// A form is never empty.
    case emptyForm
    /// The part of speech is one of the 17 of Universal Dependencies, or `_`.
    case partOfSpeech(String)
    /// The head is 0, the number of another word of the sentence, or `_`.
    case head(String, words: Int)
    /// Heads form a tree: nobody is their own ancestor.
    case cycle(word: Int)
    /// A sentence has words, not comments alone.
    case noWords
  }

  public var rule: Rule
  /// 1 is the first line of the file.
  public var line: Int
  /// The `sent_id` of the sentence, where it has one.
  public var sentence: String?
  /// The document that was left out.
  public var document: String

  public init(rule: Rule, line: Int, sentence: String? = nil, document: String) {
    self.rule = rule
    self.line = line
    self.sentence = sentence
    self.document = document
  }
}

extension CoNLLUError: CustomStringConvertible {
  /// The rule, the place, and what to do.
  public var description: String {
    let place = "line \(line)" + (sentence.map { ", sentence \($0)" } ?? "") + ", document \(document)"
    return "\(place): \(explanation)"
  }

  private var explanation: String {
    switch rule {
    case .tenFields(let found):
      "a CoNLL-U word has 10 fields parted by tabs, this line has \(found); write the file again with tabs, \"_\" for what is not known"
    case .consecutiveNumbers(let expected, let found):
      "words are numbered from 1 without gaps, \"\(found)\" stands where \(expected) belongs"
    case .range(let text):
      "the range \"\(text)\" must begin at the next word and end after it"
    case .emptyForm: "the form (field 2) is empty; write \"_\" for an underscore or an unknown form"
    case .partOfSpeech(let text):
      "\"\(text)\" (field 4) is no part of speech of Universal Dependencies; write one of its 17 or \"_\""
    case .head(let text, let words):
      "the head \"\(text)\" (field 7) is neither 0, nor another word of the sentence's \(words), nor \"_\""
    case .cycle(let word): "word \(word) is its own ancestor; heads must lead to the root"
    case .noWords: "comments without a word; remove them or add the sentence"
    }
  }
}
