import Kernel
import Testing

@testable import Access

@Suite("The vault")
struct VaultTests {
    private let vault: Vault
    private let place = Vault.Place(record: "record-1", field: "name")

    init() throws {
        vault = try Vault(keyBytes: [UInt8](repeating: 3, count: 32))
    }

    @Test("a sealed value opens where it was sealed", arguments: Compartment.allCases)
    func opens(compartment: Compartment) throws {
        let sealed = try vault.seal("Zofia Wren", compartment: compartment, at: place)
        let opened = try vault.openText(sealed, compartment: compartment, at: place)
        #expect(opened == "Zofia Wren")
    }

    @Test("a sealed value holds nothing of the text")
    func holdsNothing() throws {
        let sealed = try vault.seal("Zofia Wren", compartment: .victims, at: place)
        #expect(!String(decoding: sealed, as: UTF8.self).contains("Zofia"))
    }

    @Test("the same text sealed twice looks different")
    func looksDifferent() throws {
        let one = try vault.seal("Zofia Wren", compartment: .victims, at: place)
        let other = try vault.seal("Zofia Wren", compartment: .victims, at: place)
        #expect(one != other)
    }

    @Test("a value moved to another record or field does not open")
    func moved() throws {
        let sealed = try vault.seal("Zofia Wren", compartment: .victims, at: place)
        for other in [
            Vault.Place(record: "record-2", field: "name"), Vault.Place(record: "record-1", field: "address"),
        ] {
            #expect(throws: VaultError.doesNotOpen) {
                try vault.open(sealed, compartment: .victims, at: other)
            }
        }
    }

    @Test("a value taken to another compartment does not open")
    func otherCompartment() throws {
        let sealed = try vault.seal("Zofia Wren", compartment: .victims, at: place)
        for other in Compartment.allCases where other != .victims {
            #expect(throws: VaultError.doesNotOpen) { try vault.open(sealed, compartment: other, at: place) }
        }
    }

    @Test("a value with any byte altered does not open")
    func altered() throws {
        let sealed = try vault.seal("Zofia", compartment: .victims, at: place)
        for index in sealed.indices {
            var altered = sealed
            altered[index] ^= 1
            #expect(throws: VaultError.doesNotOpen) { try vault.open(altered, compartment: .victims, at: place) }
        }
    }

    @Test("a value cut short does not open")
    func cutShort() throws {
        let sealed = try vault.seal("Zofia", compartment: .victims, at: place)
        for length in 0..<sealed.count {
            #expect(throws: VaultError.doesNotOpen) {
                try vault.open(Array(sealed.prefix(length)), compartment: .victims, at: place)
            }
        }
    }

    @Test("another key file opens nothing")
    func otherKey() throws {
        let sealed = try vault.seal("Zofia", compartment: .victims, at: place)
        let other = try Vault(keyBytes: [UInt8](repeating: 4, count: 32))
        #expect(throws: VaultError.doesNotOpen) { try other.open(sealed, compartment: .victims, at: place) }
    }

    @Test("a key of another length is refused", arguments: [0, 16, 31, 33, 64])
    func wrongLength(length: Int) {
        #expect(throws: VaultError.wrongKeyLength(length)) {
            try Vault(keyBytes: [UInt8](repeating: 1, count: length))
        }
    }

    @Test("a blind key is the same for every spelling of the words, and differs by purpose and by key file")
    func blindKeys() throws {
        let key = vault.blindKey(FoldedText("Zofia  WREN"), purpose: "sealed")
        #expect(key == vault.blindKey(FoldedText("zofia wren"), purpose: "sealed"))
        #expect(key != vault.blindKey(FoldedText("zofia wren"), purpose: "search"))
        #expect(key != vault.blindKey(FoldedText("zofia wrem"), purpose: "sealed"))
        let other = try Vault(keyBytes: [UInt8](repeating: 4, count: 32))
        #expect(key != other.blindKey(FoldedText("zofia wren"), purpose: "sealed"))
        #expect(key.utf8.count == 64)
        #expect(!key.contains("wren"))
    }
}
