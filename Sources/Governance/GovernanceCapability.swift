public import Kernel

/// What bodies ask, answer, advise and decide, under which texts and treaties.
public enum GovernanceCapability {
  /// A kind stands after those it refers to.
  public static let records: [any Record.Type] = [
    Treaty.self, TreatyPhase.self, TreatyMeasure.self, TreatyDuty.self, DiscretionaryMeasure.self,
    Session.self, LegalBasis.self,
    LegalBasisUse.self, Decision.self, CharterEdition.self, Document.self, DocumentRelation.self,
    Request.self,
    Answer.self, Mandate.self, Advice.self, Recognition.self, GoverningDocument.self, LinkageSwitch.self,
    Interaction.self,
    Exemption.self, Agreement.self, Uncertainty.self, Formation.self, Principle.self, Briefing.self,
    Motion.self, Ballot.self,
  ]
}
