import Charters
import Kernel
import Testing

/// Where a partnership's days begin and end.
@Suite struct TimeZoneTests {
  @Test(arguments: [
    ("Europe/Paris", "2026-06-30T21:59:59.999Z", "2026-06-30"),
    ("Europe/Paris", "2026-06-30T22:00:00.000Z", "2026-07-01"),
    // An hour later in winter.
    ("Europe/Paris", "2026-12-31T22:59:59.999Z", "2026-12-31"),
    ("Europe/Paris", "2026-12-31T23:00:00.000Z", "2027-01-01"),
    ("Africa/Nairobi", "2026-06-30T21:00:00.000Z", "2026-07-01"),
    ("America/Mexico_City", "2026-07-01T05:59:59.999Z", "2026-06-30"),
    ("UTC", "2026-06-30T23:59:59.999Z", "2026-06-30"),
    ("Pacific/Kiritimati", "2026-06-30T10:00:00.000Z", "2026-07-01"),
  ])
  func theDayIsThatOfTheZone(name: String, moment: String, day: String) throws {
    let zone = try #require(DayZone(name))
    #expect(zone.day(at: try Moment(text: moment)).description == day)
    #expect(zone.name == name)
  }

  @Test(arguments: ["CET", "Paris", "Europe/Atlantis", "GMT+1", "", "../etc/passwd", "europe paris"])
  func whatIsNoZone(name: String) { #expect(DayZone(name) == nil) }

  @Test func aCharterNamesItsZone() throws {
    let text = try CharterFiles.text("2010")
    #expect(CharterFiles.read(text).charter?.timeZone == .utc)
    let named = text.replacing("\nmembership:\n", with: "\ntime-zone: Europe/Zurich\nmembership:\n")
    #expect(CharterFiles.read(named).charter?.timeZone.name == "Europe/Zurich")
    let wrong = CharterFiles.read(text.replacing("\nmembership:\n", with: "\ntime-zone: CET\nmembership:\n"))
    #expect(wrong.charter == nil)
    #expect(wrong.faults.map(\.code) == ["time-zone"])
  }
}
