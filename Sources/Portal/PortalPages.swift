internal import Telling
public import Web

/// Every page that Entente has, and the order in which its navigation leads to them.
public enum PortalPages {
  public static let book = PageBook(
    [PageKind(view: { try $0.home() })] + RegistryPages.all + WorkplanPages.all + GovernancePages.all
      + OptionsPages.all + ReportingPages.all + ModelPages.all + RecordPages.all + LogPages.all
      + AboutPages.all,
    sections: [
      .init(.partners) { words in words["nav.partners"] }, .init(.areas) { words in words["nav.areas"] },
      .init(.activities) { words in words["nav.activities"] },
      .init(.governance) { words in words["nav.governance"] },
      .init(.treaties) { words in words["nav.treaties"] }, .init(.options) { words in words["nav.options"] },
      .init(.requests) { words in words["nav.requests"] }, .init(.reports) { words in words["nav.reports"] },
      .init(.models) { words in words["nav.models"] }, .init(.aboutData) { words in words["nav.aboutData"] },
    ],
    additions: GovernancePages.additions + FinancePages.additions)
}
