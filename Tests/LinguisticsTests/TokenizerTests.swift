import Linguistics
import Provenance
import Testing

/// The tokens of a text, parted by spaces.
func tokenized(_ text: String) -> String {
  let bytes = Array(text.utf8)
  return Tokenizer().spans(of: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined(separator: " ")
}

@Suite("Tokenizer")
struct TokenizerTests {
  @Test(
    "contractions and possessives",
    arguments: [
      ("They don't, won't and can't go.", "They do n't , wo n't and ca n't go ."),
      ("Japan's allies' fears", "Japan 's allies ' fears"),
      ("China’s and the neighbors’ claims", "China ’s and the neighbors ’ claims"),
      ("It’s what we’ve said, he’d say", "It ’s what we ’ve said , he ’d say"),
      ("We cannot accept it and are gonna say so", "We can not accept it and are gon na say so"),
      ("DON'T CANNOT JAPAN'S", "DO N'T CAN NOT JAPAN 'S"),
      ("Mr. O'Reilly at nine o'clock, the Shi'ite leader", "Mr. O'Reilly at nine o'clock , the Shi'ite leader"),
      ("the U.S.'s role and the U.S.’s", "the U.S. 's role and the U.S. ’s"),
      ("the 1960's and the '60s", "the 1960's and the '60s"),
      ("the G20's and G20’s aims", "the G20 's and G20 ’s aims"),
      ("couldn't've", "could n't 've"),
    ])
  func contractions(text: String, expected: String) { #expect(tokenized(text) == expected) }

  @Test(
    "hyphens, dashes and slashes",
    arguments: [
      ("an intelligence-sharing pact", "an intelligence - sharing pact"),
      ("Japan-U.S.-South Korea cooperation", "Japan - U.S. - South Korea cooperation"),
      ("the U.S.-led coalition", "the U.S. - led coalition"),
      (
        "non-nuclear, anti-American, mid-November, co-founder",
        "non-nuclear , anti-American , mid-November , co-founder"
      ),
      ("non-proliferation-related", "non-proliferation - related"),
      ("during 1910-45 and 2009–2016", "during 1910 - 45 and 2009 – 2016"),
      ("call 713-853-3989 or 345-9945", "call 713-853-3989 or 345-9945"),
      ("on 2019-11-12", "on 2019-11-12"),
      ("talks -- tense ones—ended", "talks -- tense ones — ended"),
      ("and/or the US/UK", "and / or the US / UK"),
      ("on 9/11 and 11/28/2000", "on 9/11 and 11/28/2000"),
      ("al-Qaeda, Kim Jong-un", "al - Qaeda , Kim Jong - un"),
    ])
  func hyphens(text: String, expected: String) { #expect(tokenized(text) == expected) }

  @Test(
    "figures, currencies and units",
    arguments: [
      ("$5m, €3.5bn and US$20,000", "$ 5 m , € 3.5 bn and US$ 20,000"),
      ("12:30 p.m. or 5pm today", "12:30 p.m. or 5 pm today"),
      ("rose 3.5% to 1,234,567", "rose 3.5 % to 1,234,567"),
      ("the 20th, 1990s and F-35s", "the 20th , 1990s and F - 35s"),
      ("No. 5 said No.", "No. 5 said No ."),
      ("300km away", "300 km away"),
      ("+44 20", "+44 20"),
      ("the P5+1 and the C5+1 talks", "the P5+1 and the C5+1 talks"),
    ])
  func figures(text: String, expected: String) { #expect(tokenized(text) == expected) }

  @Test(
    "abbreviations keep their stops",
    arguments: [
      ("U.S. Gen. Mark A. Milley", "U.S. Gen. Mark A. Milley"),
      ("S. Korea on Jan. 2, i.e. Friday", "S. Korea on Jan. 2 , i.e. Friday"),
      ("in Norfolk, Va., on Sept. 5", "in Norfolk , Va. , on Sept. 5"),
      ("Acme Corp. said", "Acme Corp. said"),
      ("trade, travel, etc. are open", "trade , travel , etc. are open"),
      ("She sat. He may. They march.", "She sat . He may . They march ."),
      ("Was it U.S.A?", "Was it U.S.A ?"),
      ("Sen. Roe (D-Conn.) left.", "Sen. Roe ( D - Conn. ) left ."),
      ("holds a Ph.D. from Yale, a Ph.D and an M.Phil", "holds a Ph.D. from Yale , a Ph.D and an M.Phil"),
    ])
  func abbreviations(text: String, expected: String) { #expect(tokenized(text) == expected) }

  @Test(
    "punctuation, quotation marks and addresses",
    arguments: [
      ("“Yes,” he said. \"No,\" she said.", "“ Yes , ” he said . \" No , \" she said ."),
      ("Wait... what?! Really…", "Wait ... what ?! Really …"),
      ("(AP) [sic] ***", "( AP ) [ sic ] ***"),
      ("see https://www.state.gov/a-b_c?x=1, or", "see https://www.state.gov/a-b_c?x=1 , or"),
      ("(http://x.org/a_(b)).", "( http://x.org/a_(b) ) ."),
      ("mail press.office@state.gov.", "mail press.office@state.gov ."),
      ("visit state.gov and defense.gov/news.", "visit state.gov and defense.gov/news ."),
      ("agreement.From", "agreement . From"),
      ("nice :) thanks", "nice :) thanks"),
      ("AT&T and R&D, bread & butter", "AT&T and R&D , bread & butter"),
    ])
  func marks(text: String, expected: String) { #expect(tokenized(text) == expected) }

  @Test(
    "characters beyond ASCII",
    arguments: [
      ("Türkiye, Niinistö\u{A0}and Erdoğan", "Türkiye , Niinistö and Erdoğan"),
      ("co\u{AD}operation", "co\u{AD}operation"),
      ("한국은 북한과 회담했다.", "한국은 북한과 회담했다 ."),
      ("שלום, עולם", "שלום , עולם"),
      ("good👍 news", "good 👍 news"),
      ("a\u{0}b\u{200B}c", "a b c"),
      ("\u{FEFF}Text", "Text"),
    ])
  func beyondASCII(text: String, expected: String) { #expect(tokenized(text) == expected) }

  @Test("nothing gives no tokens")
  func empty() {
    #expect(Tokenizer().spans(of: []).isEmpty)
    #expect(Tokenizer().spans(of: Array(" \n\t\u{A0} ".utf8)).isEmpty)
  }
}
