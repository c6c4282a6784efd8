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

  /// - Parameter ids: the ids of all words of the lexicon.
  init(_ ids: [String: Int32]) {
    accord = ids["accord"] ?? -1
    against = ids["against"] ?? -1
    `as` = ids["as"] ?? -1
    at = ids["at"] ?? -1
    behind = ids["behind"] ?? -1
    during = ids["during"] ?? -1
    `for` = ids["for"] ?? -1
    among = ids["among"] ?? -1
    base = ids["base"] ?? -1
    between = ids["between"] ?? -1
    by = ids["by"] ?? -1
    from = ids["from"] ?? -1
    `in` = ids["in"] ?? -1
    include = ids["include"] ?? -1
    into = ids["into"] ?? -1
    of = ids["of"] ?? -1
    on = ids["on"] ?? -1
    over = ids["over"] ?? -1
    to = ids["to"] ?? -1
    with = ids["with"] ?? -1
    alongside = ids["alongside"] ?? -1
    together = ids["together"] ?? -1
    along = ids["along"] ?? -1
    part = ids["part"] ?? -1
    about = ids["about"] ?? -1
    next = ids["next"] ?? -1
    toward = ids["toward"] ?? -1
    towards = ids["towards"] ?? -1
    beside = ids["beside"] ?? -1
    counterpart = ids["counterpart"] ?? -1
  }
}
