public import Kernel

extension SchemaField {
  /// The words that a field holds, where it holds any: one id, one word, or a list of them.
  public func words(_ whole: Whole) -> [String] {
    var json = JSONWriter()
    writeValue(whole, to: &json)
    let read = try? JSONReader.read(json.bytes) { json in
      if json.isNull() { return [String]() }
      switch shape().unwrapped {
      case .list:
        var words: [String] = []
        try json.list { words.append(try $0.string()) }
        return words
      default: return [try json.string()]
      }
    }
    return read ?? []
  }
}

extension Schema {
  /// The words of the field of that name; none where there is no such field.
  public func words(of name: String, in whole: Whole) -> [String] {
    fields.first { $0.name == name }?.words(whole) ?? []
  }
}
