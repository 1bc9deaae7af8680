public import Charters
internal import Finance
internal import Governance
public import Kernel
internal import Registry
public import Reporting
internal import Workplan

/// The two regimes of one actor, said in a language: for its page, a terminal, a spreadsheet.
public struct RegimesText: Sendable {
  /// One thing that is owed or promised.
  public struct Line: Sendable {
    public var text: Said
    /// By when, how often, how far: what stands behind it in a quieter voice.
    public var detail: Said?
    public var basis: Basis
    public var route: Route?

    public init(text: Said, detail: Said? = nil, basis: Basis, route: Route? = nil) {
      self.text = text
      self.detail = detail
      self.basis = basis
      self.route = route
    }
  }
  public struct TreatySide: Sendable {
    public var name: Said
    public var standing: Statement
    public var isBound: Bool
    public var duties: [Line]
    public var reports: [Line]
    /// Whose priorities it is expected to heed.
    public var heed: Statement?
    /// What only Parties may do, as one sentence that says whether this actor may.
    public var acts: Statement?
  }
  public var treaties: [TreatySide]
  /// What the charter lets every partner do; nil where it does not say.
  public var rights: Statement?
  public var promised: [Line]
  public var leads: [Line]
  public var activities: [Line]
  public var pledges: [Line]
  public var reports: [Line]

  /// - Parameter country: the name of the partner's country in the language; nil where none is on record.
  public init(_ regimes: TwoRegimes, under charter: Charter, country: String?, in language: Language) {
    let teller = RegimesTeller(charter: charter, country: country, language: language)
    let owed = regimes.commitments
    treaties = regimes.treaties.map(teller.side)
    rights = teller.rights
    promised = teller.promises(owed)
    leads = owed.leads.map(teller.lead)
    activities = owed.activities.map {
      Line(
        text: $0.text.said(in: language), basis: Basis($0.provenance), route: .activity($0.id.text))
    }
    pledges = owed.pledges.map(teller.pledge)
    reports = owed.reports.map(teller.report)
  }
}

extension RegimesText {
  /// - Parameter partner: as the registry has it; its country is named in the language.
  public init(_ regimes: TwoRegimes, under charter: Charter, of country: Country?, in language: Language) {
    self.init(
      regimes, under: charter, country: country.map { CountryNames.shared.name(of: $0.code, in: language) },
      in: language)
  }

  /// A row each: which regime, by when, where it stands, and last what is owed.
  public func rows(in language: Language) -> [[String]] {
    let words = Words.of(language)
    func row(_ regime: String, _ line: Line) -> [String] {
      [
        regime, line.detail?.text ?? "", line.basis.sources.map(\.label).joined(separator: "; "),
        line.text.text,
      ]
    }
    func row(_ regime: String, _ statement: Statement?) -> [[String]] {
      statement.map { [row(regime, Line(text: $0.text, basis: $0.basis))] } ?? []
    }
    let treaty = words["regime.treaty"]
    var rows = treaties.flatMap { side in
      row(treaty, side.standing) + side.duties.map { row(treaty, $0) } + side.reports.map { row(treaty, $0) }
        + row(treaty, side.heed) + row(treaty, side.acts)
    }
    if treaties.isEmpty { rows.append([treaty, "", "", words["regime.noTreaty"]]) }
    let partnership = words["regime.partnership"]
    rows += row(partnership, rights)
    let own = promised + leads + activities + pledges + reports
    rows += own.map { row(partnership, $0) }
    if own.isEmpty { rows.append([partnership, "", "", words["partner.promised.none"]]) }
    return rows
  }
}

/// Finds the words for two regimes.
private struct RegimesTeller {
  let charter: Charter
  let country: String?
  let language: Language

  private var words: Words { Words.of(language) }

  private func name(ofBody id: String) -> String {
    charter.body(id)?.name.text(in: language).text
      ?? (id == charter.id ? charter.name.text(in: language).text : words.term("subject", id))
  }

  func side(_ side: Reporting.TreatySide) -> RegimesText.TreatySide {
    let treaty = charter.treaties.first { $0.id == side.treaty.text }
    return RegimesText.TreatySide(
      name: treaty?.name.said(in: language) ?? Said(side.treaty.text),
      standing: Statement(Said(standing(side)), side.provenance.map { Basis($0) } ?? Basis([])),
      isBound: side.standing == .bound,
      duties: side.duties.map { duty in
        let article = words["regime.article", ["number": duty.article]]
        return RegimesText.Line(
          text: duty.text?.said(in: language) ?? Said(words.term("subject", duty.subject)),
          detail: Said(
            ([article, words.term("nature", duty.nature)]
              + [duty.due.map { $0.text(in: language).text }].compactMap { $0 }).joined(separator: " · ")),
          basis: Basis(duty.provenance), route: .record(kind: "treaty-duty", id: duty.id.text))
      },
      reports: side.reports.map(report), heed: heed(side), acts: acts(side))
  }

