import Kernel
import Store

/// A lamp of a harbour, as it is declared at one time or another.
struct Lamp: Record {
  var id: ID
  var harbour: String
  var lit: Period

  static let schema = Schema(
    "lamp", Lamp.init, Field("id", \.id), Field("harbour", \.harbour, indexed: true),
    Field("lit", \.lit, indexed: true))

  static func sample(_ n: Int) -> Lamp {
    Lamp(id: ID("lamp-\(n)"), harbour: "harbour-\(n % 7)", lit: Period(since: When(1990 + n % 30)))
  }
}

/// The same kind before anybody looked for lamps by their harbour: the same table, and no index.
struct PlainLamp: Record {
  var id: ID
  var harbour: String
  var lit: Period

  static let schema = Schema(
    "lamp", PlainLamp.init, Field("id", \.id), Field("harbour", \.harbour), Field("lit", \.lit))
}

/// The same kind in a program still to come: it has one field more, and so another table.
struct TallLamp: Record {
  var id: ID
  var harbour: String
  var height: Int?
  var lit: Period

  static let schema = Schema(
    "lamp", TallLamp.init, Field("id", \.id), Field("harbour", \.harbour), Field("height", \.height),
    Field("lit", \.lit))
}

let lamps = Projection([Lamp.self], version: "1.0.0")
let plainLamps = Projection([PlainLamp.self], version: "0.9.0")
let tallLamps = Projection([TallLamp.self], version: "1.10.0")
