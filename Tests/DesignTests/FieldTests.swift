import Design
import HTML
import Testing

@Suite("Fields")
struct FieldTests {
    @Test("what was typed stays beside what is wrong with it")
    func keptValues() {
        let field = TextInput("Town", name: "town", value: "Oldb<ury", hint: "In the borough", problem: "Choose a town")
        let text = field.markup.string
        #expect(text.contains("value=\"Oldb&lt;ury\""))
        #expect(text.contains("aria-describedby=\"town-hint town-error\""))
        #expect(text.contains("aria-invalid=\"true\""))
        #expect(
            text.contains("<p class=\"error\" id=\"town-error\"><span class=\"unseen\">Error: </span>Choose a town</p>")
        )
    }

    @Test("a field without hint and problem describes nothing")
    func plainField() {
        let text = TextInput("Town", name: "town").markup.string
        #expect(!text.contains("aria-describedby"))
        #expect(!text.contains("aria-invalid"))
    }

    @Test("a choice that is no longer in the list is kept as an entry")
    func unlistedChoice() {
        let select = Select("Town", name: "town", choices: [Choice("a", "Oldbury")], chosen: "gone")
        #expect(select.markup.string.contains("<option value=\"gone\" selected>gone</option>"))
        let listed = Select("Town", name: "town", choices: [Choice("a", "Oldbury")], chosen: "a")
        #expect(listed.markup.string.contains("<option value=\"a\" selected>Oldbury</option>"))
    }

    @Test("an error summary leads to the first control of a question")
    func firstControl() {
        let choices = [Choice("a", "Adult"), Choice("c", "Child")]
        let radios = ReadMarkup(Radios("Age", name: "age", choices: choices).markup)
        #expect(radios.values(of: "id") == ["age", "age-2"])
        let date = ReadMarkup(DateInput("Seen", name: "seen").markup)
        #expect(date.values(of: "id") == ["seen", "seen-month", "seen-year"])
        #expect(date.values(of: "name") == ["seen-day", "seen-month", "seen-year"])
        let summary = ErrorSummary([.init("age", "Choose the age")]).markup.string
        #expect(summary.contains("<a href=\"#age\">Choose the age</a>"))
        #expect(summary.contains("role=\"alert\""))
    }

    @Test("no answer is chosen beforehand, and the chosen ones are ticked")
    func choices() {
        let choices = [Choice("a", "Adult"), Choice("c", "Child")]
        func ticked(_ markup: Markup) -> [String] {
            ReadMarkup(markup).elements.filter { $0.attributes["checked"] != nil }.compactMap { $0.attributes["value"] }
        }
        #expect(ticked(Radios("Age", name: "age", choices: choices).markup).isEmpty)
        #expect(ticked(Radios("Age", name: "age", choices: choices, chosen: "c").markup) == ["c"])
        #expect(ticked(Checkboxes("Age", name: "age", choices: choices, chosen: ["a", "c"]).markup) == ["a", "c"])
    }

    @Test(
        "a time that is none is shown as text, because a browser would empty the field",
        arguments: [
            ("06:30", "time"), ("23:59", "time"), ("", "time"), ("24:00", "text"), ("19:60", "text"), ("6:30", "text"),
            ("half six", "text"), ("٠٦:٣٠", "text"),
        ])
    func times(value: String, type: String) {
        #expect(TimeInput("Time", name: "time", value: value).markup.string.contains("type=\"\(type)\""))
    }

    @Test("a password is never sent back to the page")
    func passwords() {
        let read = ReadMarkup(PasswordInput(name: "password", problem: "Enter your password").markup)
        #expect(read.values(of: "value").isEmpty)
        #expect(read.values(of: "autocomplete") == ["current-password"])
    }

    @Test("nothing is drawn when there is nothing to put right")
    func noProblems() {
        #expect(ErrorSummary([]).markup.isEmpty)
    }

    @Test("the limit of a long answer is told with its hint")
    func limits() {
        for hint in ["Only what was seen.", "Only what was seen"] {
            let text = TextArea("Seen", name: "seen", hint: hint, limit: 4000).markup.string
            #expect(text.contains("Only what was seen. You can write up to 4,000 characters."))
        }
        let text = TextArea("Seen", name: "seen", hint: "Only what was seen.", limit: 4000).markup.string
        #expect(text.contains("Only what was seen. You can write up to 4,000 characters."))
    }
}
