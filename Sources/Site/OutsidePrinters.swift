import Foundation
import Kernel
import Publications

extension DocumentPrinter {
    /// Makes tagged PDF/A-2a by WeasyPrint.
    static func weasyPrint(at path: String, world: World) -> DocumentPrinter {
        DocumentPrinter { page in
            try await OutsideConversion(program: path, world: world).convert(page, from: "document.html", to: "document.pdf") {
                ["--quiet", "--pdf-variant", "pdf/a-2a", $0, $1]
            }
        }
    }
}

extension SheetPainter {
    /// Makes PNG by rsvg-convert.
    static func rsvgConvert(at path: String, world: World) -> SheetPainter {
        SheetPainter { drawing in
            try await OutsideConversion(program: path, world: world).convert(drawing, from: "drawing.svg", to: "drawing.png") {
                ["--output", $1, $0]
            }
        }
    }
}

/// A program that reads one file and writes another: both are gone afterwards.
private struct OutsideConversion {
    let program: String
    let world: World

    /// Throws `PrintingFailed` where the program ends without success.
    func convert(
        _ bytes: [UInt8], from: String, to: String, arguments: (_ from: String, _ to: String) -> [String]
    ) async throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plainsight-\(world.newToken())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, result) = (folder.appendingPathComponent(from), folder.appendingPathComponent(to))
        try Data(bytes).write(to: source)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments(source.path, result.path)
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

/// The program ended without a document.
struct PrintingFailed: Error {}
