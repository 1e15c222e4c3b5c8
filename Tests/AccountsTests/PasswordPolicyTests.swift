import Accounts
import Kernel
import Testing

@Suite("Which passwords are taken")
struct PasswordPolicyTests {
    private let policy = PasswordPolicy(common: ["passwordpassword", "letmeinplease"])

    private func problems(_ password: String) -> [Problem] {
        policy.problems(password, name: "Rowan Ashdown", email: "rowan.ashdown@safeharbour.example")
    }

    @Test(
        "long passwords of unrelated words are taken",
        arguments: [
            "copper lantern meadow", "Zq7!vR2#mK9p", "ein langer Satz", "замок река огурец",
            "my horse lives in plainsight",
            "rowan berries taste of autumn rain", "twelve twelve?", String(repeating: "ab cd ef gh ", count: 16),
        ])
    func taken(_ password: String) {
        #expect(problems(password).isEmpty)
    }

    @Test(
        "short, long, common, monotonous and own passwords are refused",
        arguments: [
            ("", "Enter a password"), ("eleven char", "at least 12"), ("    spaces only   ", "at least 12"),
            (String(repeating: "a b c d e f ", count: 20), "at most 200"), ("PasswordPassword", "Many people"),
            ("let me in, please!", "Many people"), ("aaaaaaaaaaaaaaaa", "repeats or counts"),
            ("abababababab", "repeats or counts"), ("123456789012", "repeats or counts"),
            ("abcdefghijklmnop", "repeats or counts"), ("plainsight2024", "your own name"),
            ("P1a1n51ght!!!!", "your own name"), ("RowanAshdown7", "your own name"),
            ("ashdown.rowan99", "your own name"),
            ("safeharbour2020", "your own name"), ("r0wan.a5hd0wn!", "your own name"),
        ])
    func refused(_ password: String, _ reason: String) {
        let found = problems(password)
        #expect(found.count == 1)
        #expect(found.first?.field == "password")
        #expect(found.first?.message.contains(reason) == true, "\(found)")
    }

    @Test("the same characters typed in two ways are the same password")
    func normalised() {
        #expect(PasswordPolicy.normalised(" caf\u{E9} ") == PasswordPolicy.normalised("cafe\u{301}"))
    }
}
