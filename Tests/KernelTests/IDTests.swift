import Foundation
import Testing

@testable import Kernel

private enum Thing {}
private enum OtherThing {}

@Suite("Identifiers")
struct IDTests {
    private let moment = Moment(microseconds: 1_554_120_000_123_456)

    @Test("the text form is that of a UUID of version 7 and is read back")
    func roundTrip() throws {
        let id = ID<Thing>(at: moment, random: (.max, .max))
        #expect(id.text == "0169d8c5-427b-7fff-bfff-ffffffffffff")
        #expect(ID<Thing>(id.text) == id)
        #expect(ID<Thing>(id.text.uppercased()) == id)
        #expect(UUID(uuidString: id.text) != nil)
        let plain = ID<Thing>(at: moment, random: (0, 0))
        #expect(plain.text == "0169d8c5-427b-7000-8000-000000000000")
    }

    @Test(
        "what is not the canonical form of 36 characters is no identifier",
        arguments: [
            "", "0169d8cf", "0169d8c5-427b-7fff-bfff-fffffffffff", "0169d8c5-427b-7fff-bfff-fffffffffffff",
            "0169d8cf05a7b-7fff-bfff-ffffffffffff", "0169d8c5-427b-7fff-bfff-ffffffffffég",
            "{169d8cf-5a7b-7fff-bfff-fffffffffff}", "0169d8c5-427b-7fff-bfff-ffffffffff\u{0}f", "' OR 1 = 1 --",
        ])
    func badInput(text: String) {
        #expect(ID<Thing>(text) == nil)
    }

    @Test("identifiers sort by the time they were made")
    func order() {
        let later = ID<Thing>(at: moment.adding(seconds: 1), random: (0, 0))
        #expect(ID<Thing>(at: moment, random: (.max, .max)) < later)
        #expect(ID<Thing>(at: moment, random: (.max, .max)).text < later.text)
    }

    @Test("a cast keeps the identifier")
    func cast() {
        let id = ID<Thing>(at: moment, random: (5, 6))
        #expect(id.cast(to: OtherThing.self).text == id.text)
    }

    @Test("an identifier goes through JSON as its text, and a wrong text is refused")
    func json() throws {
        let id = ID<Thing>(at: moment, random: (1, 2))
        let bytes = try JSONEncoder().encode([id])
        #expect(String(decoding: bytes, as: UTF8.self) == "[\"\(id.text)\"]")
        #expect(try JSONDecoder().decode([ID<Thing>].self, from: bytes) == [id])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([ID<Thing>].self, from: Data("[\"nothing\"]".utf8))
        }
    }

    @Test("a sequence makes identifiers that rise and never repeat, the same ones for the same seed")
    func sequence() {
        let seed = [UInt8](repeating: 0xFF, count: 16)
        var sequence = IDSequence(at: moment, seed: seed)
        var again = IDSequence(at: moment, seed: seed)
        var other = IDSequence(at: moment, seed: Array(seed.dropLast()) + [0])
        let ids = (0..<1000).map { _ in sequence.next(Thing.self) }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == 1000)
        #expect(ids == (0..<1000).map { _ in again.next(Thing.self) })
        #expect(!ids.contains(other.next(Thing.self)))
        #expect(ids.allSatisfy { ID<Thing>($0.text) == $0 && $0.text.dropFirst(14).first == "7" })
    }

    @Test("a world draws its identifiers and tokens from its own chance")
    func world() {
        let moment = moment
        let world = World(now: { moment }, randomBytes: { count in [UInt8](repeating: 0xAB, count: count) })
        #expect(world.newID(Thing.self) == world.newID(Thing.self))
        #expect(world.newToken().utf8.count == 43)
        #expect(World.real.newID(Thing.self) != World.real.newID(Thing.self))
        #expect(World.real.newToken() != World.real.newToken())
    }
}
