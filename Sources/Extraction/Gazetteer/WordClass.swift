/// What a word may be to the rules, as a set of bits. A word may belong to several classes: "May", "chairman".
///
/// The words of each class are data: `word_classes.tsv`, whose first column holds these names.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }

  static let abstractRelation = WordClass(rawValue: 1 << 0)
  static let actorVerb = WordClass(rawValue: 1 << 1)
  static let agreementVerb = WordClass(rawValue: 1 << 2)
  static let article = WordClass(rawValue: 1 << 3)
  static let beVerb = WordClass(rawValue: 1 << 4)
  static let between = WordClass(rawValue: 1 << 5)
  static let buildingCity = WordClass(rawValue: 1 << 6)
  static let capitalWord = WordClass(rawValue: 1 << 7)
  static let conjunction = WordClass(rawValue: 1 << 8)
  static let countryNoun = WordClass(rawValue: 1 << 9)
  static let countryNounPlural = WordClass(rawValue: 1 << 10)
  static let definite = WordClass(rawValue: 1 << 11)
  static let demonstrative = WordClass(rawValue: 1 << 12)
  static let determiner = WordClass(rawValue: 1 << 13)
  static let femaleWord = WordClass(rawValue: 1 << 14)
  static let functionWord = WordClass(rawValue: 1 << 15)
  static let groupPerson = WordClass(rawValue: 1 << 16)
  static let indefinite = WordClass(rawValue: 1 << 17)
  static let journalismNoun = WordClass(rawValue: 1 << 18)
  static let locative = WordClass(rawValue: 1 << 19)
  static let locativeWeak = WordClass(rawValue: 1 << 20)
  static let maleWord = WordClass(rawValue: 1 << 21)
  static let modifierCommon = WordClass(rawValue: 1 << 22)
  static let month = WordClass(rawValue: 1 << 23)
  static let motionWord = WordClass(rawValue: 1 << 24)
  static let nameParticle = WordClass(rawValue: 1 << 25)
  static let nameSuffix = WordClass(rawValue: 1 << 26)
  static let numberWord = WordClass(rawValue: 1 << 27)
  static let ordinalWord = WordClass(rawValue: 1 << 28)
  static let organizationNoun = WordClass(rawValue: 1 << 29)
  static let peopleNoun = WordClass(rawValue: 1 << 30)
  static let peopleNounActor = WordClass(rawValue: 1 << 31)
  static let personVerb = WordClass(rawValue: 1 << 32)
  static let placeNoun = WordClass(rawValue: 1 << 33)
  static let possessivePronoun = WordClass(rawValue: 1 << 34)
  static let preposition = WordClass(rawValue: 1 << 35)
  static let pronounFirstPlural = WordClass(rawValue: 1 << 36)
  static let pronounFirstSingular = WordClass(rawValue: 1 << 37)
  static let pronounHe = WordClass(rawValue: 1 << 38)
  static let pronounIt = WordClass(rawValue: 1 << 39)
  static let pronounShe = WordClass(rawValue: 1 << 40)
  static let pronounThey = WordClass(rawValue: 1 << 41)
  static let quoteVerb = WordClass(rawValue: 1 << 42)
  static let relativeDay = WordClass(rawValue: 1 << 43)
  static let signingVerb = WordClass(rawValue: 1 << 44)
  static let subordinate = WordClass(rawValue: 1 << 45)
  static let topicBorder = WordClass(rawValue: 1 << 46)
  static let topicEnergy = WordClass(rawValue: 1 << 47)
  static let topicMilitary = WordClass(rawValue: 1 << 48)
  static let topicNuclear = WordClass(rawValue: 1 << 49)
  static let topicPeace = WordClass(rawValue: 1 << 50)
  static let topicPeople = WordClass(rawValue: 1 << 51)
  static let topicTrade = WordClass(rawValue: 1 << 52)
  static let weekday = WordClass(rawValue: 1 << 53)

  // From other tables.
  static let givenName = WordClass(rawValue: 1 << 54)
  static let femaleName = WordClass(rawValue: 1 << 55)
  static let maleName = WordClass(rawValue: 1 << 56)
  static let titleModifier = WordClass(rawValue: 1 << 57)
  static let familyFirst = WordClass(rawValue: 1 << 58)
  /// A given name that is a common word too.
  static let nameAndWord = WordClass(rawValue: 1 << 59)
  /// A noun that may stand for a body by what kind it is: "the ministry".
  static let bodyNoun = WordClass(rawValue: 1 << 60)

  /// A noun that tells what kind of body a name beside it is: "airline", "militia".
  static let kindNoun = WordClass(rawValue: 1 << 61)
  /// A word for a trade that ends the names of companies: "Airlines", "Pharma".
  static let tradeNoun = WordClass(rawValue: 1 << 62)

  static let pronoun: WordClass = [
    .pronounFirstPlural, .pronounFirstSingular, .pronounHe, .pronounIt, .pronounShe, .pronounThey,
  ]

  /// Words of the common language that in capitals look like acronyms.
  static let ordinary: WordClass = [
    .pronounFirstPlural, .pronounFirstSingular, .pronounHe, .pronounIt, .pronounShe, .pronounThey, .preposition,
    .subordinate, .functionWord, .beVerb, .conjunction, .demonstrative, .article,
  ]

  /// Words that end a name.
  static let notInName: WordClass = [
    .preposition, .subordinate, .beVerb, .conjunction, .demonstrative, .article, .pronounFirstPlural,
    .pronounFirstSingular, .pronounHe, .pronounIt, .pronounShe, .pronounThey, .month, .weekday, .determiner,
  ]

  /// The classes by the names that the table gives them; `rule_word` only makes words known.
  static let named: [(name: StaticString, value: WordClass)] = [
    ("abstract_relation", .abstractRelation),
    ("actor_verb", .actorVerb),
    ("agreement_verb", .agreementVerb),
    ("article", .article),
    ("be_verb", .beVerb),
    ("between", .between),
    ("body_noun", .bodyNoun),
    ("building_city", .buildingCity),
    ("capital_word", .capitalWord),
    ("conjunction", .conjunction),
    ("country_noun", .countryNoun),
    ("country_noun_plural", .countryNounPlural),
    ("definite", .definite),
    ("demonstrative", .demonstrative),
    ("determiner", .determiner),
    ("female_word", .femaleWord),
    ("function_word", .functionWord),
    ("group_person", .groupPerson),
    ("indefinite", .indefinite),
    ("journalism_noun", .journalismNoun),
    ("kind_noun", .kindNoun),
    ("locative", .locative),
    ("locative_weak", .locativeWeak),
    ("male_word", .maleWord),
    ("modifier_common", .modifierCommon),
    ("month", .month),
    ("motion_word", .motionWord),
    ("name_particle", .nameParticle),
    ("name_suffix", .nameSuffix),
    ("number_word", .numberWord),
    ("ordinal_word", .ordinalWord),
    ("organization_noun", .organizationNoun),
    ("people_noun", .peopleNoun),
    ("people_noun_actor", .peopleNounActor),
    ("person_verb", .personVerb),
    ("place_noun", .placeNoun),
    ("possessive_pronoun", .possessivePronoun),
    ("preposition", .preposition),
    ("pronoun_first_plural", .pronounFirstPlural),
    ("pronoun_first_singular", .pronounFirstSingular),
    ("pronoun_he", .pronounHe),
    ("pronoun_it", .pronounIt),
    ("pronoun_she", .pronounShe),
    ("pronoun_they", .pronounThey),
    ("quote_verb", .quoteVerb),
    ("relative_day", .relativeDay),
    ("signing_verb", .signingVerb),
    ("subordinate", .subordinate),
    ("topic_border", .topicBorder),
    ("topic_energy", .topicEnergy),
    ("topic_military", .topicMilitary),
    ("topic_nuclear", .topicNuclear),
    ("topic_peace", .topicPeace),
    ("topic_people", .topicPeople),
    ("topic_trade", .topicTrade),
    ("trade_noun", .tradeNoun),
    ("weekday", .weekday),
  ]
}
