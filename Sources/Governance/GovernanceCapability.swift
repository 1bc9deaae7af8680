public import Acting
internal import Kernel

/// What bodies ask, answer, advise and decide, under which texts and treaties.
public enum GovernanceCapability {
  public static let capability = Capability(
    "governance",
    charter: [
      "time-zone", "treaties", "not-a-subsidiary-body", "rights", "parties-in-partnership",
      "governing-documents",
      "stream-role", "mechanisms", "whatever-the-linkage", "linkage", "options", "decisions",
      "function-mandates", "lifecycle", "definition", "interim-work", "advice", "agreements",
      "exemptions", "principles", "consultations",
    ],
    records: [
      Treaty.self, TreatyPhase.self, TreatyMeasure.self, TreatyDuty.self, DiscretionaryMeasure.self,
      Session.self, LegalBasis.self, LegalBasisUse.self, Decision.self, CharterEdition.self, Document.self,
      DocumentRelation.self, Request.self, Answer.self, Mandate.self, Advice.self, Recognition.self,
      GoverningDocument.self, LinkageSwitch.self, Interaction.self, Exemption.self, Agreement.self,
      Uncertainty.self, Formation.self, Principle.self, Briefing.self, Motion.self, Ballot.self,
      JournalLift.self,
    ],
    verbs: Decision.verbs + [CharterEdition.adopting] + Request.verbs + Advice.verbs
      + [LinkageSwitch.switching] + Formation.verbs + Motion.verbs + [Ballot.voting],
    keepings: [
      DiscretionaryMeasure.keeping, Decision.keeping, CharterEdition.keeping, Answer.keeping,
      LinkageSwitch.keeping, Formation.keeping, Motion.keeping, Ballot.keeping, JournalLift.keeping,
    ])
}
