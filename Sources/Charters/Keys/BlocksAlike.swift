/// Blocks that stand in several places and know the same keys in each.
extension CharterKey {
  static let termsOfALinkage = [
    "linkage.default", "linkage.parts.*", "options.*.default", "options.*.parts.*",
  ]
  static let majorities = ["decisions.rules.*.pass", "decisions.rules.*.pass.[]"]
  static let quorums = [
    "decisions.rules.*.quorum", "decisions.rules.*.quorum.[]", "decisions.rules.*.no-quorum.quorum",
    "decisions.rules.*.no-quorum.quorum.[]",
  ]
}
