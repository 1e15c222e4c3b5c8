import Store
import Testing

@Suite("database addresses")
struct DatabaseAddressTests {
    @Test(
        "an address is read",
        arguments: [
            ("sqlite:data/plainsight.sqlite", DatabaseAddress.Place.sqlite(path: "data/plainsight.sqlite")),
            ("sqlite:/var/lib/p.sqlite", .sqlite(path: "/var/lib/p.sqlite")),
            ("sqlite:///var/lib/p.sqlite", .sqlite(path: "/var/lib/p.sqlite")),
            ("SQLite:a b.sqlite", .sqlite(path: "a b.sqlite")),
            ("postgresql://u@h/n", .postgres(address: "postgresql://u@h/n")),
            ("postgres://h1,h2:5433/n", .postgres(address: "postgres://h1,h2:5433/n")),
        ])
    func read(text: String, place: DatabaseAddress.Place) throws {
        #expect(try DatabaseAddress(text).place == place)
    }

    @Test(
        "an address that cannot be read is refused with what is wrong",
        arguments: [
            ("", "empty"), ("plainsight.sqlite", "starts with"), ("sqlite:", "names no file"),
            ("sqlite:folder/", "names no file"), ("sqlite://host/file", "sqlite:///"), ("sqlite::memory:", "memory"),
            ("mysql://h/n", "mysql:"), ("postgresql:h/n", "postgresql://"),
        ])
    func refused(text: String, part: String) {
        let refusal = #expect(throws: DatabaseAddress.Unreadable.self) { try DatabaseAddress(text) }
        #expect(refusal?.description.contains(part) == true)
    }

    @Test(
        "an address is shown without user and password",
        arguments: [
            ("postgresql://ann:secret@h1:5432,h2/name?password=secret", "postgresql://h1:5432,h2/name"),
            ("postgresql:///name", "postgresql:///name"), ("sqlite:a.sqlite", "sqlite:a.sqlite"),
            ("postgresql://ann:se@ret@h/name", "postgresql://h/name"),
        ])
    func shown(text: String, expected: String) throws {
        #expect(try DatabaseAddress(text).description == expected)
    }
}
