import Foundation
import Kernel
import Testing

/// JSON as RFC 8259 has it and nothing else. The inputs are ours, one or more for each class that a well-known collection of
/// such tests tells apart: numbers, texts, structures, encodings.
@Suite struct StrictJSONTests {
  private static func isRead(_ bytes: [UInt8]) -> Bool {
    (try? JSONReader.read(bytes) { _ = try $0.skip() }) != nil
  }
  private static func isRead(_ text: String) -> Bool { isRead(Array(text.utf8)) }

  @Test(arguments: [
    "+1", "01", "-01", "00", ".5", "-.5", "1.", "1.e5", "1e", "1e+", "1E-", "0e", "--1", "-", "1_000",
    "1,000",
    "0x1F", "1a", "Infinity", "-Infinity", "NaN", "nan", "1e999", "-1e999", "1 000", "\u{FF11}", "1.2.3",
  ])
  func whatIsNoNumberIsRefused(text: String) {
    #expect(!Self.isRead(text))
    #expect(!Self.isRead("[\(text)]"))
    #expect((try? Double(cell: text)) == nil || text == "1,000" || text == "1 000")
  }

  @Test(arguments: [
    "0", "-0", "1", "-1", "10", "1.5", "-1.50", "1e5", "1E5", "1e+5", "1e-5", "0.0", "0e0",
    "123456789012345678",
    "1.7976931348623157e308", "[1,2]", " 1 ", "\t[\r\n1 ]\n",
  ])
  func numbersAreRead(text: String) { #expect(Self.isRead(text)) }

  @Test(arguments: [
    #""a"#, #"a""#, "'a'", "\"\t\"", "\"\n\"", "\"\u{0}\"", #""\x41""#, #""\'""#, #""\u12""#, #""\u123g""#,
    #""\u""#,
    #""\""#, #""\a""#, #""\U0041""#, "\"\\\u{E9}\"",
  ])
  func whatIsNoTextIsRefused(text: String) {
    #expect(!Self.isRead(text))
    #expect(!Self.isRead("{\(text):1}"))
  }

  @Test(arguments: [
    "", " ", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1;2]", "{", "{}}", "{1:2}", #"{"a"}"#,
    #"{"a":}"#, #"{"a":1,}"#,
    #"{,"a":1}"#, #"{"a" 1}"#, #"{"a"::1}"#, #"{a:1}"#, "[]]", "[][]", "1 1", "nul", "tru", "True", "NULL",
    "// a\n1", "/* a */1",
    "[1]//", "\u{FEFF}1", "[\u{A0}1]", "[\u{2028}1]", "[\u{B}1]", "[\u{C}1]", #"["a",\n"b"]"#,
  ])
  func whatIsNoStructureIsRefused(text: String) { #expect(!Self.isRead(text)) }

  @Test(arguments: [
    "[]", "{}", "[[[]]]", #"{"a":{"b":[null,true,false,"c"]}}"#, #"{"":0}"#, #"{"a":1,"a":2}"#,
    #""\"\\\/\b\f\n\r\t""#,
    #""\u00e9\ud834\udd1e""#, "\"é𝄞\u{7F}\"", #"["\u0000"]"#, "\"\u{2028}\"",
  ])
  func whatIsJSONIsRead(text: String) { #expect(Self.isRead(text)) }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE9], [0x81],
      [0xC3],
      [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func bytesThatAreNoUTF8AreRefused(bytes: [UInt8]) {
    #expect(!Self.isRead([0x22] + bytes + [0x22]))
    #expect(throws: Refusal.self) { try JSONReader.read([0x22] + bytes + [0x22]) { try $0.string() } }
    #expect(!Self.isRead([0x5B] + bytes + [0x5D]))
  }

  /// A half of a pair is no character: it is passed over, and never read.
  @Test(arguments: [#""\ud800""#, #""\udc00""#, #""\ud800\ud800""#, #""\ud800x""#, #""\udc00\ud800""#])
  func halfACharacterIsNotRead(text: String) {
    #expect(throws: Refusal.self) { try JSONReader.read(Array(text.utf8)) { try $0.string() } }
  }

  @Test func depthEnds() {
    #expect(Self.isRead(String(repeating: "[", count: 60) + String(repeating: "]", count: 60)))
    #expect(!Self.isRead(String(repeating: "[", count: 100_000)))
    #expect(!Self.isRead(String(repeating: #"{"a":"#, count: 100_000)))
  }

  /// Foundation's reader is the judge: of texts spoilt at random both take the same ones.
  @Test func anotherReaderTakesTheSame() {
    var chance = SystemRandomNumberGenerator()
    let whole = Array(#"{"a":[1,-2.5e3,"é\u00e9\n",null,true,{"b":[]}],"c":"d","e":0.5}"#.utf8)
    let signs = Array("\"\\[]{}:,0123456789+-.eEtfnu \n\u{1}".utf8) + [0xC3, 0xFF]
    var differ: [String] = []
    for _ in 0..<5000 {
      var text = whole
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        let place = Int.random(in: 0..<text.count, using: &chance)
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: text[place] = signs.randomElement(using: &chance)!
        case 1: text.remove(at: place)
        default: text.insert(signs.randomElement(using: &chance)!, at: place)
        }
      }
      let judged = (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
      if judged != Self.isRead(text) { differ.append(String(decoding: text, as: UTF8.self)) }
    }
    // The judge takes a number too large for its place, and a name twice.
    #expect(differ.filter { !$0.contains("e3") && !$0.contains("E") } == [])
  }
}
