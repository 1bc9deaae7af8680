import Kernel
import Store
@testable import StorePostgres
import Testing
import Wording

@Suite("The address of a PostgreSQL server")
struct PostgresAddressTests {
  @Test(
    "is shown without its password",
    arguments: [
      ("postgres://eva:secret@db.example.org:5433/gmp", "postgres://eva@db.example.org:5433/gmp"),
      (
        "postgresql://eva:secret@db.example.org/gmp?sslmode=require", "postgres://eva@db.example.org:5432/gmp"
      ),
      ("host=10.0.0.7 port=5499 user=eva password=secret dbname=gmp", "postgres://eva@10.0.0.7:5499/gmp"),
      ("postgres://eva@[::1]:5433/gmp", "postgres://eva@[::1]:5433/gmp"),
      (
        "host=/run/postgresql user=eva password=secret dbname=gmp",
        "postgres://eva@/gmp (socket in /run/postgresql)"
      ),
    ])
  func shown(text: String, shown: String) throws {
    try #expect(PostgresAddress(text).description == shown)
    try #expect(PostgresDatabase(text).place == shown)
  }

  @Test(
    "that cannot be read is refused without being quoted",
    arguments: [
      "postgress://eva:secret@db/gmp", "postgres://eva:secret@db:5432/gmp?colour=secret", "nonsense secret",
    ])
  func unreadable(text: String) async {
    let refusal = await refusal { try PostgresAddress(text) }
    #expect(refusal?.code == "address")
    #expect(refusal?.sentence.contains("secret") == false)
    #expect(refusal?.sentence.contains("write postgres://user:password@host:port/database") == true)
    #expect(PostgresDatabase.shown(text) == "PostgreSQL")
  }

  @Test("where nobody listens is refused with host, port and reason")
  func nobodyListens() async throws {
    let database = try PostgresDatabase("postgres://eva:secret@127.0.0.1:1/gmp")
    let refusal = await refusal { try await database.read { $0.dialect == .postgres } }
    #expect(refusal?.code == "unreachable")
    let sentence = refusal?.sentence ?? ""
    #expect(sentence.hasPrefix("PostgreSQL at postgres://eva@127.0.0.1:1/gmp cannot be reached: "))
    #expect(sentence.contains("Connection refused"))
    #expect(!sentence.contains("secret"))
  }

  @Test("where somebody else listens is given up in time", .timeLimit(.minutes(1)))
  func silence() async throws {
    // A socket that is listened on and never answered.
    let deaf = try DeafServer()
    var limits = PostgresLimits()
    limits.connecting = .milliseconds(200)
    let database = try PostgresDatabase("postgres://eva@127.0.0.1:\(deaf.port)/gmp", limits: limits)
    let refusal = await refusal { try await database.read { $0.dialect == .postgres } }
    #expect(refusal?.code == "unreachable")
    #expect(refusal?.sentence.hasSuffix("cannot be reached: no answer in time") == true)
  }

  @Test("a limit below a second keeps its milliseconds")
  func milliseconds() {
    #expect(Duration.milliseconds(1500).milliseconds == 1500)
    #expect(Duration.milliseconds(250).milliseconds == 250)
    #expect(Duration.microseconds(1).milliseconds == 1)
    #expect(Duration.zero.milliseconds == 0)
  }
}
