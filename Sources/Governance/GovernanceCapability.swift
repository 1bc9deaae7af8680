public import Kernel

/// What bodies ask, answer, advise and decide, under which texts and treaties.
public enum GovernanceCapability {
  /// A kind stands after those it refers to.
  public static let records: [any Record.Type] = [
    CharterEdition.self, Treaty.self, TreatyPhase.self, TreatyMeasure.self, TreatyDuty.self, Session.self,
    LegalBasis.self, LegalBasisUse.self, Document.self, DocumentRelation.self, Request.self, Answer.self,
    Mandate.self, Advice.self, Recognition.self, GoverningDocument.self, Decision.self, LinkageSwitch.self,
    Interaction.self,
    Exemption.self, Uncertainty.self, Principle.self, Briefing.self,
  ]
}
