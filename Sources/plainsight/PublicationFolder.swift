import ArgumentParser
import Documents
import Foundation

/// The folder that a publication is written to.
struct PublicationFolder {
    private let folder: URL

    /// Makes the folder where it is not there yet.
    init(_ path: String) throws {
        folder = URL(fileURLWithPath: path, isDirectory: true)
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw CommandFailure("The folder \(path) cannot be made.")
        }
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        do { try Data(bytes).write(to: folder.appendingPathComponent(name), options: .atomic) } catch {
            throw CommandFailure("The file \(path(name)) cannot be written.")
        }
        note("\(path(name)) written.")
    }

    /// Writes a document as page, as text for word processors and as tagged PDF/A-2a.
    func write(_ publication: Publication, as name: String) throws {
        try write("\(name).html", HTMLDocument(publication).bytes())
        try write("\(name).odt", OpenDocumentText(publication).bytes())
        try convert(
            "\(name).html", to: "\(name).pdf", with: "weasyprint", called: "WeasyPrint", variable: "PLAINSIGHT_WEASYPRINT"
        ) { from, to in ["--quiet", "--pdf-variant", "pdf/a-2a", from, to] }
    }

    /// Writes a sheet as drawing, as words and as a picture.
    func write(_ sheet: Infographic, as name: String) throws {
        try write("\(name).svg", InfographicDrawing(sheet).file())
        try write("\(name).txt", Array(sheet.text().utf8))
        try convert(
            "\(name).svg", to: "\(name).png", with: "rsvg-convert", called: "rsvg-convert", variable: "PLAINSIGHT_RSVG_CONVERT"
        ) { from, to in ["--output", to, from] }
    }

    /// Turns one file into another by a program from outside. Ends with status 1 where the program is not there: all other
    /// files are written by then, and an older file of that name is gone.
    private func convert(
        _ from: String, to: String, with program: String, called name: String, variable: String,
        arguments: (String, String) -> [String]
    ) throws {
        try? FileManager.default.removeItem(atPath: path(to))
        guard let found = OutsideProgram.find(program, variable: variable) else {
            note(
                "\(path(to)) was not written, because \(name) was not found. Run script/setup publishing, or name the program in "
                    + "\(variable). The other files are written.")
            throw ExitCode(1)
        }
        try found.run(arguments(path(from), path(to)))
        note("\(path(to)) written.")
    }
}
