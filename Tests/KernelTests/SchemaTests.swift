import Kernel
import Samples
import Testing
import Wording

@Suite struct SchemaTests {
  @Test func jsonIsCanonical() {
    #expect(
      String(decoding: Buoy.schema.json(Buoy.sample(2)), as: UTF8.self) == #"""
        {"id":"buoy-2","name":{"original":"fr","ar":"عوامة 2","zh":"浮标2","en":"Buoy, \"no. 2\"","fr":"Bouée « n° 2 »"},\#
        "country":"JP","note":"two\nlines edit 0","depth":2,"drift":-2.7142857142857144,"is_lit":true,\#
        "anchored":"2009-03-03","built":"2005-06-07","service":{"since":"2010","until":null},"value":null,\#
        "reading":{"value":2.5,"low":1,"high":null,"unit":"kg/a","qualifier":"more-than","as_of":"2010-09",\#
        "source":"A44","verification":"inferred"},"topics":["coal"],"mother":null,"keeper":"keeper 2",\#
        "provenance":{"qualifier":"about","source":["A6d","unep-pag-2"],"verification":"partly-verified"},"state":"sunk"}
        """#)
  }

  @Test(arguments: 0..<200) func jsonRoundTrip(n: Int) throws {
    let buoy = Buoy.sample(n)
    #expect(try JSONReader.read(Buoy.schema.json(buoy)) { try Buoy(json: &$0) } == buoy)
  }

  @Test(arguments: 0..<100) func cellsRoundTrip(n: Int) throws {
    let buoy = Buoy.sample(n)
    let cells = Cells(headings: Buoy.schema.headings(), cells: Buoy.schema.cells(buoy))
    #expect(try Buoy.schema.whole(from: cells) == buoy)
  }

  @Test func aPeriodCalledPeriodAndAProvenanceNeedNoPrefix() {
    #expect(Period.cellNames("period") == ["since", "until"])
    #expect(Period.cellNames("service") == ["service_since", "service_until"])
    #expect(Provenance.cellNames("provenance") == ["qualifier", "source", "verification"])
  }

  @Test func thePublicGetsNoRestrictedField() {
    var json = JSONWriter()
    Buoy.schema.write(Buoy.sample(1), to: &json, for: .anyone)
    #expect(!json.text.contains("keeper"))
    #expect(!Buoy.schema.headings(for: .anyone).contains("keeper"))
    #expect(!Buoy.schema.cells(Buoy.sample(1), for: .anyone).contains("keeper 1"))
    #expect(Buoy.schema.cells(Buoy.sample(1)).contains("keeper 1"))
    var shape = JSONWriter()
    Buoy.schema.publicShape.writeJSONSchema(to: &shape)
    #expect(!shape.text.contains("keeper"))
    #expect(shape.text.contains(#""depth":{"type":"integer"}"#))
  }

  @Test func anyOrderAndAbsentFieldsAreRead() throws {
    let json = #"{ "until": "2011-01-02", "since" : "2010-06-07" }"#
    #expect(
      try JSONReader.read(Array(json.utf8)) { try Period(json: &$0) }
        == Period(since: When(2010, 6, 7), until: When(2011, 1, 2)))
    #expect(
      try JSONReader.read(Array(#"{"since":"2010"}"#.utf8)) { try Period(json: &$0) }
        == Period(since: When(2010)))
  }

  @Test(arguments: [
    (#"{"minor":1,"kind":"cash"}"#, "currency: is missing"),
    (#"{"minor":1,"currency":"USD","kind":"barter"}"#, "kind: “barter” is not one of cash, in-kind"),
    (#"{"minor":1,"currency":"USD","kind":"cash","sum":1}"#, "there is no field “sum”"),
    (#"{"minor":1,"minor":1,"currency":"USD","kind":"cash"}"#, "a field is named twice"),
    (
      #"{"minor":99999999999999999999,"currency":"USD","kind":"cash"}"#,
      "minor: expected a number of at most 63 bits at byte 27"
    ),
    (#"{"minor":1.5,"currency":"USD","kind":"cash"}"#, "minor: expected a whole number at byte 10"),
    (
      #"{"minor":1,"currency":"USD","kind":"cash","rate_day":"2010-02-30"}"#,
      "rate_day: expected a day such as 2010-06-07"
    ),
    (#"{"minor""#, "expected : at byte 8"),
    ("", "expected { at byte 0"),
  ])
  func badJSONIsRefusedInASentence(json: String, sentence: String) {
    let refusal = #expect(throws: Refusal.self) {
      try JSONReader.read(Array(json.utf8)) { try Money(json: &$0) }
    }
    #expect(refusal?.description == sentence)
  }

  @Test func rulesRefuse() {
    var bad = Buoy.sample(3)
    bad.id = Buoy.ID("No Word")
    bad.note = ""
    bad.depth = -1
    #expect(
      bad.refusals.map(\.description) == [
        "id: an id is a word of at most 120 small letters, digits, dashes, dots and underscores",
        "note: must not be empty", "depth: expected 0 to 11000",
      ])
  }

  /// What a value is made of has rules too: a code of no currency, a figure without its source.
  @Test func rulesOfAPartRefuse() {
    var bad = Buoy.sample(1)
    bad.value = Money(minor: 1, currency: "us dollars")
    #expect(
      bad.refusals.map(\.description) == [
        "value.currency: “us dollars” is no currency; expected a code of ISO 4217 such as USD"
      ]
    )
    bad.value = Money(minor: 1, currency: "US1")
    #expect(bad.refusals.map(\.field) == ["value.currency"])
    bad.value = Money(minor: 1, currency: "USD")
    bad.reading = Figure(value: 1, unit: "", source: "")
    #expect(
      bad.refusals.map(\.description) == [
        "reading.unit: must not be empty", "reading.source: must not be empty",
      ])
  }

  /// A sign beyond the first plane stands in JSON as two units.
  @Test func aSignOfTwoUnitsIsRead() throws {
    let read = try JSONReader.read(Array(#""a \ud83d\ude00 b""#.utf8)) { try $0.string() }
    #expect(read == "a 😀 b")
  }

  @Test func theJSONSchemaNamesWhatMustBeThere() {
    var json = JSONWriter()
    Money.shape.writeJSONSchema(to: &json)
    #expect(json.text.hasSuffix(#","required":["minor","currency","kind"]}"#), "\(json.text)")
  }
}
