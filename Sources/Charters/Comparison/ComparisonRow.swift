/// What charters are compared by. Every cell of a row is derived from the charter.
public enum ComparisonRow: String, Sendable, Hashable, CaseIterable {
  case treatyLink = "treaty-link"
  case timeRelation = "time-relation"
  case reportsTo = "reports-to"
  case host
  case membership
  case privateSector = "private-sector"
  case steering
  case decision
  case period
  case finance
  case documents
  case keyObject = "key-object"
  case exclusions
  case lifecycle
  case lessons
}
