import ArgumentParser
import Foundation
import Kernel
import Pathways
import ReferralForm

extension PathwayCommand {
    struct Pack: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pack", abstract: "Writes a page with every value in the form's own order, to key in by hand.",
            discussion: """
                The page is index.html; it can be printed, and works without its script. It holds somebody's story: only the owner \
                of the files can read them. Ends with status 1 and the problems where the form would not take the answers, 2 where \
                the file cannot be read or the folder cannot be written.
                """)

        @OptionGroup var answers: AnswersFile
        @Option(name: .long, help: "The folder to write to; it is made if it is not there.") var out: String

        func run() async throws {
            let given = try answers.read()
            let today = World.real.now().day
            let pack = KeyInPack(given, today: today)
            guard pack.check.isAcceptable else {
                for problem in pack.check.problems { note("\(problem.field): \(problem.message).") }
                throw ExitCode(1)
            }
            do {
                try write(KeyInFiles(pack, today: today))
            } catch {
                note("The folder \(out) cannot be written.")
                throw ExitCode(2)
            }
        }

        /// Writes each file beside its place first, so that a pack is never half an old one, and for the owner's eyes alone
        /// from its first byte on.
        private func write(_ pack: KeyInFiles) throws {
            let files = FileManager.default
            let folder = URL(fileURLWithPath: out, isDirectory: true)
            try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for file in pack.files {
                let place = folder.appendingPathComponent(file.name)
                let fresh = folder.appendingPathComponent(".\(ProcessInfo.processInfo.processIdentifier).\(file.name)")
                try? files.removeItem(at: fresh)
                guard
                    files.createFile(atPath: fresh.path, contents: Data(file.bytes), attributes: [.posixPermissions: 0o600]),
                    rename(fresh.path, place.path) == 0
                else { throw CocoaError(.fileWriteUnknown) }
            }
        }
    }
}
