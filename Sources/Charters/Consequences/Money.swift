public import Kernel

/// The money for measures of one nature: which windows may pay in which phase of the treaty, what is needed and there.
public struct NatureMoney: Composed {
  /// Nil for what no record gives a nature.
  public var nature: String?
  /// Activities of this nature in the part.
  public var activities: Int
  public var windows: [PhaseWindows]
  public var need: [Amount]
  public var fromMechanism: [Amount]
  public var fromOthers: [Amount]
  /// Empty where no need is stated: a gap below nothing known is not known.
  public var gap: [Amount]

  public static let schema = Schema(
    "nature-money", NatureMoney.init(nature:activities:windows:need:fromMechanism:fromOthers:gap:),
    Field("nature", \.nature),
    Field("activities", \.activities),
    Field("windows", \.windows),
    Field("need", \.need),
    Field("from_mechanism", \.fromMechanism),
    Field("from_others", \.fromOthers),
    Field("gap", \.gap))
}

/// The windows that may pay in one phase of the treaty.
public struct PhaseWindows: Composed {
  public var phase: String
  public var open: [String]
  /// Those that the charter describes and that nobody has set up.
  public var proposed: [String]

  public static let schema = Schema(
    "phase-windows", PhaseWindows.init(phase:open:proposed:),
    Field("phase", \.phase),
    Field("open", \.open),
    Field("proposed", \.proposed))
}

/// Money by nature of measure, for one part under one linkage.
struct MoneyOfPart {
  let around: Surroundings
  let place: PlaceOfWork
  /// The windows the linkage names; nil where it names none, so that nature and phase alone decide.
  let named: GoverningTerms.Found?
  private let admitted: [Charter.Window]
  private let work: [Facts.Work]
  private let needs: [Facts.Need]

  init(_ around: Surroundings, _ place: PlaceOfWork, _ terms: GoverningTerms) {
    self.around = around
    self.place = place
    work = around.work(in: place)
    needs = around.needs(in: place)
    let found = terms.saying(.money).flatMap { $0.saying.words.isEmpty ? nil : $0 }
    named = found
    admitted = around.charter.windows.filter { window in
      found.map { $0.saying.words.contains(window.id) } ?? true
    }
  }

  /// Money bound to an area is that area's; a stream gets none, because no gift is bound to one.
  private func bound(_ gifts: [Facts.Gift]) -> [Facts.Gift] {
    if let area = place.area { return gifts.filter { $0.earmark == area } }
    return place.stream == nil ? gifts : []
  }

  /// The natures of the charter in its order, then what has none on record.
  private var natures: [String?] {
    let used = Set(work.map(\.nature) + needs.map(\.nature))
    let declared = around.charter.natures.map(\.id)
    let others = used.compactMap { $0 }.filter { !declared.contains($0) }.sorted()
    return declared + others + (used.contains(nil) ? [nil] : [])
  }

  private func pays(_ window: Charter.Window, _ nature: String?) -> Bool {
    nature.map(window.pays.contains) ?? false
  }

  private func isOpen(_ window: Charter.Window, in phase: String?) -> Bool {
    guard let from = window.fromPhase else { return window.exists }
    return phase.map { around.rank($0) >= around.rank(from) } ?? false
  }

  /// The windows that may pay for the part's work on the day.
  func openNow() -> [Charter.Window] {
    let natures = Set(work.compactMap(\.nature))
    return admitted.filter { window in
      guard !window.pays.isEmpty, isOpen(window, in: around.phase(of: window.treaty)) else { return false }
      return natures.isEmpty || !natures.isDisjoint(with: window.pays)
    }
  }

  func lines() -> [NatureMoney] {
    var covered = coverage()
    return natures.map { nature in
      let need = Amount.sums(needs.filter { $0.nature == nature }.compactMap(\.need))
      let (mechanism, others) = covered.removeValue(forKey: nature) ?? ([], [])
      return NatureMoney(
        nature: nature, activities: work.count { $0.nature == nature }, windows: windows(for: nature),
        need: need,
        fromMechanism: Amount.sums(mechanism), fromOthers: Amount.sums(others),
        gap: gap(need, mechanism + others))
    }
  }

