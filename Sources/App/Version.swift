/// The version of this program. Stores keep it with their tables, so that an older one does not undo what a newer did.
public enum Version {
  public static let current = "0.1.0"
}
