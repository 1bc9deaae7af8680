import Foundation
import Kernel
import Testing

@testable import Charters

/// The keys from which nothing follows yet, without those inside them. Each mechanism that comes takes some away.
@Suite struct WaitingKeys {
  static let list = """
      language status replaces model seen-on definition staff country-groups interim-work area-fields
      every-activity-in-an-area advice log-every-change alignment visibility models principles exemptions
      activities-serve.check consultations campaigns confidentiality notes figures agreements languages.texts
      goal.followed-during goal.supports goal.aims.*.when origin.framework-in-place origin.parent-plan
      origin.owners origin.approved origin.revised origin.part-of origin.founders.[].at form.not-for-profit
      form.place function-mandates.*.given-by function-mandates.*.to function-mandates.*.legal-basis
      function-mandates.*.supervised-by function-mandates.*.reports modes.*.for market-based.kind
      not-a-subsidiary-body.warn lifecycle.successor lifecycle.evaluated lifecycles.area lifecycles.activity
      lifecycles.deliverable-part lifecycles.alternative treaties.*.between treaties.*.parties bodies.*.area
      bodies.*.rule bodies.*.extra-representatives bodies.*.advises bodies.*.appointed-by bodies.*.asks
      bodies.*.balance bodies.*.chairs bodies.*.compiles bodies.*.coordinates bodies.*.count bodies.*.created-by
      bodies.*.decides bodies.*.directs bodies.*.drafts-shared bodies.*.elected-by bodies.*.follows
      bodies.*.groups bodies.*.has-members bodies.*.host bodies.*.independent-of bodies.*.informed-of
      bodies.*.languages bodies.*.legal-person bodies.*.levels bodies.*.mandated-by bodies.*.mandates
      bodies.*.many bodies.*.may bodies.*.members bodies.*.must bodies.*.observers bodies.*.officers
      bodies.*.one-per bodies.*.organised-by bodies.*.own-staff bodies.*.party-to bodies.*.per bodies.*.power
      bodies.*.publishes bodies.*.quorum bodies.*.receives bodies.*.regions bodies.*.reports-to
      bodies.*.represents bodies.*.reviews bodies.*.runs bodies.*.seat bodies.*.seats-by bodies.*.serves
      bodies.*.size bodies.*.term bodies.*.terms bodies.*.votes bodies.*.with bodies.*.meets.at-least
      bodies.*.meets.before bodies.*.constituencies.*.includes bodies.*.constituencies.*.arithmetic
      bodies.*.constituencies.*.conditional.if bodies.*.constituencies.*.conditional.adds membership.eligibility
      membership.can-grow membership.duties membership.expertise membership.groups-in-the-note membership.partners
      membership.votes membership.categories.*.named membership.categories.*.speaks
      membership.member-weight.within membership.member-weight.shared-equally membership.represents-others.counted
      membership.leaving.sanction membership.leaving.how membership.screening.classes membership.screening.outcome
      membership.admission.*.through membership.admission.*.reviewed-by membership.admission.*.with
      membership.admission.*.option parties-in-partnership.report-to governing-documents.*.annex-to
      governing-documents.*.holds governing-documents.*.one-per governing-documents.*.reviewed-by areas.*.follows
      areas.*.successor areas.*.goal areas.*.kind areas.*.one-per areas.*.region areas.*.scope
      areas.*.planned-end.condition cross-cutting-topics.*.touches streams.*.functions streams.*.steps
      streams.*.replaces-party-reports stream-role.prepared mechanisms.*.responsible mechanisms.*.record-types
      mechanisms.*.from mechanisms.*.route mechanisms.*.back-to mechanisms.*.measure mechanisms.*.for
      mechanisms.*.example mechanisms.*.model deliverables.items deliverables.code-pattern deliverables.dates
      deliverables.interim-when-none deliverables.overlap alternatives.record alternatives.kinds
      overlap-check.same overlap-check.between options.*.covers options.*.parts-are-examples options.*.principles
      options.*.warns linkage.default.legal-basis linkage.parts.*.legal-basis options.*.default.legal-basis
      options.*.parts.*.legal-basis linkage.default.legal-effect linkage.parts.*.legal-effect
      options.*.default.legal-effect options.*.parts.*.legal-effect linkage.default.also-informs
      linkage.parts.*.also-informs options.*.default.also-informs options.*.parts.*.also-informs
      linkage.default.membership linkage.parts.*.membership options.*.default.membership
      options.*.parts.*.membership linkage.default.supervised-by linkage.parts.*.supervised-by
      options.*.default.supervised-by options.*.parts.*.supervised-by linkage.default.through
      linkage.parts.*.through options.*.default.through options.*.parts.*.through linkage.default.with
      linkage.parts.*.with options.*.default.with options.*.parts.*.with linkage.default.priorities.heeds.by
      linkage.parts.*.priorities.heeds.by options.*.default.priorities.heeds.by
      options.*.parts.*.priorities.heeds.by linkage.default.texts.for linkage.parts.*.texts.for
      options.*.default.texts.for options.*.parts.*.texts.for linkage.default.texts.which
      linkage.parts.*.texts.which options.*.default.texts.which options.*.parts.*.texts.which
      linkage.default.amended-by.under linkage.parts.*.amended-by.under options.*.default.amended-by.under
      options.*.parts.*.amended-by.under linkage.default.arises-from.exemption
      linkage.parts.*.arises-from.exemption options.*.default.arises-from.exemption
      options.*.parts.*.arises-from.exemption reporting.[].regime reporting.[].asks reporting.[].cover-letter
      reporting.[].evidence reporting.[].first-report reporting.[].form reporting.[].languages reporting.[].late
      reporting.[].party-duty reporting.[].refusal reporting.[].reviewed-by reporting.[].sent-to
      reporting.[].sharing reporting.[].when.each reporting.[].when.after reporting.[].when.due
      reporting.[].when.for reporting.[].when.on-demand reporting.[].when.synchronised-with cycles.[].area
      finance.posts finance.every-partnership-needs-resources finance.grows-with-membership finance.main-window
      finance.project-total-rule finance.secretariat-condition finance.to-examine finance.totals finance.views
      finance.shares.arithmetic finance.shares.verification finance.budget.lines.[].amount
      finance.windows.*.added-to-cash finance.windows.*.amount finance.windows.*.base finance.windows.*.charged-to
      finance.windows.*.covers-all-at-first finance.windows.*.earmarking finance.windows.*.example-earmark
      finance.windows.*.for finance.windows.*.horizon finance.windows.*.inflation-adjusted finance.windows.*.kinds
      finance.windows.*.main-donors finance.windows.*.model finance.windows.*.of finance.windows.*.pays-for
      finance.windows.*.scale finance.windows.*.support-cost finance.windows.*.usual-donors
      finance.windows.*.valuation finance.windows.*.pays.how-much indicators.*.goal indicators.*.direction
      indicators.*.disaggregate indicators.*.needs indicators.*.groups indicators.*.of indicators.*.per
      indicators.*.arithmetic indicators.*.version indicators.*.maximum indicators.*.good indicators.*.good-points
      indicators.*.threshold indicators.*.error-shown indicators.*.why indicators.*.medium indicators.*.scope
      indicators.*.baseline.as-of decisions.outcomes decisions.who-decides.*.under decisions.who-decides.*.outcome
      decisions.who-decides.*.asked-by decisions.rules.*.channels decisions.rules.*.non-vote
      decisions.rules.*.absent decisions.rules.*.objection decisions.rules.*.late-objection
      decisions.rules.*.observer-objection decisions.rules.*.nobody-asked decisions.rules.*.appoints
      decisions.rules.*.vote decisions.rules.*.order decisions.rules.*.not-reached
      decisions.rules.*.weights.chambers.*.name decisions.rules.*.no-quorum.then tracking.columns
      tracking.parameters tracking.progress tracking.rule tracking.map tracking.measured-apart
      tracking.sources-of-status tracking.no-data tracking.not-a-percentage tracking.definitions-version
      tracking.compliance certification.certificate certification.findings certification.accreditation
      certification.group-certificates certification.codes certification.claims certification.systems
      certification.conversion-factor certification.minor-components certification.credit-expiry
      certification.label-threshold certification.derogations certification.transaction-verification
      certification.reconciliation certification.watch-list certification.logo certification.ownership-change
      certification.roles-declare-interests certification.channels certification.unit certification.certified-unit
      certification.excluded-practices certification.in-transition trade.recorded-as trade.upload trade.formulas
      trade.never trade.sustainability trade.categories-of-parties
    """

  @Test func theyAreThese() {
    let waiting = Set(CharterKey.all.filter { $0.reader == .nothing }.map(\.path))
    let outermost = waiting.filter { path in
      let steps = path.split(separator: ".")
      return !(1..<steps.count).contains { waiting.contains(steps[..<$0].joined(separator: ".")) }
    }
    #expect(outermost.sorted() == Self.list.split { $0.isWhitespace }.map(String.init).sorted())
  }

  @Test func theCheckRemarksOnEachOnceAndChangesNothingElse() throws {
    let reading = CharterFiles.read(try CharterFiles.text("2020"))
    #expect(reading.faults == [])
    #expect(reading.charter != nil)
    let remarks = reading.remarks.map(\.sentence)
    #expect(remarks.contains("visibility: accepted, and nothing follows from it yet"))
    #expect(remarks.count == Set(remarks).count)
    #expect(remarks.allSatisfy { $0.hasSuffix(": accepted, and nothing follows from it yet") })
    #expect(reading.remarks.allSatisfy { $0.line > 0 && $0.severity == .remark })
  }
}
