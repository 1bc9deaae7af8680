/// Who reads. What the public gets is decided in one place: the schema leaves restricted fields out of its JSON and
/// its cells, and a kind that is restricted whole is not listed at all.
public enum Audience: Sendable, Hashable {
  /// Anyone.
  case everyone
  /// Someone who acts in a capacity of this partnership.
  case insiders
}
