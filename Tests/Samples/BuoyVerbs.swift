public import Acting
public import Kernel

/// What is done with a buoy: a capability in one file.
extension Buoy {
  public static let cuttingLoose = Verb(
    "cut loose", on: Buoy.self, from: .moored, to: .adrift, may: .secretariat, basis: .required)
  public static let sinking = Verb(
    "sink", on: Buoy.self, from: .moored, .adrift, to: .sunk, may: .anyone)

  /// How deep it lies from a day on.
  public struct Sounding: VerbInputs {
    public var depth: Int
    public var on: Day?
    public init(depth: Int, on: Day? = nil) {
      self.depth = depth
      self.on = on
    }
    public static let schema = Schema(
      "sounding", Sounding.init(depth:on:), Field("depth", \.depth, .within(0...11_000)), Field("on", \.on))
    public var day: Day? { on }
  }

  public static let sounding = Verb<Buoy, Sounding>(
    "sound", on: Buoy.self, from: [.moored, .adrift], to: nil,
    may: .either([.focalPoint(.field("keeper")), .lead(.field("topics")), .charter(.structure)])
  ) { buoy, inputs, _ in
    guard inputs.depth != buoy.depth else {
      throw Refusal(
        code: "same-depth", Phrase(asItIs: "\(buoy.id) lies at \(buoy.depth) already"), field: "depth")
    }
    buoy.depth = inputs.depth
  }

  public static let capability = Capability(
    "buoys", records: [Buoy.self], verbs: [cuttingLoose, sinking, sounding],
    keepings: [Keeping(Buoy.self, add: .secretariatOr(.focalPoint(.field("keeper"))))])
}
