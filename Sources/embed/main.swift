import Foundation

/// Writes a Swift file that holds the content of every file under some folders.
///
/// Arguments: the file to write, the root, the folders. Texts become static strings: they lie in the executable as
/// they are, cost nothing to load, and compile faster than lists of bytes.
let arguments = CommandLine.arguments
guard arguments.count >= 3 else { fail("usage: embed OUTPUT ROOT FOLDER…") }
let root = URL(fileURLWithPath: arguments[2])

func fail(_ sentence: String) -> Never {
  FileHandle.standardError.write(Data((sentence + "\n").utf8))
  exit(1)
}

func paths(under folder: String) -> [String] {
  guard let walk = FileManager.default.enumerator(atPath: root.appending(path: folder).path) else {
    return []
  }
  return walk.compactMap { $0 as? String }.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    .map { "\(folder)/\($0)" }
    .filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
}

/// A Swift literal of the text.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case "\"": result += "\\\""
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default:
      if scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFEFF {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}

var source = "enum Embedded {\n  static let files: [(path: StaticString, content: StaticString)] = [\n"
for path in arguments.dropFirst(3).flatMap(paths).sorted() {
  guard let data = FileManager.default.contents(atPath: root.appending(path: path).path) else {
    fail("\(path) cannot be read")
  }
  guard let text = String(validating: data, as: UTF8.self) else {
    fail("\(path) is not UTF-8; only texts are embedded")
  }
  source += "    (\(literal(path)), \(literal(text))),\n"
}
source += "  ]\n}\n"
do { try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[1]), options: .atomic) } catch {
  fail("\(arguments[1]) cannot be written: \(error)")
}
