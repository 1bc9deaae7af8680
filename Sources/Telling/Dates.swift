public import Kernel

extension Words {
  /// `22 September 2010`, `22 septembre 2010`.
  public func date(_ day: Day) -> String { date(When(day)) }

  /// As exact as it is known: `2010`, `September 2010`, `22 September 2010`.
  public func date(_ when: When) -> String {
    let (year, month, day) = when.first.civil
    switch when.precision {
    case .year: return String(year)
    case .month: return self["date.month", ["month": name(ofMonth: month), "year": String(year)]]
    case .day:
      return self[
        "date.day", ["day": name(ofDay: day), "month": name(ofMonth: month), "year": String(year)]]
    }
  }

  /// As it stands behind a preposition: `22 September 2010`, `le 22 septembre 2010`.
  public func dateInSentence(_ when: When) -> String {
    when.precision == .day ? self["date.inSentence", ["date": date(when)]] : date(when)
  }

  /// `7–11 June 2010` where both ends share a month, `January 2009 to June 2010` otherwise.
  public func dates(_ since: When?, _ until: When?) -> String {
    switch (since, until) {
    case (nil, nil): return self["date.notStated"]
    case (let since?, nil):
      let date = ["date": date(since)]
      return since.precision == .day ? self["date.since.day", date] : self["date.since", date]
    case (nil, let until?):
      let date = ["date": date(until)]
      switch until.precision {
      case .day: return self["date.until.day", date]
      case .month: return self["date.until", date]
      case .year: return self["date.until.year", date]
      }
    case (let since?, let until?):
      if since == until { return date(since) }
      let (a, b) = (since.first.civil, until.first.civil)
      if since.precision == .day, until.precision == .day, a.year == b.year, a.month == b.month {
        let day = "\(name(ofDay: a.day))\u{2013}\(b.day)"
        return self["date.day", ["day": day, "month": name(ofMonth: a.month), "year": String(a.year)]]
      }
      let both = ["since": date(since), "until": date(until)]
      return since.precision == .day && until.precision == .day
        ? self["date.range.days", both] : self["date.range", both]
    }
  }

  public func dates(_ period: Period) -> String { dates(period.since, period.until) }

  private func name(ofMonth month: Int) -> String { term("month", String(month)) }
  /// French writes the first of a month as an ordinal.
  private func name(ofDay day: Int) -> String { day == 1 ? self["date.first"] : String(day) }
}