  private func windows(for nature: String?) -> [PhaseWindows] {
    guard nature != nil else { return [] }
    let paying = admitted.filter { pays($0, nature) }
    return Surroundings.phases.map { phase in
      PhaseWindows(
        phase: phase, open: paying.filter { isOpen($0, in: phase) }.map(\.id),
        proposed: paying.filter { !$0.exists && $0.fromPhase == nil }.map(\.id))
    }
  }

  /// In cash: what is given in kind is shown beside it and fills no gap in money.
  private func gap(_ need: [Amount], _ means: [Amount]) -> [Amount] {
    need.filter { !$0.isInKind }.map { need in
      let there = means.filter { !$0.isInKind && $0.currency == need.currency }.total { $0.minor }
      return Amount(minor: max(0, need.minor.adding(-there)), currency: need.currency)
    }
  }

  /// What was received, set against the needs it may pay for: the window that may pay for the fewest natures first, and
  /// each of them in the charter's order. No source says for which nature a gift was meant.
  private func coverage() -> [String?: (mechanism: [Amount], others: [Amount])] {
    var covered: [String?: (mechanism: [Amount], others: [Amount])] = [:]
    var open: [String?: [String: Int]] = [:]
    for need in needs {
      guard let amount = need.need, !amount.isInKind else { continue }
      let before = open[need.nature]?[amount.currency] ?? 0
      open[need.nature, default: [:]][amount.currency] = before.adding(amount.minor)
    }
    let windows = admitted.enumerated().sorted {
      ($0.element.pays.count, $0.offset) < ($1.element.pays.count, $1.offset)
    }.map(\.element)
    for window in windows where isOpen(window, in: around.phase(of: window.treaty)) {
      let given = Amount.sums(bound(around.facts.received).filter { $0.window == window.id }.map(\.amount))
      for amount in given {
        var rest = amount.minor
        for nature in natures where pays(window, nature) && rest > 0 {
          let missing = amount.isInKind ? rest : open[nature]?[amount.currency] ?? 0
          let part = min(rest, missing)
          guard part > 0 else { continue }
          rest -= part
          if !amount.isInKind { open[nature]?[amount.currency]? -= part }
          let share = Amount(minor: part, currency: amount.currency, isInKind: amount.isInKind)
          var sums = covered[nature] ?? ([], [])
          if window.kind == "mechanism" { sums.mechanism.append(share) } else { sums.others.append(share) }
          covered[nature] = sums
        }
      }
    }
    return covered
  }
}

extension MoneyOfPart {
  /// The answers about money, from the windows to the gap.
  func cells(_ lines: [NatureMoney]) -> [Cell] {
    let open = openNow()
    var reasons = named.map { [Reason($0.rule, at: $0.saying.path, $0.saying.ground)] } ?? []
    if named == nil {
      // What a window may pay for decides alone, with how sure that is.
      reasons += open.map { Reason("window", at: "finance.windows.\($0.id).pays", $0.paysGround) }
      reasons.append(Reason(.derived, "by-nature-and-phase"))
    }
    let stated = needs.filter { $0.need != nil }
    let secured = needs.filter { $0.secured != nil }
    let gap = Amount.sums(lines.flatMap(\.gap))
    return [
      Cell(.money, open.isEmpty ? .none : .given, open.map { [$0.id] }, because: reasons),
      amounts(.need, stated.compactMap(\.need), stated.map(\.record), stated.flatMap(\.source)),
      amounts(.secured, secured.compactMap(\.secured), secured.map(\.record), secured.flatMap(\.source)),
      gifts(.pledged, bound(around.facts.pledges)), gifts(.received, bound(around.facts.received)),
      Cell(
        .gap, gap.isEmpty ? .notStated : .given, amounts: gap,
        because: [Reason(.derived, gap.isEmpty ? "no-amount" : "gap", records: stated.map(\.record))]),
    ]
  }

  private func gifts(_ question: Question, _ gifts: [Facts.Gift]) -> Cell {
    amounts(question, gifts.map(\.amount), gifts.map(\.record), gifts.flatMap(\.source))
  }

  private func amounts(_ question: Question, _ amounts: [Amount], _ records: [String], _ source: [String])
    -> Cell
  {
    guard !amounts.isEmpty else {
      return Cell(question, .notStated, because: [Reason(.recorded, "no-amount")])
    }
    return Cell(
      question, amounts: Amount.sums(amounts),
      because: [Reason(.recorded, "records", records: records.sorted(), source: source.uniqued)])
  }
}
