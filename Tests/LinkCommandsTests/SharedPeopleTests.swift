import Crypto
import Foundation
import LinkCommands
import Testing

/// The shared data lie beside the repository.
private let people: String = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
        folder.deleteLastPathComponent()
    }
    return folder.deletingLastPathComponent().appendingPathComponent("shared/data/linkage/people_10k.csv").path
}()

@Suite("The shared people")
struct SharedPeopleTests {
    /// Two features by feature, one by double hashing, one exact with missing values, and a fold.
    private let schema = #"""
        {"version": 3, "clkConfig": {"l": 512, "xor_folds": 1, "kdf": {"type": "HKDF", "info": "cGVvcGxl"}}, "features": [
        {"identifier": "forename", "format": {"type": "string"},
         "hashing": {"comparison": {"type": "ngram", "n": 2}, "strategy": {"bitsPerFeature": 120}}},
        {"identifier": "surname", "format": {"type": "string"},
         "hashing": {"comparison": {"type": "ngram", "n": 2}, "strategy": {"bitsPerFeature": 120}}},
        {"identifier": "dob", "format": {"type": "string"},
         "hashing": {"comparison": {"type": "ngram", "n": 1, "positional": true}, "strategy": {"bitsPerToken": 6},
                     "hash": {"type": "doubleHash"}}},
        {"identifier": "phone", "format": {"type": "string"},
         "hashing": {"comparison": {"type": "exact"}, "strategy": {"bitsPerToken": 20},
                     "missingValue": {"sentinel": "", "replaceWith": ""}}}]}
        """#

    @Test(
        "are encoded into the very file that clkhash 0.18.3 makes of them",
        .enabled(if: FileManager.default.fileExists(atPath: people), "The shared data are not beside the repository."))
    func equality() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("people-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let schemaFile = folder.appendingPathComponent("schema.json")
        let secretFile = folder.appendingPathComponent("secret")
        let output = folder.appendingPathComponent("clks.json")
        try Data(schema.utf8).write(to: schemaFile)
        try Data("a secret for tests\n".utf8).write(to: secretFile)
        let report = try EncodePeople(people: people, schema: schemaFile.path, secretFile: secretFile.path, output: output.path).run()
        #expect(report.records == 10_000)
        #expect(report.unreadableCount == 0)
        let digest = SHA256.hash(data: try Data(contentsOf: output)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        #expect(digest.joined() == "086854bf0c0ab7471645ab34fb871d2a8f59ed38a54043b9ffb76cb17a43d981")
    }
}
