import BlindLinkage
import Foundation
import LinkCommands
import Testing

/// A folder for one test, which goes when the test is over.
private final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("link-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func write(_ name: String, _ text: String) throws -> String {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
        return path(name)
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }
}

private let schema = #"""
    {"version": 3, "clkConfig": {"l": 128, "kdf": {"type": "HKDF"}}, "features": [
      {"identifier": "surname", "format": {"type": "string"},
       "hashing": {"comparison": {"type": "ngram", "n": 2}, "strategy": {"bitsPerToken": 5}}},
      {"identifier": "born", "format": {"type": "date", "format": "%Y-%m-%d"},
       "hashing": {"comparison": {"type": "ngram", "n": 1, "positional": true}, "strategy": {"bitsPerToken": 5},
                   "missingValue": {"sentinel": "", "replaceWith": ""}}}]}
    """#

@Suite("link encode")
struct EncodePeopleTests {
    private func command(_ folder: Folder, people: String) throws -> EncodePeople {
        EncodePeople(
            people: try folder.write("people.csv", people), schema: try folder.write("schema.json", schema),
            secretFile: try folder.write("secret", "what we agreed\n"), output: folder.path("clks.json"))
    }

    @Test("writes one encoding for each row, empty where it cannot be read, and reports those rows with their lines")
    func rows() throws {
        let folder = try Folder()
        let report = try command(folder, people: "born,town,surname\n1990-02-03,Here,Kowalska\nx,,Nowak\n,,\n1990-02-03,\n,,Nowak\n").run()
        #expect(report.records == 5)
        #expect(report.unreadable.map(\.line) == [3, 5])
        #expect(report.unreadableCount == 2)
        #expect(report.unknownColumns == ["town"])
        let set = try Array(folder.text("clks.json").utf8).withUnsafeBufferPointer { try EncodingFile.read($0) }
        #expect((0..<5).map { set.population($0) > 0 } == [true, false, false, false, true])
        #expect(folder.names == ["clks.json", "people.csv", "schema.json", "secret"])
    }

    @Test("gives what the encoder gives, under the purpose's secret and hardened where that is asked for")
    func options() throws {
        let folder = try Folder()
        var command = try command(folder, people: "surname,born\nKowalska,1990-02-03\n")
        command.purpose = "A with B"
        command.hardening = .balanced
        let report = try command.run()
        #expect(report.bits == 256)
        let secret = try PurposeSecret.derive(from: Array("what we agreed".utf8), purpose: "A with B")
        let encoder = RecordEncoder(schema: try EncodingSchema(json: Array(schema.utf8)), secret: Array(secret.utf8))
        let plain = try encoder.encoding(of: ["Kowalska", "1990-02-03"])
        let expected = try Hardener(.balanced, bitCount: 128, secret: Array(secret.utf8)).harden(plain)
        #expect(try folder.text("clks.json") == String(decoding: EncodingFile.bytes(of: expected), as: UTF8.self))
    }

    @Test(
        "is refused, and leaves no file, where a column is missing, the file is empty or has no row",
        arguments: [
            "", "surname\nNowak\n", "surname,born\n", "\"surname,born\nNowak,\n",
        ])
    func refused(people: String) throws {
        let folder = try Folder()
        let command = try command(folder, people: people)
        #expect(throws: LinkProblem.self) { try command.run() }
        #expect(!folder.names.contains { $0.hasPrefix("clks") })
    }

    @Test("is refused without a schema, with one that is wrong, and with an empty secret")
    func inputs() throws {
        let folder = try Folder()
        var command = try command(folder, people: "surname,born\nNowak,\n")
        command.schema = folder.path("nowhere.json")
        #expect(throws: LinkProblem.unreadable(path: command.schema)) { try command.run() }
        command.schema = try folder.write("schema.json", "{}")
        #expect(throws: LinkProblem.self) { try command.run() }
        command.schema = try folder.write("schema.json", schema)
        command.secretFile = try folder.write("secret", "\n\n")
        #expect(throws: LinkProblem.empty(path: command.secretFile)) { try command.run() }
    }
}

@Suite("link blind")
struct BlindMatchTests {
    private func files(_ folder: Folder) throws -> [String] {
        [
            try folder.write("a.json", #"{"clks": ["/wA=", "8PA=", "AAA="]}"#), try folder.write("b.json", #"{"clks": ["8PA=", "/gA="]}"#),
            try folder.write("c.json", #"{"clks": ["/wA="]}"#),
        ]
    }

    @Test("writes the pairs at the threshold and above, the likest first")
    func pairs() throws {
        let folder = try Folder()
        let files = try files(folder)
        let report = try BlindMatch(parties: Array(files[..<2]), threshold: 0.5, output: folder.path("pairs.csv")).run()
        #expect(report.pairs == 4)
        #expect(report.parties.map(\.empty) == [1, 0])
        #expect(report.comparisons == 6)
        let rows = try folder.text("pairs.csv").split(separator: "\r\n")
        #expect(rows[..<3] == ["id_a,id_b,dice", "1,0,1.0", "0,1,0.9333333333333333"])
    }

    @Test("keeps each record in one match where that is asked for, and names parties where there are more than two")
    func oneToOne() throws {
        let folder = try Folder()
        var command = BlindMatch(parties: try files(folder), threshold: 0.5, output: folder.path("pairs.csv"))
        command.isOneToOne = true
        let report = try command.run()
        #expect(report.groups == 2)
        #expect(
            try folder.text("pairs.csv")
                == "party_a,id_a,party_b,id_b,dice\r\n0,1,1,0,1.0\r\n0,0,2,0,1.0\r\n0,0,1,1,0.9333333333333333\r\n1,1,2,0,0.9333333333333333\r\n"
        )
    }

    @Test("is refused where a file is not of encodings, lengths differ or the threshold is none")
    func refused() throws {
        let folder = try Folder()
        let files = try files(folder)
        let output = folder.path("pairs.csv")
        let wide = try folder.write("wide.json", #"{"clks": ["AAAA"]}"#)
        let wrong = try folder.write("wrong.json", "id,name")
        for (parties, threshold) in [([files[0], wide], 0.8), ([files[0], wrong], 0.8), ([files[0], files[1]], 1.5), ([files[0]], 0.8)] {
            #expect(throws: LinkProblem.self) { try BlindMatch(parties: parties, threshold: threshold, output: output).run() }
        }
        #expect(!folder.names.contains { $0.hasPrefix("pairs") })
    }
}

@Suite("link graph")
struct GraphQuestionTests {
    private let edges =
        "source,target,type,from\nana,0161,calls,2020-01-01\nbo,0161,calls,2021-01-01\nbo,flat,lives at,\ncy,flat,lives at,\nx,=y,,\n"

    @Test("says what hangs together")
    func components() throws {
        let folder = try Folder()
        let report = try GraphQuestion(edges: folder.write("edges.csv", edges)).components(to: folder.path("out.csv"))
        #expect(report.components == 2)
        #expect(report.largest == 5)
        #expect(try folder.text("out.csv") == "id,component\r\nana,0\r\n0161,0\r\nbo,0\r\nflat,0\r\ncy,0\r\nx,1\r\n'=y,1\r\n")
    }

    @Test("says how two are connected, within limits on types and days")
    func path() throws {
        let folder = try Folder()
        var question = GraphQuestion(edges: try folder.write("edges.csv", edges))
        let report = try question.path(from: "ana", to: "cy", all: true)
        #expect(report.length == 4)
        #expect(report.count == 1)
        #expect(report.paths[0].map(\.id) == ["ana", "0161", "bo", "flat", "cy"])
        #expect(report.paths[0].map(\.type) == [nil, "calls", "calls", "lives at", "lives at"])
        question.until = "2020-12-31"
        #expect(try question.path(from: "ana", to: "cy").length == nil)
        question.until = nil
        question.types = ["calls"]
        #expect(try question.path(from: "ana", to: "bo").length == 2)
        #expect(throws: LinkProblem.self) { try question.path(from: "ana", to: "nobody") }
        question.types = ["owns"]
        #expect(throws: LinkProblem.self) { try question.path(from: "ana", to: "bo") }
        question.types = nil
        question.since = "yesterday"
        #expect(throws: LinkProblem.self) { try question.path(from: "ana", to: "bo") }
    }

    @Test("says who is central and which communities there are")
    func centralAndCommunities() throws {
        let folder = try Folder()
        let question = GraphQuestion(edges: try folder.write("edges.csv", edges))
        let central = try question.central(to: folder.path("central.csv"), sample: nil)
        #expect(central.top.first?.id == "bo")
        #expect(central.top.first?.betweenness == 4)
        #expect(central.sampled == 7)
        #expect(throws: LinkProblem.self) { try question.central(to: folder.path("central.csv"), sample: 0) }
        let communities = try question.communities(to: folder.path("communities.csv"))
        #expect(communities.communities == 3)
        #expect(throws: LinkProblem.self) { try question.communities(to: folder.path("communities.csv"), resolution: 0) }
    }

    @Test("is refused where there is nothing to read")
    func refused() throws {
        let folder = try Folder()
        let question = GraphQuestion(edges: try folder.write("edges.csv", ""))
        #expect(throws: LinkProblem.empty(path: question.edges)) { try question.components(to: folder.path("out.csv")) }
    }
}
