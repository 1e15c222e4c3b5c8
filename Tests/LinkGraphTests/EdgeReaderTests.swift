import DelimitedText
import LinkGraph
import Testing

@Suite("A list of links")
struct EdgeReaderTests {
    private func read(_ text: String) throws -> (NamedGraph, EdgeReader) {
        var reader = EdgeReader()
        let named = try Array(text.utf8).withUnsafeBufferPointer { try reader.read($0) }
        return (named, reader)
    }

    @Test("has its ends in source and target wherever they stand, with types and days")
    func columns() throws {
        let (named, reader) = try read(
            "note,target,type,source,to,from\nx,0161 496 0000,calls,Ana,2020-02-08,\n,\"Bob, Jr\",,Ana,2021-01-01,2021-01-01\n")
        #expect(reader.endColumns == ["source", "target"])
        #expect(reader.unknownColumns == ["note"])
        #expect(named.graph.nodeCount == 3)
        #expect(named.graph.typeNames == ["calls", ""])
        #expect(named.graph.periods == [LinkPeriod(first: .min, last: 18_300), LinkPeriod(first: 18_628, last: 18_628)])
        #expect(named.node(named: "Bob, Jr") == 2)
        #expect(named.name(0) == "Ana")
        #expect(named.node(named: "ana") == nil)
    }

    @Test("without those columns has them in the first two")
    func firstTwo() throws {
        let (named, reader) = try read("person,phone\na,1\nb,1\n")
        #expect(reader.endColumns == ["person", "phone"])
        #expect(named.graph.linkCount == 2)
        #expect(Components(of: named.graph).count == 1)
    }

    @Test("answers the rows that cannot be read with their lines and reads the others")
    func faults() throws {
        let (named, reader) = try read(
            "source,target,from,to\na,b,,\n,b,,\na,,,\na,b\na,b,x,\na,b,2020-02-30,\na,b,2020-02-02,2020-02-01\nb,c,,\n")
        #expect(reader.faults.map(\.line) == [3, 4, 5, 6, 7, 8])
        #expect(reader.faultCount == 6)
        #expect(named.graph.linkCount == 2)
    }

    @Test(
        "is refused where it is empty, has one column or no link that can be read",
        arguments: [
            "", "\n\n", "a\nb\n", "source,target\n", "source,target\n,b\n", "\"source,target\n",
        ])
    func refused(text: String) {
        #expect(throws: EdgeFault.self) { try self.read(text) }
    }

    @Test("knows its types by name and no others")
    func types() throws {
        let (named, _) = try read("source,target,type\na,b,calls\na,c,pays\n")
        #expect(try named.types(named: ["pays"]) == [1])
        #expect(throws: EdgeFault.type("owns", known: ["calls", "pays"])) { try named.types(named: ["owns"]) }
    }

    @Test(
        "has days as the calendar has them",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2020-02-08", 18_300), ("0001-01-01", -719_162),
            ("1900-02-29", nil), ("2020-2-08", nil), ("2020-13-01", nil), ("2020-00-10", nil), ("0000-01-01", nil), ("", nil),
        ] as [(String, Int32?)])
    func days(text: String, day: Int32?) {
        #expect(LinkPeriod.day(text) == day)
    }
}
