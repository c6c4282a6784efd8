/// Classes of words that rules of the coder ask for, as bits by word id: one look at an array for each question.
struct RuleWords: OptionSet, Sendable {
  let rawValue: UInt128

  /// Verbs with a hearer as object: "told Y", "assured Y".
  static let addressing = RuleWords(rawValue: 1 << 0)
  /// Verbs that name who takes part: "included", "brought together".
  static let gathering = RuleWords(rawValue: 1 << 1)
  /// Nouns for those who take part.
  static let participants = RuleWords(rawValue: 1 << 2)
  /// Verbs with an object and what it is called.
  static let naming = RuleWords(rawValue: 1 << 3)
  /// Verbs whose infinitive was not done, to the blame of the subject.
  static let shortcomings = RuleWords(rawValue: 1 << 4)
  /// Verbs that say anew what holds.
  static let affirming = RuleWords(rawValue: 1 << 5)
  /// Nouns for what one would do or have: "attempt", "bid", "proposal".
  static let attempts = RuleWords(rawValue: 1 << 6)

  /// Verbs of one person receiving or greeting another.
  static let greeting = RuleWords(rawValue: 1 << 7)
  /// Nouns for what binds a party to an agreement: "accession to", "obligations under".
  static let binding = RuleWords(rawValue: 1 << 8)

  /// Verbs of those who make others talk.
  static let hosting = RuleWords(rawValue: 1 << 9)

  /// Nouns for what one has promised.
  static let promises = RuleWords(rawValue: 1 << 10)

  /// Verbs that bring an agreement about.
  static let striking = RuleWords(rawValue: 1 << 11)

  /// Nouns that are hard words for whoever is called so.
  static let labels = RuleWords(rawValue: 1 << 12)
  /// Nouns for what several say with one voice where it is "joint".
  static let utterances = RuleWords(rawValue: 1 << 13)

  /// Verbs of getting something from somebody, and what is given so.
  static let getting = RuleWords(rawValue: 1 << 14)
  static let goods = RuleWords(rawValue: 1 << 15)

  /// Verbs of charging the subject of their clause with what it tells.
  static let complaining = RuleWords(rawValue: 1 << 16)
  /// Nouns that take up what a clause has told, to have it judged: "a step that X condemned".
  static let resumptive = RuleWords(rawValue: 1 << 17)
  /// Nouns that take up what somebody has said: "a charge X rejected".
  static let charges = RuleWords(rawValue: 1 << 18)
  /// Nouns that with "in" and "with" tell of acting together: "in consultation with X".
  static let company = RuleWords(rawValue: 1 << 19)
  /// Adjectives of what each does for itself.
  static let separating = RuleWords(rawValue: 1 << 20)
  /// Offices that are held "to" somebody: "secretary to the prime minister".
  static let attached = RuleWords(rawValue: 1 << 21)
  /// Nouns for what one shows in the service of others, which praises whoever shows it.
  static let merits = RuleWords(rawValue: 1 << 22)
  /// Verbs of showing and playing such.
  static let showing = RuleWords(rawValue: 1 << 23)
  /// Verbs that follow on the summons of somebody: what the subject does, and not the object.
  static let calling = RuleWords(rawValue: 1 << 24)
  /// Nouns for toil that several share: "the work of X and Y".
  static let toil = RuleWords(rawValue: 1 << 25)

  /// Verbs of telling somebody what to beware of.
  static let warning = RuleWords(rawValue: 1 << 26)
  /// Nouns for how much or many of what follows under "of": "a new round of sanctions".
  static let quantities = RuleWords(rawValue: 1 << 27)
  /// Nouns for whoever does what another bids: "a puppet of X" is a word against X as well.
  static let minions = RuleWords(rawValue: 1 << 28)
  /// Verbs of bringing about what others say or feel: "drew condemnation from X".
  static let drawing = RuleWords(rawValue: 1 << 29)
  /// Nouns for belonging to a body, and verbs of wishing for it.
  static let belonging = RuleWords(rawValue: 1 << 30)
  static let aspiring = RuleWords(rawValue: 1 << 31)
  /// Verbs of giving an answer to what somebody does.
  static let answering = RuleWords(rawValue: 1 << 32)
  /// Verbs of becoming or being something: "has become a threat", "poses a danger".
  static let becoming = RuleWords(rawValue: 1 << 33)
  /// Nouns and verbs that tell that somebody gives up, to turn to another: "dropped X for Y".
  static let swapping = RuleWords(rawValue: 1 << 34)

  /// Verbs of becoming a member.
  static let joining = RuleWords(rawValue: 1 << 35)

