/// A record with states. Who brings it from one to the next, and how, is declared by its verbs.
public protocol Moving: Record {
  associatedtype State: Code
  var state: State { get set }
}
