import Proofs
import Testing

@Suite struct TileTests {
  @Test func aTileHasTheAddressThatC2SPGivesIt() {
    #expect(Tile(.level(0), 0).path == ["0", "000"])
    #expect(Tile(.level(1), 67).path == ["1", "067"])
    #expect(Tile(.level(0), 1_234_067).path == ["0", "x001", "x234", "067"])
    #expect(Tile(.entries, 1000, count: 7).path == ["entries", "x001", "000.p", "7"])
    #expect(Tile(.lines, 12).path == ["lines", "012"])
  }

  @Test func anAddressIsReadAsItIsWritten() {
    for place in [0, 1, 255, 999, 1000, 999_999, 1_000_000, 999_999_999_999] {
      for count in [1, 17, 255, 256] {
        for content in [Tile.Content.level(0), .level(7), .entries, .lines] {
          let tile = Tile(content, place, count: count)
          #expect(Tile(path: tile.path) == tile)
        }
      }
    }
  }

  @Test(arguments: [
    "", "0", "0/0", "0/00", "0/0000", "0/x000/000", "0/x001", "0/001/002", "00/000", "8/000", "-1/000",
    "0/+01", "0/x+1/000",
    "0/000.p", "0/000.p/0", "0/000.p/256", "0/000.p/01", "0/000.p/+1", "0/000.p/1/2", "entries",
    "lines/000.p/257", "data/000",
    "0/x999/x999/x999/x999/999", "0/x999/x999/x999/x999/x999/x999/999", "0/٣٣٣", "0/000.p/٣",
  ]) func everythingElseIsNone(path: String) {
    #expect(Tile(path: path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)) == nil)
  }

  @Test func aLogHasTheTilesThatItsSizeAsksFor() {
    #expect(Tile.all(of: 0).isEmpty)
    #expect(
      Tile.all(of: 5).map(\.path) == [
        ["entries", "000.p", "5"], ["lines", "000.p", "5"], ["0", "000.p", "5"],
      ])
    let tiles = Tile.all(of: 65_537).filter { $0.content != .entries && $0.content != .lines }
    #expect(tiles.count == 257 + 1 + 1)
    #expect(tiles.suffix(2).map(\.path) == [["1", "000"], ["2", "000.p", "1"]])
  }
}
