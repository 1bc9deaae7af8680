import Telling
import App
import Foundation
import Kernel
import Portal
import Telling
import Web
import Testing

/// What projects add up to, and why each number is what it is, as a reader finds it.
@Suite struct RollUpPageTests {
  /// The programme with three projects of its own making beside the one that its sources know.
  private static let founded = Task {
    try await MadeUpRecords.found(
      "ddt",
      with: [
        (
          "activity",
          """
          id,form,areas,is_cross_cutting,is_priority,text_fr,text_en,qualifier,source,verification,state
          north,project,demonstration-projects,false,false,Projet du <Nord>.,Project of the <North>.,exact,gef-2546,verified,under-way
          south,project,demonstration-projects,false,false,Projet du Sud.,Project of the South.,exact,gef-2546,verified,under-way
          east,project,demonstration-projects,false,false,Projet de l’Est.,Project of the East.,exact,gef-2546,verified,under-way
          """
        ),
        (
          "observation",
          """
          id,indicator,activity,scope,reference_year,amount_value,amount_unit,amount_qualifier,amount_source,amount_verification,counts,text_fr,text_en,qualifier,source,verification
          n-countries,countries,north,project,2012,3,country,exact,gef-2546,verified,EG; JO; SY,,,exact,gef-2546,verified
          s-countries,countries,south,project,2014,2,country,exact,gef-2546,verified,JO; YE,,,exact,gef-2546,verified
          s-old,countries,south,project,2010,1,country,exact,gef-2546,verified,DJ,,,exact,gef-2546,verified
          s-other,countries,south,project,2014,5,country,estimated,ddt-slides,verified,,,,estimated,ddt-slides,verified
          n-cofinancing,cofinancing,north,project,2012,1000000,USD,about,gef-2546,verified,,,,about,gef-2546,verified
          n-grant,grant,north,project,2012,900000,USD,exact,gef-2546,verified,,,,exact,gef-2546,verified
          n-preparation,preparation,north,project,2012,100000,USD,exact,gef-2546,verified,,,,exact,gef-2546,verified
          s-cofinancing,cofinancing,south,project,2012,7,USD,exact,gef-2546,verified,,,,exact,gef-2546,verified
          world,countries,,world,2012,90,country,exact,ddt-slides,verified,,,,exact,ddt-slides,verified
          """
        ),
      ])
  }

  private static func get(_ path: String) async throws -> ServedPartnership.Answer {
    try await ServedPartnership.get(path, of: founded.value)
  }

