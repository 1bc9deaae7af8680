public import Acting
internal import Kernel
internal import Workplan

/// Who pays, for what, and what sources say of money.
public enum FinanceCapability {
  public static let capability = Capability(
    "finance",
    charter: [
      "finance"
    ],
    records: [
      Window.self, Post.self, FinanceStatement.self, Cause.self, Pledge.self, Contribution.self,
      Allocation.self, BudgetLine.self, PlanBudget.self, FinanceExamination.self,
    ],
    verbs: Pledge.verbs + [Allocation.allocating, Allocation.withdrawing, FinanceExamination.concluding],
    keepings: [Pledge.keeping, Contribution.keeping, Allocation.keeping, Activity.keeping])
}
