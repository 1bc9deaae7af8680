public import Acting
internal import Kernel
internal import Wording

/// The verbs as an API that writes would have them, described for machines: one entry for each verb, with its inputs, who
/// may, and whether a ground is asked for. The portal does not serve it yet: it waits for accounts.
public enum WritingAPI {
  /// OpenAPI 3.1.
  public static func document(_ book: VerbBook, version: String) -> [UInt8] {
    var json = JSONWriter(capacity: 131_072)
    json.raw(#"{"openapi":"3.1.0","info":{"title":"Entente, writing","version":"#)
    json.write(version)
    json.raw(
      #","license":{"name":"Apache-2.0","identifier":"Apache-2.0"}},"servers":[{"url":"/"}],"paths":{"#)
    var isFirst = true
    for type in book.records {
      // Verbs of one address stand together: adding at the list, correcting and taking back at the record.
      var places: [(path: String, methods: [(method: String, verb: any DeclaredVerb)])] = []
      for verb in book.verbs(of: type.kind) where verb.may != .system {
        let (method, path) = address(of: verb, type.plural)
        if let index = places.firstIndex(where: { $0.path == path }) {
          places[index].methods.append((method, verb))
        } else {
          places.append((path, [(method, verb)]))
        }
      }
      for place in places {
        if !isFirst { json.raw(",") }
        isFirst = false
        json.write(place.path)
        json.raw(":{")
        for (index, entry) in place.methods.enumerated() {
          if index > 0 { json.raw(",") }
          write(entry.verb, entry.method, &json)
        }
        json.raw("}")
      }
    }
    json.raw(#"},"components":{"schemas":{"#)
    json.raw(OpenAPI.problem)
    json.raw("}}}")
    return json.bytes
  }

  private static func address(of verb: any DeclaredVerb, _ plural: String) -> (method: String, path: String) {
    let word = verb.name.replacing(" ", with: "-")
    switch (verb.name, verb.makes) {
    case (Keeps.add, _): return ("post", "/api/v1/\(plural)")
    case (Keeps.correct, _): return ("patch", "/api/v1/\(plural)/{id}")
    case (Keeps.takeBack, _): return ("delete", "/api/v1/\(plural)/{id}")
    case (_, true): return ("post", "/api/v1/\(plural)/verbs/\(word)")
    case (_, false): return ("post", "/api/v1/\(plural)/{id}/verbs/\(word)")
    }
  }

  private static func write(_ verb: any DeclaredVerb, _ method: String, _ json: inout JSONWriter) {
    json.write(method)
    json.raw(#":{"operationId":"#)
    json.write("\(verb.kind)-\(verb.name.replacing(" ", with: "-"))")
    json.raw(#","summary":"#)
    json.write(verb.phrase.sentence(in: .en))
    json.raw(#","x-may":"#)
    json.write(verb.may.phrase(for: verb.kind).sentence(in: .en))
    json.raw(#","x-from":"#)
    verb.from.write(to: &json)
    json.raw(#","x-to":"#)
    verb.to.write(to: &json)
    json.raw(#","parameters":[{"name":"preview","in":"query","schema":{"type":"boolean"}}"#)
    json.raw(#",{"name":"basis","in":"query","required":"#)
    json.raw(verb.basis == .required ? "true" : "false")
    json.raw(#","schema":{"type":"string"}}"#)
    if verb.name == Keeps.correct || verb.name == Keeps.takeBack || !verb.makes && verb.name != Keeps.add {
      json.raw(#",{"name":"id","in":"path","required":true,"schema":{"type":"string"}}"#)
    }
    json.raw("]")
    if verb.name != Keeps.takeBack {
      json.raw(#","requestBody":{"required":true,"content":{"application/json":{"schema":"#)
      schema(verb, isPart: verb.name == Keeps.correct, &json)
      json.raw("}}}")
    }
    json.raw(#","responses":{"200":{"description":"Done, or what it would do"},"#)
    json.raw(OpenAPI.failure)
    json.raw("}}")
  }

  /// - Parameter isPart: what is left out stays as it is.
  private static func schema(_ verb: any DeclaredVerb, isPart: Bool, _ json: inout JSONWriter) {
    json.raw(#"{"type":"object","additionalProperties":false,"properties":{"#)
    for (index, input) in verb.inputs.enumerated() {
      if index > 0 { json.raw(",") }
      json.write(input.name)
      json.raw(":")
      input.shape.writeJSONSchema(to: &json)
    }
    json.raw(#"},"required":"#)
    (isPart ? [] : verb.inputs.filter(\.isRequired).map(\.name)).write(to: &json)
    json.raw("}")
  }
}
