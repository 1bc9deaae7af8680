import App
import Finance
import Kernel

extension WindowBalance {
  /// One line for what a window holds, and one for each area that something is set aside for.
  func lines(_ moment: String, _ currency: String) -> [String] {
    func text(_ minor: Int) -> String { Currency.text(minor, currency) }
    return [
      "\(moment): \(text(held)) held, \(text(allocated)) allocated, \(text(free)) free, "
        + "\(text(reserves.total { $0.left })) set aside"
    ]
      + reserves.map {
        "  for \($0.area): \(text($0.given)) came in, \(text($0.used)) used, \(text($0.left)) left"
      }
  }

  func write(to json: inout JSONWriter) {
    json.raw(#"{"held":"#)
    json.write(held)
    json.raw(#","allocated":"#)
    json.write(allocated)
    json.raw(#","free":"#)
    json.write(free)
    json.raw(#","set_aside":["#)
    for (index, reserve) in reserves.enumerated() {
      json.raw(index > 0 ? #",{"area":"# : #"{"area":"#)
      json.write(reserve.area)
      json.raw(#","given":"#)
      json.write(reserve.given)
      json.raw(#","used":"#)
      json.write(reserve.used)
      json.raw(#","left":"#)
      json.write(reserve.left)
      json.raw("}")
    }
    json.raw("]}")
  }
}

extension Partnership.Allocated {
  /// Amounts in minor units of the currency.
  var json: String {
    var json = JSONWriter()
    json.raw(#"{"kind":"allocation","id":"#)
    json.write(id)
    json.raw(#","minor":"#)
    json.write(amount.minor)
    json.raw(#","currency":"#)
    json.write(amount.currency)
    json.raw(#","before":"#)
    before.write(to: &json)
    json.raw(#","after":"#)
    after.write(to: &json)
    json.raw("}")
    return json.text
  }
}
