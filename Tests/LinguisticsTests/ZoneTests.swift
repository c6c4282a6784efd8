import Linguistics
import Provenance
import Testing

/// Kind and text of each zone, white space at its ends left out.
private func zones(_ text: String, title: String? = nil) -> [String] {
  let document = document(text, title: title)
  return document.zones.map { zone in
    let sentences = document.sentences.filter { zone.span.contains($0.span) }
    let span = Span(Int(sentences[0].span.start), Int(sentences[sentences.count - 1].span.end))
    return "\(zone.kind): \(document.text(span))"
  }
}

@Suite("Zones of a news text")
struct ZoneTests {
  @Test("a page with a mail form, headline, byline, dateline, credit")
  func page() {
    let text = """
      From
      Send to

      Tokyo, Seoul agree to keep S. Korea talks alive

      Nov. 21, 2019 - 10:02 By Yonhap

      SEOUL -- The two sides met on Thursday.


      (Yonhap)

      They will meet again, officials said. (Yonhap)
      """
    #expect(
      zones(text) == [
        "boilerplate: From\nSend to", "headline: Tokyo, Seoul agree to keep S. Korea talks alive",
        "byline: Nov. 21, 2019 - 10:02 By Yonhap", "dateline: SEOUL --", "body: The two sides met on Thursday.",
        "boilerplate: (Yonhap)", "body: They will meet again, officials said.", "boilerplate: (Yonhap)",
      ])
  }

  @Test("a headline twice, an agency, a caption inside a paragraph")
  func repeated() {
    let text = """
      Ministers say pact remains vital

      Ministers say pact remains vital

      The Associated Press

      The ministers met in Tokyo. (Pictured: The ministers, left and right, on May 2, 2019. They shook hands.)

      They plan more talks.
      """
    #expect(
      zones(text) == [
        "headline: Ministers say pact remains vital", "repeatedHeadline: Ministers say pact remains vital",
        "byline: The Associated Press", "body: The ministers met in Tokyo.",
        "caption: (Pictured: The ministers, left and right, on May 2, 2019. They shook hands.)",
        "body: They plan more talks.",
      ])
  }

  @Test("a second text behind a mail form, glued to the last sentence of the first")
  func glued() {
    let text = """
      Talks fail

      The ministers left without an agreement.From
      Send to

      Talks resume

      By Jane Doe

      TOKYO (AP) — The ministers met again.
      """
    #expect(
      zones(text) == [
        "headline: Talks fail", "body: The ministers left without an agreement.", "boilerplate: From\nSend to",
        "headline: Talks resume", "byline: By Jane Doe", "dateline: TOKYO (AP) —", "body: The ministers met again.",
      ])
  }

  @Test(
    "datelines",
    arguments: [
      ("WASHINGTON -- The talks failed.", "WASHINGTON --"),
      ("SEOUL, Jan. 2 (Yonhap) -- South Korea agreed.", "SEOUL, Jan. 2 (Yonhap) --"),
      ("BRUSSELS (Reuters) - NATO agreed.", "BRUSSELS (Reuters) -"),
      ("LONDON — Britain agreed.", "LONDON —"),
      ("NEW DELHI, Nov. 5 (Xinhua) -- India agreed.", "NEW DELHI, Nov. 5 (Xinhua) --"),
      ("UNITED NATIONS, New York (AP) _ The council met.", "UNITED NATIONS, New York (AP) _"),
      ("WASHINGTON/SEOUL, March 3 (Reuters) - Both agreed.", "WASHINGTON/SEOUL, March 3 (Reuters) -"),
      ("Washington, March 3 - The talks failed.", "Washington, March 3 -"),
      ("MOSCOW, May 5. /TASS/. Russia agreed.", "MOSCOW, May 5. /TASS/."),
      ("March 3 (Reuters) - Both agreed.", "March 3 (Reuters) -"),
      ("ISLAMABAD: Pakistan agreed.", "ISLAMABAD:"),
      ("(CNN) The two sides agreed.", "(CNN)"),
      ("TOKYO (Kyodo) The two sides agreed.", "TOKYO (Kyodo)"),
      ("Pyongyang, January 2 (KCNA) -- The two sides agreed.", "Pyongyang, January 2 (KCNA) --"),
      ("WASHINGTON, MARCH 3 - THE U.S. AND JAPAN MET.", "WASHINGTON, MARCH 3 -"),
    ])
  func datelines(text: String, dateline: String) {
    let document = document(text)
    #expect(document.zones.map(\.kind) == [.dateline, .body])
    #expect(document.text(document.sentences[0].span) == dateline)
  }

  @Test(
    "no datelines",
    arguments: [
      "NATO - the alliance of 31 states - met on Monday.", "THE PRESIDENT: Good morning.",
      "U.S.-Japan ties are strong.",
      "On Jan. 2 (a Monday) - a holiday - they met.", "The pact, signed in Tokyo -- in 2016 -- lapsed.",
      "Sen. Tim Scott (R-SC): We agreed.", "PRESIDENT REAGAN - IN A SPEECH - SAID SO.",
    ])
  func noDatelines(text: String) {
    #expect(document(text).zones.map(\.kind) == [.body])
  }

  @Test(
    "boilerplate after the body",
    arguments: [
      "###", "# # #", "(END)", "-----", "Copyright 2019 The Agency", "© 2019 Agency. All rights reserved.",
      "(Reporting by Jane Doe; Editing by John Roe)", "Reuter", "-0-", "Enditem", "___", "3 MIN READ",
      "jane.doe@agency.org",
    ])
  func trailers(line: String) {
    let document = document("The talks failed.\n\n\(line)\n")
    #expect(document.zones.map(\.kind) == [.body, .boilerplate])
  }

  @Test(
    "bylines under a headline",
    arguments: [
      "Ned Roe, Department Spokesperson", "Office of the Spokesperson", "By Jane Doe and John Roe",
      "Yonhap News Agency",
      "November 19, 2019", "19 November 2019", "2019-11-19", "Published: Nov. 19, 2019", "1:45 P.M. PDT",
    ])
  func bylines(line: String) {
    let document = document("Allies hold talks on security\n\n\(line)\n\nThe talks were held in Tokyo.")
    #expect(document.zones.map(\.kind) == [.headline, .byline, .body])
  }

  @Test("a title in the record names the headline; a text without one has none")
  func titles() {
    let text = "Statement on the Pact\n\nThe pact holds."
    #expect(document(text, title: "Statement on the Pact").zones.map(\.kind) == [.headline, .body])
    #expect(document("The pact holds.", title: "Statement on the Pact").zones.map(\.kind) == [.body])
    #expect(document("The pact holds.").zones.map(\.kind) == [.body])
    #expect(document("").zones.isEmpty)
    #expect(document("Statement  on the Pact\n\nThe pact holds.").metadata.title == "Statement on the Pact")
    #expect(document(text, title: "Another").metadata.title == "Another")
    #expect(document("The pact holds.").metadata.title == nil)
  }

  @Test("a sentence never spans two zones")
  func sentencesInZones() {
    let document = document("SEOUL, Jan. 2 (Yonhap) -- The talks failed. (Yonhap)")
    for sentence in document.sentences {
      #expect(document.zones.contains { $0.kind == sentence.zone && $0.span.contains(sentence.span) })
    }
    #expect(document.sentences.count == 3)
  }
}

