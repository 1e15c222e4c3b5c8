import HTML
import Kernel
import Testing
import Web

@Suite("Two versions of one form")
struct StaleEditTests {
    private func data(_ fields: KeyValuePairs<String, String>) -> FormData {
        FormData(fields: fields.map { (name: $0.key, value: $0.value) })
    }

    private func page(mine: FormData, theirs: FormData) -> StaleEditPage {
        StaleEditPage(
            mine: mine, theirs: theirs, labels: [.init("plan", "Plan"), .init("outcome", "Outcome"), .init("team", "Team")],
            version: 7, what: "the strand", action: "/x", token: "t")
    }

    private func remembering(_ base: FormData, _ fields: KeyValuePairs<String, String>) -> FormData {
        data(fields).setting(FormData.baseField, base.urlEncoded)
    }

    @Test("that were changed in different fields need no choice: each keeps what somebody changed")
    func different() {
        let base = data(["plan": "old", "outcome": "none", "team": "a"])
        let page = page(
            mine: remembering(base, ["plan": "mine", "outcome": "none", "team": "a"]),
            theirs: data(["plan": "old", "outcome": "theirs", "team": "a"]))
        #expect(!page.needsChoice)
        #expect(page.merged.text("plan") == "mine")
        #expect(page.merged.text("outcome") == "theirs")
        #expect(page.merged.text("version") == "7")
    }

    @Test("that were changed in the same field need a choice")
    func same() {
        let base = data(["plan": "old"])
        let page = page(mine: remembering(base, ["plan": "mine"]), theirs: data(["plan": "theirs"]))
        #expect(page.needsChoice)
    }

    @Test("of which the first is not remembered need a choice wherever they differ")
    func withoutBase() {
        #expect(page(mine: data(["plan": "mine"]), theirs: data(["plan": "theirs"])).needsChoice)
        #expect(!page(mine: data(["plan": "same"]), theirs: data(["plan": "same"])).needsChoice)
    }

    @Test("changed to the same need no choice")
    func alike() {
        let base = data(["plan": "old"])
        #expect(!page(mine: remembering(base, ["plan": "new"]), theirs: data(["plan": "new"])).needsChoice)
    }

    @Test("are settled as was chosen, field by field, and lose nothing", arguments: ["mine", "theirs"])
    func settled(choice: String) {
        let sent = data([
            "keep.plan": choice, "mine.plan": "my plan", "theirs.plan": "their plan", "names.plan": "plan", "version": "7",
            "outcome": "kept",
        ])
        let settled = sent.settled
        #expect(settled.texts("plan") == [choice == "mine" ? "my plan" : "their plan"])
        #expect(settled.text("outcome") == "kept")
        #expect(settled.text("version") == "7")
        #expect(settled.fields.allSatisfy { !$0.name.contains(".") })
    }

    @Test("a form that was never two stays as it is")
    func unchanged() {
        let sent = data(["plan": "a", "team": "x", "note": "keep.this"])
        #expect(sent.settled.urlEncoded == sent.urlEncoded)
    }
}
