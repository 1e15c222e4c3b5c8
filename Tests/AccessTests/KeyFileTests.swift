import Foundation
import Kernel
import TestSupport
import Testing

@testable import Access

@Suite("The key file")
struct KeyFileTests {
    private let world = TestWorld().world

    /// Runs a test with a folder of its own.
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plainsight-keys-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue & 0o777
    }

    @Test("it is made on the first start, for its owner alone, and the folder too")
    func made() throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("keys/plainsight.key").path
            _ = try KeyFile.load(path: path, world: world)
            #expect(try mode(path) == 0o600)
            #expect(try mode(folder.appendingPathComponent("keys").path) == 0o700)
            #expect(FileManager.default.contents(atPath: path)?.count == 32)
        }
    }

    @Test("the second start reads the same key")
    func same() throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("plainsight.key").path
            let place = Vault.Place(record: "record", field: "name")
            let sealed = try KeyFile.load(path: path, world: world).seal("Zofia", compartment: .victims, at: place)
            let opened = try KeyFile.load(path: path, world: world)
                .openText(sealed, compartment: .victims, at: place)
            #expect(opened == "Zofia")
        }
    }

    @Test("a file that others can read or write is refused", arguments: [0o640, 0o604, 0o660, 0o644, 0o620, 0o602])
    func openToOthers(permissions: Int) throws {
        try withFolder { folder in
            let path = folder.appendingPathComponent("plainsight.key").path
            _ = try KeyFile.load(path: path, world: world)
            try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
            #expect(throws: KeyFileError.openToOthers(path)) { try KeyFile.load(path: path, world: world) }
        }
    }

    @Test("a file of another length is refused", arguments: [0, 31, 33])
    func wrongLength(length: Int) throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let path = folder.appendingPathComponent("plainsight.key").path
            let made = FileManager.default.createFile(
                atPath: path, contents: Data(count: length), attributes: [.posixPermissions: 0o600])
            #expect(made)
            #expect(throws: VaultError.wrongKeyLength(length)) { try KeyFile.load(path: path, world: world) }
        }
    }

    @Test("a folder that cannot be made is told by name")
    func cannotBeMade() throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appendingPathComponent("file").path
            #expect(FileManager.default.createFile(atPath: file, contents: Data()))
            let path = "\(file)/plainsight.key"
            #expect(throws: KeyFileError.cannotBeMade(path)) { try KeyFile.load(path: path, world: world) }
        }
    }
}