  private func standing(_ side: Reporting.TreatySide) -> String {
    words[
      "standing.\(side.standing.rawValue)",
      [
        "country": country ?? "",
        "date": side.since.map { words.dateInSentence($0) } ?? words["date.notStated"],
      ]]
  }

  private func heed(_ side: Reporting.TreatySide) -> Statement? {
    guard !side.expectedToHeed.isEmpty else { return nil }
    return Statement(
      Said(words["regime.heed", ["what": words.list(side.expectedToHeed.map { words.term("heed", $0) })]]),
      Basis(charter.rights.partiesInPartnershipGround.provenance))
  }

  private func acts(_ side: Reporting.TreatySide) -> Statement? {
    guard !side.partyActs.isEmpty else { return nil }
    let acts = ["acts": words.list(side.partyActs.map { words.term("party-act", $0) })]
    return Statement(
      Said(side.mayActAsParty ? words["regime.acts.open", acts] : words["regime.acts.closed", acts]),
      Basis(charter.rights.partiesOnlyGround.provenance))
  }

  var rights: Statement? {
    guard !charter.rights.partners.isEmpty else { return nil }
    let may = words.list(charter.rights.partners.map { words.term("partner-act", $0) })
    return Statement(
      Said(words["regime.rights", ["acts": may]]), Basis(charter.rights.partnersGround.provenance))
  }

  func promises(_ owed: Commitments) -> [RegimesText.Line] {
    let basis = Basis(owed.provenance)
    var stated: [String] = []
    if owed.statesSupport { stated.append(words["regime.support"]) }
    if owed.statesCommitment { stated.append(words["regime.commitment"]) }
    return stated.map { RegimesText.Line(text: Said($0), basis: basis) }
      + (owed.promised.isEmpty ? [] : [RegimesText.Line(text: Said(owed.promised), basis: basis)])
  }

  func lead(_ seat: Seat) -> RegimesText.Line {
    let area = seat.area?.text ?? ""
    let name = charter.areas.first { $0.id == area }?.name.said(in: language) ?? Said(area)
    return RegimesText.Line(
      text: name, detail: Said(words.dates(seat.period)), basis: Basis(seat.provenance), route: .area(area))
  }

  func pledge(_ pledged: Pledged) -> RegimesText.Line {
    func told(_ minor: Int) -> String { words.amount(minor, pledged.amount.currency) }
    let state = words.term("state", pledged.state)
    return RegimesText.Line(
      text: Said(told(pledged.amount.minor)),
      detail: Said(
        pledged.outstanding > 0
          ? "\(state) · \(words["regime.outstanding", ["amount": told(pledged.outstanding)]])" : state),
      basis: Basis(pledged.provenance), route: .record(kind: "pledge", id: pledged.pledge))
  }

  func report(_ owed: ReportOwed) -> RegimesText.Line {
    let what = words.list(owed.what.map { words.term("reported", $0) })
    let to = owed.to.isEmpty ? words["regime.noAddressee"] : words.list(owed.to.map { name(ofBody: $0) })
    let area = owed.area.flatMap { id in charter.areas.first { $0.id == id }?.name.text(in: language).text }
    return RegimesText.Line(
      text: Said(words["regime.report", ["to": to, "what": what]]),
      detail: Said([area, rhythm(of: owed)].compactMap { $0 }.joined(separator: " · ")),
      basis: Basis(owed.provenance), route: .record(kind: "reporting-line", id: owed.line))
  }

  /// How often, where the charter says it so that it can be counted; else in its own words.
  private func rhythm(of owed: ReportOwed) -> String {
    switch charter.reporting.first(where: { $0.id == owed.line })?.rhythm {
    case .months(let months): words.count("regime.months", Int(months))
    case .cycle: words["regime.cycle"]
    case .meeting(let body): words["regime.meeting", ["body": name(ofBody: body)]]
    case nil: owed.when.map { words.term("rhythm", $0) } ?? words["figure.notStated"]
    }
  }
}
