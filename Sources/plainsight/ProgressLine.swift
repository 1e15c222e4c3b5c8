import Foundation

/// How far long work is, on one line of the terminal that is written over; nothing where no person is watching.
final class ProgressLine {
    private let isWatched = isatty(STDERR_FILENO) == 1
    private var shown = ""

    /// Shows a step and, where it is known, the share of it that is done, from 0 to 1.
    func show(_ step: String, _ share: Double?) {
        guard isWatched else { return }
        let filled = share.map { Int(($0 * 30).rounded()) }
        let bar = filled.map { " [" + String(repeating: "=", count: $0) + String(repeating: " ", count: 30 - $0) + "]" } ?? " …"
        let line = step + bar
        if line != shown { FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8)) }
        shown = line
    }

    /// Takes the line away.
    func clear() {
        if !shown.isEmpty { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        shown = ""
    }
}
