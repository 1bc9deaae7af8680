public import Kernel

/// Who pays, for what, and what sources say of money.
public enum FinanceCapability {
  /// A kind stands after those it refers to.
  public static let records: [any Record.Type] = [
    Window.self, Post.self, FinanceStatement.self, Cause.self, Pledge.self, Contribution.self,
    Allocation.self, BudgetLine.self, PlanBudget.self, FinanceExamination.self,
  ]
}
