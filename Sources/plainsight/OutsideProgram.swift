import Foundation

/// A program that is not part of this one: it turns our pages into PDF or our drawings into pictures.
struct OutsideProgram {
    /// Where it was found.
    let path: String

    /// The program named by a variable of the environment, else on the PATH, else in the `.venv` that `script/setup` made.
    static func find(_ name: String, variable: String) -> OutsideProgram? {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment[variable], !named.isEmpty { return executable(named) }
        for folder in (environment["PATH"] ?? "").split(separator: ":") {
            if let found = executable("\(folder)/\(name)") { return found }
        }
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<5 {
            if let found = executable(folder.appendingPathComponent(".venv/bin/\(name)").path) { return found }
            folder.deleteLastPathComponent()
        }
        return executable("\(FileManager.default.currentDirectoryPath)/.venv/bin/\(name)")
    }

    private static func executable(_ path: String) -> OutsideProgram? {
        FileManager.default.isExecutableFile(atPath: path) ? OutsideProgram(path: path) : nil
    }

    /// Runs it to its end. Throws `CommandFailure` with what it wrote where it does not end well.
    func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        do { try process.run() } catch { throw CommandFailure("\(path) could not be started.") }
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            let words = String(decoding: said.suffix(2_000), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            throw CommandFailure("\(path) ended with an error: \(words)")
        }
    }
}
