import Foundation
import Testing

@Suite("The command publish")
struct PublishCommandTests {
    /// A folder with a database in which one partnership has no record yet.
    private struct Ground {
        let folder: URL
        let executable: String

        init() throws {
            executable = try #require(ServerProcess.executable, "the command plainsight is not built")
            folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "publish-\(ProcessInfo.processInfo.globallyUniqueString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            #expect(
                try run(["partnership", "add", "--slug", "northmoor", "--name", "Northmoor partnership", "--prefix", "NM"]).status == 0)
        }

        /// Runs the command with programs from outside that are not there, unless told otherwise.
        func run(_ arguments: [String], _ programs: [String: String] = [:]) throws -> (status: Int32, said: String) {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: executable)
            process.arguments = arguments
            process.environment = [
                "PLAINSIGHT_DATABASE": "sqlite:\(folder.path)/records.sqlite", "PLAINSIGHT_KEY_FILE": "\(folder.path)/key",
                "PLAINSIGHT_LOG_LEVEL": "error", "PLAINSIGHT_WEASYPRINT": "\(folder.path)/none",
                "PLAINSIGHT_RSVG_CONVERT": "\(folder.path)/none", "PATH": "/usr/bin:/bin",
            ].merging(programs) { $1 }
            let errors = Pipe()
            process.standardError = errors
            process.standardOutput = FileHandle.nullDevice
            process.standardInput = FileHandle.nullDevice
            try process.run()
            let said = errors.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: said, as: UTF8.self))
        }

        func publish(_ document: String, _ more: [String] = [], _ programs: [String: String] = [:]) throws -> (status: Int32, said: String)
        {
            try run(
                [
                    "publish", document, "--partnership", "northmoor", "--from", "2019-04-01", "--to", "2020-03-31", "--out",
                    "\(folder.path)/out",
                ]
                    + more, programs)
        }

        /// A program that does what a few lines of shell say.
        func program(_ lines: String) throws -> String {
            let path = "\(folder.path)/program"
            try Data("#!/bin/sh\n\(lines)\n".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
            return path
        }

        func written() -> Set<String> {
            Set((try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out")) ?? [])
        }

        func file(_ name: String, _ text: String) throws -> String {
            let path = "\(folder.path)/\(name)"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            return path
        }

        func remove() { try? FileManager.default.removeItem(at: folder) }
    }

    @Test("writes what it can without the programs that make PDF and PNG, says which is missing, and ends with 1")
    func withoutPrograms() throws {
        let ground = try Ground()
        defer { ground.remove() }
        let review = try ground.publish("review")
        #expect(review.status == 1)
        #expect(review.said.contains("review.pdf was not written, because WeasyPrint was not found. Run script/setup publishing"))
        let sheet = try ground.publish("infographic")
        #expect(sheet.status == 1 && sheet.said.contains("infographic.png was not written, because rsvg-convert was not found."))
        #expect(ground.written() == ["figures.csv", "review.html", "review.odt", "infographic.svg", "infographic.txt"])
    }

    @Test("asks the program for tagged PDF/A, and ends with 1 where the program fails")
    func programs() throws {
        let ground = try Ground()
        defer { ground.remove() }
        let right = try ground.program("test \"$1 $2 $3\" = \"--quiet --pdf-variant pdf/a-2a\" && cp \"$4\" \"$5\"")
        #expect(try ground.publish("monitoring", [], ["PLAINSIGHT_WEASYPRINT": right]).status == 0)
        #expect(ground.written() == ["figures.csv", "monitoring.html", "monitoring.odt", "monitoring.pdf"])
        let fails = try ground.program("echo 'no font' >&2; exit 3")
        let failed = try ground.publish("monitoring", [], ["PLAINSIGHT_WEASYPRINT": fails])
        #expect(failed.status == 1 && failed.said.contains("no font"))
        // A PDF of an earlier run would be taken for the new one.
        #expect(ground.written() == ["figures.csv", "monitoring.html", "monitoring.odt"])
    }

    @Test("checks a document beside what was registered, writes nothing where it would tell about people, and says why")
    func registered() throws {
        let ground = try Ground()
        defer { ground.remove() }
        let heading = "table,what is counted,from,to,characteristic,category,value\n"
        func register(_ rows: String) throws -> (status: Int32, said: String) {
            try ground.run([
                "publish", "register", try ground.file("figures.csv", heading + rows), "--partnership", "northmoor", "--title",
                "A printed report", "--published-on", "2020-06-30",
            ])
        }
        let wrong = try register("Concerns,Concerns raised,2019-04-01,2020-03-31,,,many\n")
        #expect(wrong.status == 1 && wrong.said.contains("row 2, column value: “many” is neither a whole number from 0 nor [c]."))
        #expect(wrong.said.contains("nothing was registered"))
        #expect(try register("Concerns,Concerns raised,2019-04-01,2020-03-31,,,3\n").status == 0)
        let review = try ground.publish("review")
        #expect(review.status == 1 && review.said.contains("Nothing was written"))
        #expect(review.said.contains("is another in “A printed report”") && review.said.contains("the change is exactly 3"))
        #expect(review.said.contains("What would be safe: "))
        #expect(ground.written() == [])
    }

    @Test("writes nothing where a case study could tell who it is about, or a file cannot be understood")
    func refused() throws {
        let ground = try Ground()
        defer { ground.remove() }
        let study = try ground.file("words.md", "# Case study: A yard\nMarisela was there on 3 May.\n")
        let refused = try ground.publish("review", ["--text", study])
        #expect(refused.status == 1)
        #expect(refused.said.contains("case study “A yard”: “Marisela” may be a name"))
        let goals = try ground.file("goals.csv", "number\n1\n")
        #expect(try ground.publish("review", ["--objectives", goals]).status == 1)
        let unknown = try ground.file("unknown.csv", "objective,figures\nTrain.,nobody\n")
        for document in ["review", "monitoring"] {
            let told = try ground.publish(document, ["--objectives", unknown])
            #expect(told.status == 1 && told.said.contains("figures from elsewhere that nobody recorded: nobody"))
        }
        #expect(try ground.publish("review", ["--text", "\(ground.folder.path)/nowhere"]).status == 1)
        #expect(try ground.publish("review", ["--from", "2030-01-01"]).status == 1)
        #expect(ground.written() == [])
    }
}
