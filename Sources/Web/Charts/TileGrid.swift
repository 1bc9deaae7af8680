internal import Resources
internal import Telling

/// Where each State's square stands on the map. Neighbours stay near, continents keep their outline.
public struct TileGrid: Sendable {
  public struct Tile: Sendable, Hashable {
    public let country: String
    public let column: Int
    public let row: Int
  }
  public let tiles: [Tile]
  public let columns: Int
  public let rows: Int

  /// Read once from `Data/reference/tilegrid.csv`; the optional squares of territories are left out.
  public static let shared = TileGrid(Resources.text("Data/reference/tilegrid.csv") ?? "")

  public init(_ csv: String) {
    tiles = Reference.rows(csv).compactMap { row in
      guard row["set"] == "core", let country = row["iso2"], let column = row["column"].flatMap({ Int($0) }),
        let line = row["row"].flatMap({ Int($0) })
      else { return nil }
      return Tile(country: country, column: column, row: line)
    }
    columns = (tiles.map(\.column).max() ?? 0) + 1
    rows = (tiles.map(\.row).max() ?? 0) + 1
  }
}
