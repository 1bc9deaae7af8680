public import Acting
public import Kernel

extension Partner {
  /// An area of the charter in force.
  public struct OneArea: VerbInputs {
    public var area: String
    public init(area: String) { self.area = area }
    public static let schema = Schema("one-area", OneArea.init(area:), Field("area", \.area, .word))
  }

  /// Lets an admitted partner work in one more area; those it is in already stay.
  ///
  /// Refused are an area that the charter does not have or the partner is in, and a partner that is not admitted.
  public static let joining = Verb<Partner, OneArea>(
    "join", on: Partner.self, may: .secretariatOr(.focalPoint(.field("id")), .lead(.input("area")))
  ) { partner, inputs, occasion in
    guard partner.state == .admitted else {
      throw Refusal(
        "not-admitted", ["partner": "\(partner.id)", "state": .text(partner.state.rawValue)], field: "state")
    }
    guard !partner.areas.contains(inputs.area) else {
      throw Refusal(
        "already-there.area", ["partner": "\(partner.id)", "area": .text(inputs.area)], field: "areas")
    }
    partner.areas.append(inputs.area)
    let charter = try occasion.charter(on: occasion.today)
    if let refusal = charter.map({ partner.refusals(under: $0) })?.first(where: { $0.field == "areas" }) {
      throw refusal
    }
  }
}
