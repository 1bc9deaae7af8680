public import Kernel

/// A record that only the tests know: a measuring buoy, with a field of every shape.
public struct Buoy: Moving {
  public enum State: String, Code { case moored, adrift, sunk }
  public var id: ID
  public var name: Translated
  public var country: Country?
  public var note: String
  public var depth: Int
  public var drift: Double?
  public var isLit: Bool
  public var anchored: Day
  public var built: When?
  public var service: Period
  public var value: Money?
  public var reading: Figure?
  public var topics: [String]
  public var mother: Buoy.ID?
  public var keeper: String?
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "buoy", Buoy.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("country", \.country),
    Field("note", \.note, .notEmpty, .atMost(400)),
    Field("depth", \.depth, .within(0...11_000)),
    Field("drift", \.drift),
    Field("is_lit", \.isLit),
    Field("anchored", \.anchored),
    Field("built", \.built),
    Field("service", \.service),
    Field("value", \.value),
    Field("reading", \.reading),
    Field("topics", \.topics),
    Field("mother", \.mother),
    Field("keeper", \.keeper, sight: .insiders),
    Field("provenance", \.provenance),
    Field("state", \.state))

  public static var validity: Validity { .during("service") }

  /// Different for every `n`, with texts that are hard to carry.
  public static func sample(_ n: Int, edited: Int = 0, mother: Buoy.ID? = nil) -> Buoy {
    let countries = ["KG", "GH", "JP", "BR"]
    return Buoy(
      id: ID("buoy-\(n)"),
      name: Translated(
        .fr, [.fr: "Bouée « n° \(n) »", .en: "Buoy, \"no. \(n)\"", .ar: "عوامة \(n)", .zh: "浮标\(n)"]),
      country: n % 5 == 0 ? nil : try? Country(code: countries[n % 4]),
      note: ["=1+1", "'quoted", "two\nlines", "comma, \"quote\"; semicolon", "plain"][n % 5]
        + " edit \(edited)",
      depth: n % 11_000, drift: n % 3 == 0 ? nil : Double(n) / 7 - 3, isLit: n % 2 == 0,
      anchored: Day(2009, 1 + n % 12, 1 + n % 28),
      built: n % 4 == 0 ? nil : [When(2005), When(2005, 6), When(2005, 6, 7)][n % 3],
      service: Period(
        since: n % 6 == 0 ? nil : When(2008 + n % 10), until: n % 3 == 0 ? When(2020, 2) : nil),
      value: n % 2 == 0
        ? nil
        : Money(minor: -n, currency: "USD", kind: .inKind, rate: 1.25, rateDay: Day(2010, 6, 7)),
      reading: n % 2 == 1
        ? nil
        : Figure(
          value: n % 4 == 0 ? nil : Double(n) + 0.5, low: 1, high: nil, unit: "kg/a", qualifier: .moreThan,
          asOf: When(2010, 9), source: "A44", verification: .inferred),
      topics: n % 7 == 0 ? [] : ["gold", "coal"].suffix(1 + n % 2), mother: mother, keeper: "keeper \(n)",
      provenance: Provenance(["A6d", "unep-pag-\(n)"], qualifier: .about, verification: .partlyVerified),
      state: State.allCases[n % 3])
  }
}
