import Linguistics
import Testing

@Suite("Constructions of news")
struct ConstructionTests {
  @Test("told X that S") func telling() throws {
    let text = try AnalyzedText("Motegi told reporters that Japan would sign the pact.")
    #expect(text.arc("sign") == "told ccomp")
    #expect(text.arc("reporters") == "told iobj")
    #expect(text.arc("that") == "sign mark")
    #expect(text.arc("Japan") == "sign nsubj")
  }

  @Test("amid") func amid() throws {
    let text = try AnalyzedText("Ghana made known its plans to scrap the pact amid disputes with Togo.")
    #expect(text.arc("amid") == "disputes case")
    #expect(text.arc("pact") == "scrap obj")
    #expect(text.part("amid") == "ADP")
  }

  @Test("a trailing speaker") func trailingSpeaker() throws {
    let text = try AnalyzedText("The ministers agreed to strengthen cooperation, the Pentagon said.")
    #expect(text.arc("said") == "ROOT root")
    #expect(text.arc("agreed") == "said ccomp")
    #expect(text.arc("Pentagon") == "said nsubj")
    #expect(text.arc("ministers") == "agreed nsubj")
  }

  @Test("a speaker and a day") func speakerAndDay() throws {
    let text = try AnalyzedText("The two sides agreed to meet again, officials said Friday.")
    #expect(text.arc("officials") == "said nsubj")
    #expect(text.arc("Friday") == "said obl:unmarked")
  }

  @Test("called the …") func naming() throws {
    let text = try AnalyzedText(
      "Washington has pressed Seoul to keep its pact with Tokyo, called the General Security Agreement.")
    #expect(text.arc("called") == "pact acl")
    #expect(text.morphology("called").contains(.passive))
  }

  @Test("a ruling that ordered") func relativeClause() throws {
    let text = try AnalyzedText(
      "The measure was seen as retaliation for a court ruling that ordered compensation for workers.")
    #expect(text.arc("ordered") == "ruling acl:relcl")
    #expect(text.arc("that") == "ordered nsubj")
    #expect(text.arc("court") == "ruling compound")
  }

  @Test("X, Y and Z at the end") func list() throws {
    let text = try AnalyzedText("The move would benefit North Korea, China and Russia.")
    #expect(text.arc("Korea") == "benefit obj")
    #expect(text.arc("China") == "Korea conj")
    #expect(text.arc("Russia") == "Korea conj")
  }

  @Test("a list of subjects") func subjects() throws {
    let text = try AnalyzedText("China, Russia and Iran condemned the strike.")
    #expect(text.arc("China") == "condemned nsubj")
    #expect(text.arc("Russia") == "China conj")
    #expect(text.arc("Iran") == "China conj")
  }

  @Test("quotations over two sentences") func quotations() throws {
    let text = try AnalyzedText("“The alliance is strong,” he said. “It will not be broken.”")
    #expect(text.fault == nil)
    #expect(text.arc("strong") == "said ccomp")
    #expect(text.arc("broken") == "ROOT root")
    #expect(text.morphology("broken").contains(.passive))
  }

  @Test("an appositive participle and an agent") func agent() throws {
    let text = try AnalyzedText("The deal, signed in 2016, was scrapped by Seoul.")
    #expect(text.arc("signed") == "deal acl")
    #expect(text.arc("deal") == "scrapped nsubj:pass")
    #expect(text.arc("Seoul") == "scrapped obl:agent")
  }

  @Test("words that no treebank has") func unlabelledWords() throws {
    let text = try AnalyzedText(
      "The ministers underscored the importance of bilateral ties and reiterated their support for Ukraine.")
    #expect(text.arc("underscored") == "ROOT root")
    #expect(text.arc("reiterated") == "underscored conj")
    #expect(text.arc("support") == "reiterated obj")
  }
}
