/// What is tracked, campaigned for, certified and traded.
extension CharterKey {
  @KeyList static var measures: [CharterKey] {
    keys(
      in: ["tracking"], compared: ["object": .one("country country-by-measure")],
      waiting: [
        "columns": .own, "parameters": .named, "progress": .list, "rule": .text, "map": .block,
        "measured-apart": .own, "sources-of-status": .own, "no-data": .own, "not-a-percentage": .flag,
        "definitions-version": .own, "compliance": .block,
      ])
    keys(in: ["tracking.map"], waiting: ["dated": .flag, "last": .own])
    keys(in: ["tracking.compliance"], waiting: ["kind": .own, "beside": .own])
    keys(
      in: ["tracking.parameters.*"],
      waiting: [
        "name": .text, "area": .one(of: .area), "unit": .own, "kind": .own, "letter": .own, "from": .number,
        "to": .number, "classes": .own, "thresholds": .own, "target": .own, "targets": .list,
        "headline": .own,
      ])
    keys(in: ["tracking.parameters.*.target"], waiting: ["agreed": .date])
    keys(in: ["tracking.parameters.*.targets.[]"], waiting: ["by": .own, "scope": .own])
    keys(in: ["tracking.parameters.*.thresholds"], waiting: ["use": .own])
    keys(in: ["tracking.progress.[]"], waiting: ["id": .own, "formula": .own])
    keys(
      in: ["campaigns.*"],
      waiting: [
        "name": .text, "area": .one(of: .area), "object": .own, "headline": .own, "country-list": .own,
        "targets": .list,
      ])
    keys(in: ["campaigns.*.targets.[]"], waiting: ["by": .own])
    keys(
      in: ["certification"], compared: ["chain": .own],
      waiting: [
        "certificate": .block, "findings": .block, "accreditation": .block, "group-certificates": .block,
        "codes": .block, "claims": .block, "systems": .block, "conversion-factor": .block,
        "minor-components": .block, "credit-expiry": .span, "label-threshold": .list, "derogations": .block,
        "transaction-verification": .block, "reconciliation": .block, "watch-list": .block, "logo": .own,
        "ownership-change": .own, "roles-declare-interests": .block, "channels": .own, "unit": .own,
        "certified-unit": .own, "excluded-practices": .own, "in-transition": .block,
      ])
    keys(in: ["certification.credit-expiry"], waiting: ["use": .own])
    keys(
      in: ["certification.certificate"],
      waiting: [
        "term": .span, "surveillance": .span, "states": .own, "scope-changes": .own, "late-maintenance": .own,
      ])
    keys(in: ["certification.findings"], waiting: ["major": .block, "minor": .block, "observation": .block])
    keys(
      in: ["certification.accreditation"],
      waiting: [
        "term": .span, "surveillance": .span, "suspension-at-most": .span, "during-suspension": .own,
        "finding-addressee": .own,
      ])
    keys(
      in: ["certification.transaction-verification"],
      waiting: ["sample-by": .own, "collected-by": .own, "match": .own, "after": .own, "refusal": .own])
    keys(
      in: ["trade"], compared: ["record": .own, "etis": .block],
      waiting: [
        "recorded-as": .block, "upload": .block, "formulas": .block, "never": .own, "sustainability": .block,
        "categories-of-parties": .block,
      ])
    keys(
      in: ["trade.upload"],
      waiting: ["sandbox": .flag, "primary-rules": .block, "secondary-rules": .block, "versions": .own])
    keys(
      in: ["trade.formulas"],
      waiting: [
        "group-by": .own, "gross": .own, "gross-exports": .own, "gross-imports": .own, "net-exports": .own,
      ])
  }
}
