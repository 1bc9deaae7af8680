public import Kernel
internal import Telling

/// The API described for machines, derived from the schemas: OpenAPI 3.1.
public enum OpenAPI {
  public static func document(_ kinds: [any Record.Type], version: String, at prefix: String = "") -> [UInt8]
  {
    var json = JSONWriter(capacity: 65_536)
    json.raw(#"{"openapi":"3.1.0","info":{"title":"Entente","version":"#)
    json.write(version)
    json.raw(
      #","license":{"name":"Apache-2.0","identifier":"Apache-2.0"}},"servers":[{"url":"#)
    json.write(prefix.isEmpty ? "/" : prefix)
    json.raw(#"}],"paths":{"#)
    for (index, type) in kinds.enumerated() {
      if index > 0 { json.raw(",") }
      paths(type, &json)
    }
    json.raw(#"},"components":{"schemas":{"#)
    for type in kinds {
      schema(type, &json)
      json.raw(",")
    }
    json.raw(problem)
    json.raw(#","act":{"type":"object","description":"One recorded change","additionalProperties":true}}}}"#)
    return json.bytes
  }

  private static func schema<R: Record>(_ type: R.Type, _ json: inout JSONWriter) {
    json.write(R.kind)
    json.raw(":")
    R.schema.publicShape.writeJSONSchema(to: &json)
  }

  private static func paths<R: Record>(_ type: R.Type, _ json: inout JSONWriter) {
    let reference = "#/components/schemas/\(R.kind)"
    json.write("/api/v1/\(R.plural)")
    json.raw(#":{"get":{"operationId":"#)
    json.write("list-\(R.plural)")
    json.raw(#","summary":"#)
    json.write("Lists \(R.plural), in the order of their ids")
    json.raw(
      #"""
      ,"parameters":[{"name":"limit","in":"query","schema":{"type":"integer","minimum":1,"maximum":500}},{"name":"cursor","in":"query","schema":{"type":"string","pattern":"^[a-z0-9][a-z0-9._-]{0,119}$"}},
      """#)
    json.raw(asOf)
    json.raw(",")
    language(&json)
    for field in R.schema.fields where field.sight == .everyone {
      let columns = field.shape().columns(named: field.name)
      for column in columns where column.storage == .text && !Asked.ours.contains(column.name) {
        json.raw(#",{"name":"#)
        json.write(column.name)
        json.raw(#","in":"query","schema":{"type":"string"}}"#)
      }
    }
    json.raw(#"],"responses":{"200":{"description":"A page","content":{"application/json":{"schema":"#)
    json.raw(
      #"{"type":"object","required":["items","next","as_of"],"properties":{"items":{"type":"array","items":{"$ref":"#
    )
    json.write(reference)
    json.raw(
      #"}},"next":{"anyOf":[{"type":"string"},{"type":"null"}]},"as_of":{"type":"string","format":"date"}}}}}},"#
    )
    json.raw(failure)
    json.raw("}}},")
    one("/api/v1/\(R.plural)/{id}", "read-\(R.kind)", "Reads one \(R.kind)", isOfDay: true, &json) { json in
      json.raw(#"{"$ref":"#)
      json.write(reference)
      json.raw("}")
    }
    json.raw(",")
    one(
      "/api/v1/\(R.plural)/{id}/history", "history-of-\(R.kind)", "Every act on one \(R.kind)",
      isOfDay: false, &json
    ) {
      json in
      json.raw(
        ##"{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/act"}}}}"##
      )
    }
  }

  private static func one(
    _ path: String, _ id: String, _ summary: String, isOfDay: Bool, _ json: inout JSONWriter,
    _ schema: (inout JSONWriter) -> Void
  ) {
    json.write(path)
    json.raw(#":{"get":{"operationId":"#)
    json.write(id)
    json.raw(#","summary":"#)
    json.write(summary)
    json.raw(#","parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}},"#)
    if isOfDay {
      json.raw(asOf)
      json.raw(",")
    }
    language(&json)
    json.raw(#"],"responses":{"200":{"description":"Found","content":{"application/json":{"schema":"#)
    schema(&json)
    json.raw("}}},")
    json.raw(failure)
    json.raw("}}}")
  }

  /// What is left empty, as a form sends it, is not asked for.
  private static let asOf: StaticString =
    #"{"name":"as_of","in":"query","schema":{"anyOf":[{"type":"string","format":"date"},{"type":"string","maxLength":0}]}}"#

  private static func language(_ json: inout JSONWriter) {
    json.raw(#"{"name":"lang","in":"query","schema":{"enum":"#)
    (Words.languages.map(\.rawValue) + [""]).write(to: &json)
    json.raw("}}")
  }

  static let failure: StaticString =
    ##""default":{"description":"Refused, in a sentence","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/problem"}}}}"##

  static let problem: StaticString =
    #""problem":{"type":"object","required":["status","code","detail"],"properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"code":{"type":"string"},"detail":{"type":"string"},"rule":{"type":"string"},"pointer":{"anyOf":[{"type":"string"},{"type":"null"}]}}}"#
}
