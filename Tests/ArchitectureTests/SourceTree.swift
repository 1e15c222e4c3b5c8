import Foundation

/// The sources of the package as text.
struct SourceTree {
    struct File: CustomStringConvertible {
        /// The folder below Sources: the name of the target.
        let target: String
        /// Below the root of the package.
        let path: String
        let text: String

        var description: String { path }

        /// The modules that the file imports.
        var imports: [String] {
            lines.compactMap { line in
                var words = line.split(separator: " ").drop { $0.hasPrefix("@") }
                if let first = words.first, ["public", "package", "internal"].contains(first) { words = words.dropFirst() }
                guard words.first == "import", let module = words.last else { return nil }
                return module.split(separator: ".").first.map(String.init)
            }
        }

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

        /// The lines without those that are only a comment.
        var code: [Substring] { lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") } }
    }

    struct Unreadable: Error {}

    /// The root of the package, found from this file.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let files: [File]

    private static let read = Result { try SourceTree(reading: "Sources") }
    private static let readTests = Result { try SourceTree(reading: "Tests") }

    init() throws { self = try SourceTree.read.get() }

    static func tests() throws -> SourceTree { try readTests.get() }

    /// - Parameter folder: "Sources" or "Tests".
    private init(reading folder: String) throws {
        let start = SourceTree.root.appendingPathComponent(folder)
        guard let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil) else {
            throw Unreadable()
        }
        var files: [File] = []
        for case let url as URL in walk where url.pathExtension == "swift" {
            let path = url.path.dropFirst(SourceTree.root.path.count + 1)
            let parts = path.split(separator: "/")
            guard parts.count > 2 else { continue }
            files.append(
                File(
                    target: String(parts[1]), path: String(path),
                    text: String(decoding: try Data(contentsOf: url), as: UTF8.self)))
        }
        self.files = files.sorted { $0.path < $1.path }
    }

    /// Every line of code that holds one of these, as "path:line", except in the targets or files named.
    func places(of needles: [String], except: Set<String> = []) -> [String] {
        files.flatMap { file -> [String] in
            if except.contains(file.target) || except.contains(file.path) { return [] }
            return file.lines.enumerated().compactMap { number, line in
                if line.drop(while: { $0 == " " }).hasPrefix("//") { return nil }
                return needles.contains { line.contains($0) } ? "\(file.path):\(number + 1)" : nil
            }
        }
    }
}
