import Access
import Kernel
import TestSupport
import Testing

@testable import Accounts

@Suite("Values of accounts")
struct AccountValueTests {
    private let moment = Moment(microseconds: 1_580_720_400_000_000)

    @Test(
        "email addresses have one name, one domain and nothing strange in them",
        arguments: [
            ("rowan@example.org", true), (" Rowan.Ashdown+x@Example.co.uk ", true), ("ö@müller.example", true),
            ("", false), ("rowan", false), ("rowan@", false), ("@example.org", false), ("a@b@example.org", false),
            ("rowan@example", false), ("rowan@.org", false), ("ro wan@example.org", false),
            ("<rowan@example.org>", false), ("rowan\u{0}@example.org", false), ("rowan\u{202E}@example.org", false),
            ("rowan,ash@example.org", false), (String(repeating: "a", count: 250) + "@b.uk", false),
        ])
    func emailAddresses(_ text: String, _ isTaken: Bool) {
        #expect((EmailAddress(text) != nil) == isTaken)
    }

    @Test("capitals and white space make no other account, dots and hyphens do")
    func emailKeys() {
        #expect(EmailAddress(" ROWAN@Example.ORG")?.key == EmailAddress("rowan@example.org")?.key)
        #expect(EmailAddress("r.o@example.org")?.key != EmailAddress("r-o@example.org")?.key)
        #expect(EmailAddress.key(" ROWAN@Example.ORG") == "rowan@example.org")
    }

    @Test("a stored password is read as it was written, with the end of a temporary one")
    func storedPasswords() {
        let own = StoredPassword(hash: "scrypt$16$8$1$AA==$BB==")
        #expect(StoredPassword(text: own.text) == own)
        let lent = StoredPassword(hash: own.hash, temporaryUntil: moment)
        #expect(lent.text.hasPrefix("must-change:1580720400:scrypt$"))
        #expect(StoredPassword(text: lent.text) == lent)
    }

    @Test("scopes are read from a list of known words alone")
    func scopes() {
        #expect(TokenScope.list("concerns:read, dashboard:read") == [.readConcerns, .readDashboard])
        #expect(TokenScope.list("") == nil)
        #expect(TokenScope.list("concerns:read,everything") == nil)
        #expect(TokenScope.text([.readDashboard, .writeScoping]) == "scoping:write,dashboard:read")
        for scope in TokenScope.allCases { #expect(scope.isWriting == scope.rawValue.hasSuffix(":write")) }
    }

    @Test("an account closes with the tenth failure for fifteen minutes, and counts from the beginning then")
    func lockout() throws {
        var state = Lockout()
        for attempt in 1...9 {
            state = try #require(state.attempted(at: moment))
            #expect(state == Lockout(failures: attempt))
        }
        state = try #require(state.attempted(at: moment))
        #expect(state.lockedUntil == moment.adding(seconds: 900))
        #expect(state.attempted(at: moment.adding(seconds: 899)) == nil)
        #expect(state.attempted(at: moment.adding(seconds: 900)) == Lockout(failures: 1))
    }

    @Test("codes to copy are groups of four without letters that look alike, and forgive how they are typed")
    func readableCodes() {
        let code = ReadableCode.make(groups: 4, world: TestWorld().world)
        #expect(code.split(separator: "-").map(\.count) == [4, 4, 4, 4])
        #expect(code.allSatisfy { !"ilouILOU".contains($0) })
        #expect(ReadableCode.normalised(" \(code.uppercased()) ") == ReadableCode.normalised(code))
        #expect(ReadableCode.normalised("O1il-aB 2") == "0111ab2")
        #expect(ReadableCode.make(groups: 4, world: TestWorld(seed: 2).world) != code)
    }
}