  /// What stands in the page under one rolled-up number.
  private static func number(_ name: String, on page: String) throws -> String {
    let section = try #require(
      page.firstMatch(of: /<section[^>]*id="roll-up">(.*?)<\/section>/.dotMatchesNewlines())?.1)
    return try #require(
      section.components(separatedBy: "<li><h3>").first { $0.hasPrefix(name) }, "\(section)")
  }

  @Test func r137_anAreaShowsItsNumberItsPartsAndWhatWasLeftOut() async throws {
    let page = try await Self.get("/areas/demonstration-projects?lang=en").body
    let countries = try Self.number("Countries of a demonstration project", on: page)
    // Egypt, Jordan and Syria of the one, Yemen of the other; Jordan once.
    #expect(countries.contains("<span class=\"num\">4</span> <span class=\"s\">countries</span>"))
    #expect(countries.contains("Projects that have reported: 2 of 4 \u{B7} 2012 to 2014"))
    #expect(countries.contains("<summary>Why this number</summary>"))
    #expect(countries.contains("Each thing counts once, however many projects name it."))
    for record in ["n-countries", "s-countries", "s-old", "s-other", "world"] {
      #expect(countries.contains("href=\"/records/observation/\(record)?lang=en\""), "\(record)")
    }
    for reason in [
      "Jordan: counted already in n-countries",
      "a later year of the same project stands instead: s-countries",
      "another assessment of the same year differs and is used instead: s-countries", "names no project",
      "another assessment differs",
    ] { #expect(countries.contains(reason), "\(reason)") }
    // Who has not reported is named, and what a name holds is text.
    #expect(countries.contains("Project of the East.") && countries.contains("/activities/gef-2546?lang=en"))
    #expect(page.contains("Project of the &lt;North&gt;") && !page.contains("<North>"))
    #expect(countries.contains("ddt/2010.yaml, line 128 (areas.demonstration-projects.roll-up)"))
    #expect(countries.contains("The evaluation had to rebuild coherence afterwards."))
  }

  /// 8,416,402 and 1,000,000 over 3,960,014 + 650,000 + 900,000 + 100,000 is 1.678…
  @Test func r137_theRatioOfTheProgrammeIsOfItsSumsAndAsSureAsItsWeakestPart() async throws {
    let page = try await Self.get("/areas/demonstration-projects?lang=en").body
    let ratio = try Self.number("Co-financing per Facility dollar", on: page)
    #expect(ratio.contains("<span class=\"num\">1.68</span> <span class=\"s\">dollars per dollar</span>"))
    #expect(ratio.contains("<span class=\"q\">about</span>"))
    #expect(ratio.contains("Projects that have reported: 3 of 4 \u{B7} 2012; some of it undated"))
    #expect(
      ratio.contains("for its year this is not on record: Grant of the Facility and Preparation grant"))
    #expect(ratio.contains("Co-financing of the projects \u{F7} (Grant of the Facility + Preparation grant)"))
  }

  @Test func inFrenchEachWordIsFrench() async throws {
    let page = try await Self.get("/areas/demonstration-projects?lang=fr").body
    let countries = try Self.number("Pays d&#39;un projet de démonstration", on: page)
    for text in [
      "Projets ayant rendu compte : 2 sur 4", "D’où vient ce nombre",
      "Jordanie : décompte déjà fait dans n-countries",
      "ligne 128", "Projet de l’Est.",
    ] { #expect(countries.contains(text), "\(text)") }
    #expect(try Self.number("Solutions démontrées", on: page).contains("moustiquaires traitées"))
  }

  @Test func r137_aDayInThePastShowsWhatWasKnownThen() async throws {
    let page = try await Self.get("/areas/demonstration-projects?lang=en&as_of=2011-01-01").body
    let countries = try Self.number("Countries of a demonstration project", on: page)
    #expect(countries.contains("<span class=\"num\">1</span> <span class=\"s\">country</span>"))
    #expect(!countries.contains("n-countries") && countries.contains("/records/observation/s-old"))
  }

  @Test func theFirstPageShowsTheNumbersAndLeadsToTheirReasons() async throws {
    let page = try await Self.get("/?lang=en").body
    let section = try #require(
      page.firstMatch(of: /Rolled up to the programme(.*?)<\/section>/.dotMatchesNewlines())?.1)
    #expect(section.contains("<span class=\"num\">4</span>") && section.contains("1.68"))
    #expect(section.contains("href=\"/areas/demonstration-projects?lang=en\""))
    #expect(!section.contains("<details>"))
  }

  @Test func r137_theReportOfTheProgrammeHasItsNumbers() async throws {
    let page = try await Self.get("/report/2009-2015?lang=en").body
    #expect(try Self.number("Countries", on: page).contains("<span class=\"num\">4</span>"))
    // Numbers of projects stand with the programme's, and not among what was measured of the whole.
    let results = try #require(
      page.firstMatch(of: /<h2>Results<\/h2>(.*?)<\/section>/.dotMatchesNewlines())?.1)
    #expect(results.contains("/records/observation/world") && !results.contains("n-countries"))
    let csv = try await Self.get("/report/2009-2015.csv").body
    #expect(
      csv.split(separator: "\r\n").contains {
        $0.hasPrefix(
          "rolled-up,area,demonstration-projects,Pays d'un projet de démonstration,4,country,exact,")
          || $0.hasPrefix(
            "rolled-up,area,demonstration-projects,Countries of a demonstration project,4,country,exact,")
      })
    let json = try await Self.get("/report/2009-2015.json").body
    #expect(json.contains(#""rolled_up":[{"indicator":"countries""#))
    #expect(json.contains(#""reason":"already-counted","counts":["JO"],"instead":"n-countries""#))
  }

  @Test func aProjectsPageShowsWhatItMeasured() async throws {
    let page = try await Self.get("/activities/gef-2546?lang=en").body
    #expect(page.contains("What it measured") && page.contains("8,416,402"))
    let silent = try await Self.get("/activities/east?lang=en").body
    #expect(!silent.contains("What it measured"))
  }

  /// What the sources of the programme give: one project, three of its sums, five kinds of solution, no country.
  @Test func r137_whatIsFoundedCarriesUpWhatItsSourcesGive() async throws {
    let partnership = try await MadeUpRecords.found("ddt", with: [])
    let text = try await partnership.rolledUp(of: nil, indicator: nil, on: Day(2026, 11, 25), in: .en)
    let heads = text.rows.filter { !$0[0].hasPrefix(" ") }.map { Array($0.prefix(2)) }
    #expect(
      heads == [
        ["Countries of a demonstration project", "no number"],
        ["Alternatives demonstrated", "5 alternatives"],
        ["Co-financing per Facility dollar", "1.83 dollars per dollar"],
      ])
    try await partnership.close()
  }

  @Test func whereTheCharterCarriesNothingUpNothingIsSaid() async throws {
    for path in ["/areas/gold?lang=en", "/?lang=en", "/report/2009-2010?lang=en"] {
      #expect(!(try await ServedPartnership.get(path).body.contains("Rolled up")), "\(path)")
    }
  }

  /// A page stays light however many projects there are; the command has them all.
  @Test func aLongListShowsItsBeginning() async throws {
    let ids = (10..<40).map { "p-\($0)" }
    let partnership = try await MadeUpRecords.found(
      "ddt",
      with: [
        (
          "activity",
          "id,form,areas,is_cross_cutting,is_priority,text_fr,text_en,qualifier,source,verification,state\n"
            + ids.map {
              "\($0),project,demonstration-projects,false,false,x,Project \($0),exact,gef-2546,verified,under-way\n"
            }.joined()
        ),
        (
          "observation",
          "id,indicator,activity,scope,reference_year,amount_value,amount_unit,amount_qualifier,amount_source,amount_verification,counts,qualifier,source,verification\n"
            + ids.map {
              "o-\($0),countries,\($0),project,2012,1,country,exact,gef-2546,verified,JO,exact,gef-2546,verified\n"
            }.joined()
        ),
      ])
    let page = try await ServedPartnership.get(
      "/areas/demonstration-projects?lang=en", of: partnership
    ).body
    let countries = try Self.number("Countries of a demonstration project", on: page)
    #expect(countries.contains("the first 10 of 30; “entente roll-up” gives them all"))
    #expect(countries.contains("the first 10 of 29; “entente roll-up” gives them all"))
    #expect(countries.contains("o-p-19") && !countries.contains("o-p-29"))
    let text = try await partnership.rolledUp(of: nil, indicator: "countries", on: Day(2026, 1, 1), in: .en)
    #expect(text.rows.count { $0[0] == "  Part" } == 30)
    try await partnership.close()
  }
}
