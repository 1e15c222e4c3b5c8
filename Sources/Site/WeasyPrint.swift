import Foundation
import Kernel
import Publications

extension DocumentPrinter {
    /// Makes tagged PDF/A-2a by WeasyPrint, which reads a page from a file and writes another: both are gone afterwards.
    static func weasyPrint(at path: String, world: World) -> DocumentPrinter {
        DocumentPrinter { page in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plainsight-\(world.newToken())")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            defer { try? FileManager.default.removeItem(at: folder) }
            let (source, result) = (folder.appendingPathComponent("document.html"), folder.appendingPathComponent("document.pdf"))
            try Data(page).write(to: source)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = ["--quiet", "--pdf-variant", "pdf/a-2a", source.path, result.path]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            let status: Int32 = try await withCheckedThrowingContinuation { continuation in
                process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
                do { try process.run() } catch { continuation.resume(throwing: error) }
            }
            guard status == 0 else { throw PrintingFailed() }
            return Array(try Data(contentsOf: result))
        }
    }
}

/// The program ended without a document.
struct PrintingFailed: Error {}
