internal import Finance
internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Workplan

/// From a record to its line in the report.
extension MemberLine {
  init(_ count: PartnerCount) {
    self.init(
      record: count.id.text, count: count.count, partOf: count.partOf?.text, category: count.category,
      text: count.text, provenance: count.provenance)
  }
}

extension DisagreementLine {
  init(_ disagreement: Disagreement) {
    self.init(
      record: disagreement.id.text, values: [disagreement.valueA, disagreement.valueB].compactMap { $0 },
      sources: disagreement.sourceA + disagreement.sourceB, shownAs: disagreement.shownAs,
      text: disagreement.text)
  }
}

extension ActivityLine {
  init(_ activity: Activity) {
    self.init(
      record: activity.id.text, form: activity.form, areas: activity.areas, nature: activity.nature,
      phase: activity.phase, country: activity.country, period: activity.period,
      state: activity.state.rawValue,
      text: activity.text, provenance: activity.provenance)
  }
}

extension PostLine {
  init(_ post: Post, on day: Day) {
    self.init(
      record: post.id.text, grade: post.grade, period: post.period, tenure: post.months(on: day),
      fullTime: Staffing.fullTimeEquivalent(of: [post], on: day), funder: post.funder?.text,
      funderQualifier: post.funderQualifier, purpose: post.purpose,
      provenance: post.provenance)
  }
}

extension ObservationLine {
  init(_ observation: Observation) {
    self.init(
      record: observation.id.text, indicator: observation.indicator, activity: observation.activity?.text,
      medium: observation.medium,
      scope: observation.scope, amount: observation.amount, text: observation.text,
      provenance: observation.provenance)
  }
}

extension StatementLine {
  init(_ statement: FinanceStatement, _ causes: [Cause]) {
    self.init(
      record: statement.id.text, form: statement.form, about: statement.about,
      direction: statement.direction?.rawValue, amount: statement.amount, text: statement.text,
      causes: causes.map(CauseLine.init(_:)), provenance: statement.provenance)
  }
}

extension CauseLine {
  init(_ cause: Cause) {
    self.init(
      record: cause.id.text, strength: cause.strength.rawValue, text: cause.text, provenance: cause.provenance
    )
  }
}

extension SumLine {
  /// Sums by sector, kind and currency, in that order.
  static func table(of contributions: [Contribution]) -> [SumLine] {
    let groups = Dictionary(grouping: contributions) {
      [$0.sector, $0.amount.kind.rawValue, $0.amount.currency]
    }
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      let given = groups[key] ?? []
      return SumLine(
        sector: key[0], kind: key[1], currency: key[2], minor: given.total { $0.amount.minor },
        donors: Set(given.map(\.donor)).count, records: given.map(\.id.text),
        sources: Array(Set(given.flatMap(\.provenance.source))).sorted())
    }
  }
}

extension WeaknessLine {
  init(_ uncertainty: Uncertainty, _ causes: [Cause], _ connection: any Connection) throws {
    let body: Body? = try uncertainty.statedBy.flatMap { try connection.one(Body.ID($0)) }
    self.init(
      record: uncertainty.id.text, form: uncertainty.form.rawValue, about: uncertainty.about,
      isMain: uncertainty.isMain, statedBy: uncertainty.statedBy, statedByName: body?.name,
      date: uncertainty.date, text: uncertainty.text, causes: causes.map(CauseLine.init(_:)),
      provenance: uncertainty.provenance)
  }
}

extension RequestLine {
  init(_ trace: RequestTrace) {
    let request = trace.request
    self.init(
      record: request.id.text, from: request.fromBody.text, to: request.toBody.text, asked: request.date,
      answers: trace.answers.map { answer in
        AnswerLine(
          record: answer.id.text, by: answer.byBody.text, document: answer.document?.text,
          session: answer.session?.text, date: answer.date, provenance: answer.provenance)
      }, timeToAnswer: trace.timeToAnswer, text: request.text, provenance: request.provenance)
  }
}
