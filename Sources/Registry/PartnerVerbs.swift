public import Acting
internal import Charters
internal import Kernel

// How a partner comes in, is kept and leaves. Who admits, suspends and expels is the charter's to say; leaving is always the
// partner's own (A5, A28c).
extension Partner {
  /// The partner itself: its applicant, its focal point; or the secretariat, which writes it down.
  private static let own = Right.secretariatOr(.applicant(nil), .focalPoint(.field("id")))

  /// Who left, was refused or had to go may ask again; what it was stays on record until it is admitted anew.
  public static let applying = Verb<Partner, OnDay>(
    "apply", on: Partner.self, from: [.draft, .withdrawn, .declined, .expelled], to: .applied, may: own
  ) { partner, inputs, occasion in
    let day = inputs.on ?? occasion.today
    guard let end = partner.membership.until, end.first > day else { return }
    throw Refusal("still-member", ["partner": "\(partner.id)", "until": "\(end)"], field: "on")
  }
  public static let screening = Verb(
    "screen", on: Partner.self, from: .applied, to: .screening, may: .secretariatOr(.charter(.admission)))
  public static let declining = Verb(
    "decline", on: Partner.self, from: .applied, .screening, to: .declined, may: .charter(.admission),
    basis: .required)
  public static let suspending = Verb(
    "suspend", on: Partner.self, from: .admitted, to: .suspended, may: .charter(.suspension),
    basis: .required)
  public static let reinstating = Verb(
    "reinstate", on: Partner.self, from: .suspended, to: .admitted, may: .charter(.suspension),
    basis: .required)

  public static let expelling = Verb<Partner, OnDay>(
    "expel", on: Partner.self, from: [.admitted, .suspended], to: .expelled, may: .charter(.suspension),
    basis: .required
  ) { partner, inputs, occasion in
    partner.membership.until = When(inputs.on ?? occasion.today)
  }

  /// An applicant takes back what it asked for.
  public static let withdrawingApplication = Verb<Partner, OnDay>(
    "withdraw application", on: Partner.self, from: [.draft, .applied, .screening], to: .withdrawn, may: own
  ) { partner, inputs, occasion in
    partner.membership.until = When(inputs.on ?? occasion.today)
  }

  /// A partner leaves: always, without a sanction, and with its history kept.
  public static let withdrawing = Verb<Partner, OnDay>(
    "withdraw", on: Partner.self, from: [.draft, .applied, .screening, .admitted, .suspended],
    to: .withdrawn, may: .secretariatOr(.focalPoint(.field("id")))
  ) { partner, inputs, occasion in
    partner.membership.until = When(inputs.on ?? occasion.today)
  }

  /// What a new or corrected partner is held to: the words of the charter in force.
  public static let keeping = Keeping(
    Partner.self,
    rules: { partner, _, occasion in
      try occasion.charter(on: occasion.today).map { partner.refusals(under: $0) } ?? []
    },
    then: { partner, before, occasion in
      if let before { try partner.keepEarlierMembership(before, Keeps.correct, occasion) }
    })

  static let verbs: [any DeclaredVerb] = [
    applying, screening, admitting, signing, appointing, declining, suspending, reinstating, expelling,
    withdrawingApplication, withdrawing, placing, joining,
  ]
}
