internal import Kernel
public import Markup
internal import Telling

/// Counts by country, one equal square a State.
public struct TileMap: Sendable {
  /// By ISO code of two letters; what is not there counts none.
  public var counts: [String: Int]
  /// Head of the count's column: “Partners”.
  public var heading: String

  public init(counts: [String: Int], heading: String) {
    self.counts = counts
    self.heading = heading
  }
}

extension Page {
  /// Three steps of darkness; code and count stand in the square. Places without a square are in the table only.
  /// The map never mirrors: west stays left.
  public func tileMap(_ frame: ChartFrame, _ map: TileMap) -> HTML {
    let shown = TileGrid.shared.tiles
    let most = map.counts.values.max() ?? 0
    var squares: [HTML] = Array(repeating: HTML(), count: 4)
    var quiet = HTML()
    var loud = HTML()
    for tile in shown {
      let count = map.counts[tile.country] ?? 0
      let step = Self.step(count, most)
      let (x, y) = (tile.column * 24, tile.row * 24)
      squares[step].append("M\(x + 1).5 \(y + 1).5h21v21h-21z")
      if count == 0 {
        quiet.append("<text x=\"\(x + 12)\" y=\"\(y + 15)\">\(tile.country)</text>")
      } else {
        loud.append(
          """
          <text x="\(x + 12)" y="\(y + 11)"\(attribute: "class", step == 3 ? "i" : nil)>\(tile.country)\
          <tspan x="\(x + 12)" dy="9">\(words.number(Double(count)))</tspan></text>
          """)
      }
    }
    var paths = HTML()
    for (step, square) in squares.enumerated() where !square.bytes.isEmpty {
      paths.append("<path class=\"m\(step)\" d=\"\(square)\"/>")
    }
    let drawing: HTML = """
      <svg class="map" viewBox="0 0 \(TileGrid.shared.columns * 24) \(TileGrid.shared.rows * 24)" role="img" \
      aria-labelledby="\(frame.id)-t \(frame.id)-d"><title id="\(frame.id)-t">\(frame.caption)</title>\
      <desc id="\(frame.id)-d">\(frame.description)</desc>\(paths)<g class="q0">\(quiet)</g>\(loud)</svg>
      """
    return chart(frame, drawing: drawing, table: table(map, frame))
  }

  /// One, two, more; or thirds of the most where counts run high.
  private static func step(_ count: Int, _ most: Int) -> Int {
    guard count > 0 else { return 0 }
    if most <= 6 { return min(count, 3) }
    return min(3, 1 + count * 3 / (most + 1))
  }

  private func table(_ map: TileMap, _ frame: ChartFrame) -> TableView {
    var rows: [(name: String, count: Int)] = []
    for (code, count) in map.counts where count > 0 {
      rows.append((CountryNames.shared.name(of: code, in: language), count))
    }
    rows = words.sorted(rows) { $0.name }.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
    let all = rows.reduce(0) { $0 + $1.count }
    return TableView(
      frame.caption, columns: [.init(words["column.country"]), .init(map.heading, isNumber: true)],
      rows: rows.map { ["\($0.name)", number($0.count)] },
      foot: ["\(words["column.all"])", number(all)])
  }
}
