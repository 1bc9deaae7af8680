public import Kernel

/// What a leaf of the tree is the hash of: an act by its place and its hash, since an entry may have 65,535 bytes at most and an
/// act more. Who has the act's public line makes it again.
public enum LogEntry {
  /// `{"seq":12,"sha256":"…"}`
  public static func bytes(seq: Int, _ hash: Fingerprint) -> [UInt8] {
    var json = JSONWriter(capacity: 100)
    write(seq: seq, hash, to: &json)
    return json.bytes
  }

  static func write(seq: Int, _ hash: Fingerprint, to json: inout JSONWriter) {
    json.raw(#"{"seq":"#)
    json.write(seq)
    json.raw(#","sha256":""#)
    hash.write(to: &json)
    json.raw(#""}"#)
  }
}
