/// Ids of the words that rules of the coder ask for by name; −1 where the lexicon lacks one.
struct FunctionWords: Sendable {
  private(set) var accord: Int32 = -1
  private(set) var against: Int32 = -1
  private(set) var `as`: Int32 = -1
  private(set) var at: Int32 = -1
  private(set) var behind: Int32 = -1
  private(set) var during: Int32 = -1
  private(set) var `for`: Int32 = -1
  private(set) var among: Int32 = -1
  private(set) var base: Int32 = -1
  private(set) var between: Int32 = -1
  private(set) var by: Int32 = -1
  private(set) var from: Int32 = -1
  private(set) var `in`: Int32 = -1
  private(set) var include: Int32 = -1
  private(set) var into: Int32 = -1
  private(set) var of: Int32 = -1
  private(set) var on: Int32 = -1
  private(set) var over: Int32 = -1
  private(set) var to: Int32 = -1
  private(set) var with: Int32 = -1
  private(set) var alongside: Int32 = -1
  private(set) var together: Int32 = -1
  private(set) var along: Int32 = -1
  private(set) var part: Int32 = -1
  private(set) var about: Int32 = -1
  private(set) var next: Int32 = -1
  private(set) var toward: Int32 = -1
  private(set) var towards: Int32 = -1
  private(set) var beside: Int32 = -1
  private(set) var counterpart: Int32 = -1

  init() {}

  init(_ lexicon: PredicateLexicon) {
    accord = lexicon.word("accord")
    against = lexicon.word("against")
    `as` = lexicon.word("as")
    at = lexicon.word("at")
    behind = lexicon.word("behind")
    during = lexicon.word("during")
    `for` = lexicon.word("for")
    among = lexicon.word("among")
    base = lexicon.word("base")
    between = lexicon.word("between")
    by = lexicon.word("by")
    from = lexicon.word("from")
    `in` = lexicon.word("in")
    include = lexicon.word("include")
    into = lexicon.word("into")
    of = lexicon.word("of")
    on = lexicon.word("on")
    over = lexicon.word("over")
    to = lexicon.word("to")
    with = lexicon.word("with")
    alongside = lexicon.word("alongside")
    together = lexicon.word("together")
    along = lexicon.word("along")
    part = lexicon.word("part")
    about = lexicon.word("about")
    next = lexicon.word("next")
    toward = lexicon.word("toward")
    towards = lexicon.word("towards")
    beside = lexicon.word("beside")
    counterpart = lexicon.word("counterpart")
  }
}