  /// Nouns for what only those do of whom one thinks ill.
  static let misdeeds = RuleWords(rawValue: 1 << 36)
  /// Verbs of setting oneself against a deed, and nouns that with "in" tell of it: "in response to".
  static let countering = RuleWords(rawValue: 1 << 37)
  static let answers = RuleWords(rawValue: 1 << 38)
  /// Verbs of giving and of refusing what is "for" somebody.
  static let granting = RuleWords(rawValue: 1 << 39)
  static let withholding = RuleWords(rawValue: 1 << 40)
  /// Nouns for guilt that lies with somebody.
  static let blame = RuleWords(rawValue: 1 << 41)
  /// Nouns for whoever is for or against another, who need not be so in return.
  static let partisans = RuleWords(rawValue: 1 << 42)
  /// Nouns for what a public is subjected to at home: "condemned the elections in X".
  static let domestic = RuleWords(rawValue: 1 << 43)
  /// Verbs of fighting, which one may do in defense.
  static let fighting = RuleWords(rawValue: 1 << 44)

  /// Verbs of charging somebody with what he may not have done.
  static let charging = RuleWords(rawValue: 1 << 45)

  /// Verbs of doing somebody a service.
  static let serving = RuleWords(rawValue: 1 << 46)

  /// Verbs that nobody uses of what he thinks well of, whatever their object: "X keeps stoking division".
  static let reproaches = RuleWords(rawValue: 1 << 47)
  /// Nouns for what one is reproached with not having: "has no right to".
  static let standing = RuleWords(rawValue: 1 << 48)
  /// Nouns for those who rule a country.
  static let regimes = RuleWords(rawValue: 1 << 49)
  /// Nouns for a share in an agreement or a body: "suspended its participation in".
  static let shares = RuleWords(rawValue: 1 << 50)
  /// Nouns that take up what somebody has done without saying who: "condemned the move".
  static let deeds = RuleWords(rawValue: 1 << 51)

  /// Nouns that with "against" tell of being against, and verbs of turning something against somebody.
  static let opposing = RuleWords(rawValue: 1 << 52)
  static let turning = RuleWords(rawValue: 1 << 53)

  /// Nouns that with "in" tell of breaking or keeping an agreement.
  static let breaches = RuleWords(rawValue: 1 << 54)
  static let conformity = RuleWords(rawValue: 1 << 55)
  /// Nouns for a case of what follows under "of": "an act of aggression".
  static let instances = RuleWords(rawValue: 1 << 56)

  /// Prepositions that a word of judging or aiming takes for whom it means.
  static let aiming = RuleWords(rawValue: 1 << 57)
  /// Nouns for the good of a state.
  static let welfare = RuleWords(rawValue: 1 << 58)
  /// Verbs whose participle tells how its subject is minded: "is opposed to".
  static let dispositions = RuleWords(rawValue: 1 << 59)

  /// Adverbs that belong to a verb: "rules out".
  static let particles = RuleWords(rawValue: 1 << 60)
  /// Nouns for what others feel at a deed: "to the dismay of".
  static let feelings = RuleWords(rawValue: 1 << 61)
  /// Verbs of letting somebody do something.
  static let permitting = RuleWords(rawValue: 1 << 62)
  /// Verbs of telling what one will do to somebody's harm.
  static let threatening = RuleWords(rawValue: 1 << 63)

  /// Nouns for what is written or said by whoever issues it: "passed a resolution condemning X".
  static let documents = RuleWords(rawValue: 1 << 64)
  /// Verbs whose participle tells whose something is: "charities run by X", "missiles fired by X".
  static let wielding = RuleWords(rawValue: 1 << 65)
  /// Verbs whose participle tells who has ground in his hands: "an X-held town".
  static let holding = RuleWords(rawValue: 1 << 66)
  /// Nouns for those who serve a state and for where they do: "an army base in X".
  static let posts = RuleWords(rawValue: 1 << 67)
  /// Verbs of sending somebody out of a country.
  static let ousting = RuleWords(rawValue: 1 << 68)
  /// Verbs of issuing what is written or said.
  static let issuing = RuleWords(rawValue: 1 << 70)
  /// Nouns for those who fight against the state in whose land they are.
  static let insurgents = RuleWords(rawValue: 1 << 71)
  /// Nouns for bodies and officers of a state that name none: "police in X".
  static let organs = RuleWords(rawValue: 1 << 72)
  /// Nouns for what has a country for its topic where somebody owns it: "X's Cuba policy".
  static let topical = RuleWords(rawValue: 1 << 73)
  /// Words for what a force is sent for that fights nobody.
  static let peacekeeping = RuleWords(rawValue: 1 << 74)
  /// Verbs of making known what holds from now on: "declared a ceasefire with X".
  static let proclaiming = RuleWords(rawValue: 1 << 75)
  /// Words of being held to an agreement.
  static let bound = RuleWords(rawValue: 1 << 76)
  /// Verbs and nouns of being on somebody's side: "fighters loyal to X".
  static let loyal = RuleWords(rawValue: 1 << 69)
}
