import Foundation
import PackagePlugin

/// Puts the project's texts (words, styles, charters, founding data) into the executable: see docs/decisions.
@main struct Embed: BuildToolPlugin {
  /// Folders at the root of the package.
  private static let folders = ["Charters", "Data", "Public", "Words"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    let files = Self.folders.flatMap { Self.files(under: root.appending(path: $0)) }
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files",
        executable: try context.tool(named: "embed").url,
        arguments: [output.path, root.path] + Self.folders,
        inputFiles: files, outputFiles: [output])
    ]
  }

  private static func files(under folder: URL) -> [URL] {
    guard
      let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    else { return [] }
    return walk.compactMap { $0 as? URL }
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted { $0.path < $1.path }
  }
}
