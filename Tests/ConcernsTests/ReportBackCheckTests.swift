import Kernel
import Testing

@testable import Concerns

/// What may be told to whoever raised a concern.
struct ReportBackCheckTests {
    private var check: ReportBackCheck {
        var check = ReportBackCheck(reference: "SW-0168")
        check.mentions = [
            ("phone", "+44 7700 900123"), ("vehicle", "AB12 CDE"), ("company", "Spotless Hand Wash"),
            ("email", "boss@example.org"),
        ]
        check.places = ["Unit 4, 12 Anvil Street, Oldbury"]
        check.postcodes = ["B69 4AA"]
        check.plans = ["Two officers wait at the rear door and the fire service enters at the front at six"]
        check.names = ["Maria Hope Popescu"]
        check.contacts = ["Text 07700 900456 after six, never ring"]
        check.openWords = ["Oldbury", "Car wash"]
        return check
    }

    @Test(
        "words that are safe to send pass",
        arguments: [
            "", "Thank you. It was looked into and everybody is safe.",
            "We visited a factory in Oldbury with the fire service. You will hear no more of SW-0168.",
            "Hope Charity is helping. Somebody may text you.", "Three people were met on 12 February.",
        ])
    func safe(text: String) {
        #expect(check.problems(text, field: "report_back") == [])
    }

    @Test(
        "words that give somebody or something away are refused",
        arguments: [
            ("See SW-0170 too", "another concern"), ("as in sw 170", "another concern"), ("as in SW0170", "another concern"),
            ("Ring 07700 900123", "telephone"), ("Ring 0044 7700-900-123", "telephone"),
            ("the van ab12cde", "registration"), ("the van AB 12 CDE.", "registration"),
            ("It is Spotless hand wash", "company"), ("write to BOSS@example.org", "email"),
            ("at 12 Anvil Street", "address"), ("at 12, anvil street", "address"), ("in Unit 4", "address"),
            ("in b694aa", "postcode"), ("in B69 4AA", "postcode"),
            ("two officers wait at the rear door tomorrow", "plan"), ("Maria is safe", "sealed"),
            ("She is in the NRM now", "referral"), ("a positive Reasonable Grounds decision", "referral"),
            ("They declined the referral", "referral"), ("Ms POPESCU is safe", "sealed"), ("Reach them on 07700900456", "sealed"),
        ])
    func unsafe(text: String, word: String) {
        let problems = check.problems(text, field: "report_back")
        #expect(problems.count >= 1)
        #expect(problems.allSatisfy { $0.field == "report_back" })
        #expect(problems.contains { $0.message.contains(word) })
    }

    @Test("a refusal never says which sealed name was found")
    func keepsSecret() {
        let problems = check.problems("Maria Popescu is safe", field: "report_back")
        #expect(problems.count == 1)
        #expect(!problems[0].message.contains("Maria"))
        #expect(!problems[0].message.contains("Popescu"))
    }

    @Test("every reason is said at once")
    func allAtOnce() {
        #expect(check.problems("Maria, 07700 900123, SW-0170, B69 4AA", field: "report_back").count == 4)
    }
}
