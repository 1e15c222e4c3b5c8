import Access
import Foundation
import Kernel
import Store
import TestSupport
import Testing

@testable import Concerns

/// The 16,212 private organisations of the Home Office's register, with their real names and addresses, brought in as the
/// premises of concerns. The file lies outside the package: without it this is skipped.
@Suite("The register of organisations", .serialized)
struct RegisterImportTests {
    private struct Premises {
        let name: String
        let address: String
        let town: String
        let postcode: String
    }

    private static let file: String? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<6 {
            folder.deleteLastPathComponent()
            let path = folder.appendingPathComponent(
                "shared/data/registry/homeoffice_MSU-ImportPrivateOrganisations.csv"
            ).path
            if FileManager.default.isReadableFile(atPath: path) { return path }
        }
        return nil
    }()

    /// The file is in the character set of Windows, which agrees with Latin 1 in every character that it uses.
    private static func premises(_ path: String) throws -> [Premises] {
        var text = String()
        for byte in try Data(contentsOf: URL(fileURLWithPath: path)) { text.unicodeScalars.append(UnicodeScalar(byte)) }
        var reader = CSVReader(Array(text.utf8))
        var premises: [Premises] = []
        while try reader.next() {
            let parts = (0..<reader.count).map {
                reader.text($0).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            guard parts.count > 7, reader.row > 1 else { continue }
            premises.append(
                Premises(
                    name: parts[0], address: parts[1...3].filter { !$0.isEmpty }.joined(separator: ", "), town: parts[4],
                    postcode: parts[7]))
        }
        return premises
    }

    private static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

    /// One concern for each organisation: the name and the address where somebody was seen.
    private static func sheet(_ premises: [Premises]) -> [UInt8] {
        var text = ConcernImport.columns.joined(separator: ",") + "\n"
        for (number, one) in premises.enumerated() {
            let summary = quoted("Seen at \(one.name), \(one.address), \(one.postcode)")
            text += "R-\(number + 1),2020-01-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1),police,\(quoted(one.town)),,"
            text += "unknown,labour,unknown,,,\(summary)\n"
        }
        return Array(text.utf8)
    }

    /// Bytes of memory that the process holds now.
    private static func resident() -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let parts = text.split(separator: " ")
        return parts.count > 1 ? (Int(parts[1]) ?? 0) * 4096 : 0
    }

    @Test(
        "comes in whole, is found by its names, and comes in once",
        .enabled(if: file != nil, "../shared/data/registry is not there: the register is not loaded"),
        arguments: EngineKind.available)
    func whole(kind: EngineKind) async throws {
        let premises = try Self.premises(try #require(Self.file))
        #expect(premises.count == 16_212)
        try await withDatabase(kind) { engine in
            let ground = try await ImportGround(engine)
            let before = Self.resident()
            let sheet = Self.sheet(premises)
            let importer = ConcernImport(desk: ground.desk)
            let report = try await importer.run(sheet, into: ground.partnership, isDryRun: false, request: "test")
            #expect(report.problems.map(\.message).prefix(3) == [])
            #expect(report.added == premises.count)
            let towns = Set(premises.map { FoldedText($0.town).key }.filter { !$0.isEmpty })
            #expect(report.newTerms.count(where: { $0.kind == "town" }) == towns.count)
            #expect(try await ground.count("concerns") == premises.count)
            // Loading two megabytes takes no more than a fraction of what a small machine has.
            let grown = Self.resident() - before
            #expect(grown < 300 * 1024 * 1024, "the import took \(grown / 1024 / 1024) MB")

            let coordinator = Viewer(
                person: TestWorld(seed: 5).world.newID(), name: "Somebody", organisation: ground.charity,
                organisationName: "Hope for Justice",
                partnership: ground.partnership, roles: [.coordinator], town: nil, agreementInForce: true, request: "test")
            for number in stride(from: 0, to: premises.count, by: 811) {
                let one = premises[number]
                let found = try await ground.desk.read(as: coordinator, Consultation("search-concerns", "concerns")) {
                    try $0.concerns(matching: ConcernQuery(stage: .all, search: one.name, size: 50)).items
                }
                // Names such as "A B Limited" stand in more rows than a page holds.
                #expect(found.contains { $0.reference == "R-\(number + 1)" } || found.count >= 50, "\(one.name) is not found")
            }
            let again = try await importer.run(sheet, into: ground.partnership, isDryRun: false, request: "test")
            #expect(again.added == 0)
            #expect(again.alreadyThere == premises.count)
            #expect(try await ground.count("concerns") == premises.count)
        }
    }

    @Test(
        "gives addresses that are known again as the same place",
        .enabled(if: file != nil, "../shared/data/registry is not there: the register is not loaded"),
        arguments: EngineKind.available)
    func places(kind: EngineKind) async throws {
        let premises = try Self.premises(try #require(Self.file)).filter { !$0.postcode.isEmpty && !$0.address.isEmpty }
        try await withCases(kind) { cases in
            for one in stride(from: 0, to: premises.count, by: 331).map({ premises[$0] }) {
                var draft = cases.draft(seen: "Seen at \(one.name)")
                draft.place = "\(one.name), \(one.address)"
                draft.postcode = one.postcode
                let first = try await cases.raise(draft)
                draft.place = draft.place.uppercased()
                draft.postcode = one.postcode.lowercased()
                let second = try await cases.raise(draft)
                let earlier = try await cases.read(as: cases.coordinator) { reading in
                    try reading.concernsLike(try reading.concern(second)).map(\.line.id)
                }
                #expect(earlier.contains(first), "\(one.name), \(one.postcode) is not known again")
            }
        }
    }
}