@Suite("Publication date")
struct PublicationDateTests {
  @Test(
    "from the text",
    arguments: [
      ("Talks held\n\nNov. 19, 2019 - 08:54 By Yonhap\n\nThe talks were held.", "2019-11-19"),
      ("Talks held\n\n19-NOV-2019\n\nThe talks were held.", "2019-11-19"),
      ("Talks held\n\n19 November 2019\n\nThe talks were held.", "2019-11-19"),
      ("Talks held\n\n2019-11-19 10:30 KST\n\nThe talks were held.", "2019-11-19"),
      ("Talks held\n\nUpdated: 19/11/2019\n\nThe talks were held.", "2019-11-19"),
      ("Talks held\n\nBy Jane Doe, November 19th, 2019\n\nThe talks were held.", "2019-11-19"),
      ("SEOUL, Jan. 2, 2020 (Yonhap) -- The talks were held.", "2020-01-02"),
      ("SEOUL, Jan. 2 (Yonhap) -- The talks were held.\n\nCopyright 2020 Agency", "2020-01-02"),
      ("The agreement holds.\n\nJane Doe.\n\nJuly 11, 2022.", "2022-07-11"),
    ])
  func found(text: String, date: String) {
    #expect(document(text).metadata.date?.description == date)
  }

  @Test(
    "no date is guessed",
    arguments: [
      "SEOUL, Jan. 2 (Yonhap) -- The talks were held.", "The pact was signed on Nov. 23, 2016, in Seoul.",
      "Talks held\n\nUpdated: 05/06/2019\n\nThe talks were held.",
      "Talks held\n\nFeb. 30, 2019\n\nThe talks were held.",
    ])
  func notFound(text: String) { #expect(document(text).metadata.date == nil) }

  @Test("the record's date stands")
  func given() {
    let metadata = DocumentMetadata(id: "a", date: CalendarDate(year: 2018))
    let text = "Talks held\n\n2019-11-19\n\nThe talks were held."
    let document = DocumentBuilder().document(from: SourceText(metadata: metadata, text: text))
    #expect(document.metadata.date == CalendarDate(year: 2018))
  }
}
