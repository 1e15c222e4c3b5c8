import Foundation
import Testing

@testable import LinkCommands
@testable import Linkage

@Suite("The commands of linkage")
struct LinkRunTests {
    /// A folder for one test, gone when the test is over.
    private final class Folder {
        let path: String

        init() throws {
            path = NSTemporaryDirectory() + "linkage-\(ProcessInfo.processInfo.globallyUniqueString)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func file(_ name: String, _ text: String = "") throws -> String {
            let file = path + "/" + name
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
            return file
        }

        func lines(_ name: String) throws -> [String] {
            try String(contentsOfFile: path + "/" + name, encoding: .utf8).components(separatedBy: "\r\n").filter { !$0.isEmpty }
        }
    }

    /// Forty people, each twice; the second time without a phone.
    private static let people: String = {
        var text = "ref,forename,surname,dob,phone,remarks,person\n"
        let syllables = ["ba", "do", "fi", "gu", "ke", "lo", "mi", "nu"]
        for number in 0..<80 {
            let person = number / 2
            let forename = syllables[person % 8] + syllables[person / 8] + "n"
            let surname = syllables[person / 5] + syllables[person % 5] + "rov"
            let phone = number % 2 == 0 ? "0770090\(1000 + person)" : ""
            text += "r\(number),\(forename),\(surname),19\(50 + person)-0\(1 + person % 9)-1\(person % 10),\(phone),x,\(person)\n"
        }
        return text
    }()

    @Test("find doubles, write pairs and clusters, and report what they did")
    func dedupe() throws {
        let folder = try Folder()
        var run = LinkRun(inputs: [try folder.file("people.csv", Self.people)])
        run.truthColumn = "person"
        run.pairsPath = folder.path + "/pairs.csv"
        run.clustersPath = folder.path + "/clusters.csv"
        run.explains = true
        let report = try run.run()
        #expect(report.records == 80)
        #expect(report.unknownColumns == ["remarks"])
        #expect(report.columns["ref"] == "id")
        #expect((report.truth?.pairs.f1 ?? 0) > 0.95)
        let pairs = try folder.lines("pairs.csv")
        #expect(pairs.first?.hasPrefix("id_a,id_b,probability,weight,forename,surname,date_of_birth") == true)
        #expect(pairs.count == report.pairsAboveThreshold + 1)
        #expect(pairs.dropFirst().allSatisfy { $0.hasPrefix("r") })
        let clusters = try folder.lines("clusters.csv")
        #expect(clusters.count == 81)
        #expect(clusters[0] == "id,cluster")
        #expect(clusters[1] == "r0,1")
        #expect(try report.json().contains("\"candidate_pairs\""))
    }

    @Test("find the people of one file in another whose columns stand in another order")
    func match() throws {
        let folder = try Folder()
        let lines = Self.people.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let first =
            "ref,forename,surname,dob,person\n"
            + lines.filter { $0[4] != "" }.map { "\($0[0]),\($0[1]),\($0[2]),\($0[3]),\($0[6])\n" }.joined()
        let second =
            "person,dob,last_name,given_name,ref_id\n"
            + lines.filter { $0[4] == "" }.map { "\($0[6]),\($0[3]),\($0[2]),\($0[1]),\($0[0])\n" }.joined()
        var run = LinkRun(inputs: [try folder.file("a.csv", first), try folder.file("b.csv", second)])
        run.truthColumn = "person"
        let report = try run.run()
        #expect(report.truth?.truePairs == 40)
        #expect((report.truth?.pairs.f1 ?? 0) > 0.95)
    }

    @Test("report rows that cannot be read with their lines, and count them")
    func unreadable() throws {
        let folder = try Folder()
        let report = try LinkRun(inputs: [try folder.file("people.csv", Self.people + "r80,a,b\nr81,a\"b,c,,,,\n")]).run()
        #expect(report.unreadableRows.count == 2)
        #expect(report.unreadableRows.rows.map(\.line) == [82, 83])
        #expect(report.records == 80)
    }

    @Test("refuse what cannot be linked, and say why")
    func problems() throws {
        let folder = try Folder()
        let empty = try folder.file("empty.csv")
        #expect(throws: LinkProblem.empty(path: empty)) { try LinkRun(inputs: [empty]).run() }
        let heading = try folder.file("heading.csv", "id,forename\n")
        #expect(throws: LinkProblem.empty(path: heading)) { try LinkRun(inputs: [heading]).run() }
        let other = try folder.file("other.csv", "a,b\n1,2\n")
        #expect(throws: LinkProblem.nothingToCompare(path: other)) { try LinkRun(inputs: [other]).run() }
        let people = try folder.file("people.csv", Self.people)
        var run = LinkRun(inputs: [people])
        run.truthColumn = "nobody"
        #expect(throws: LinkProblem.noSuchColumn("nobody", path: people)) { try run.run() }
        #expect(throws: LinkProblem.unreadable(path: "/nowhere.csv")) { try LinkRun(inputs: ["/nowhere.csv"]).run() }
        let map = try folder.file("map.json", #"{"dob": "date"}"#)
        #expect(throws: LinkProblem.unknownKind("date", column: "dob")) { try FieldMap(contentsOf: map) }
        #expect(throws: LinkProblem.unreadableMap(path: people)) { try FieldMap(contentsOf: people) }
        run = LinkRun(inputs: [people])
        run.map = FieldMap(["nowhere": .phone])
        #expect(throws: LinkProblem.noSuchColumn("nowhere", path: people)) { try run.run() }
    }

    @Test("take the columns as a map says")
    func mapped() throws {
        let folder = try Folder()
        var run = LinkRun(inputs: [try folder.file("people.csv", Self.people)])
        run.map = try FieldMap(contentsOf: try folder.file("map.json", #"{"phone": "ignore", "remarks": "exact", "person": "id"}"#))
        let report = try run.run()
        #expect(report.columns["phone"] == "ignore")
        #expect(report.columns["remarks"] == "exact")
        #expect(report.columns["person"] == "id")
        #expect(report.unknownColumns == ["ref"])
    }

    private static let sharedPeople: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = root.deletingLastPathComponent().appendingPathComponent("shared/data/linkage/people_10k.csv").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    @Test(
        "link people of several agencies better than 0.94 in pairs and 0.93 in clusters",
        .enabled(if: sharedPeople != nil, "../shared/data/linkage is not there: nothing to measure with"))
    func shared() throws {
        var run = LinkRun(inputs: [try #require(Self.sharedPeople)])
        run.truthColumn = "entity_id"
        let truth = try #require(try run.run().truth)
        #expect(truth.pairs.f1 > 0.94)
        #expect(truth.clusters.f1 > 0.93)
    }
}
