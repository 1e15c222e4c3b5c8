import HTML

/// A date as day, month and year, sent as `name-day`, `name-month` and `name-year`.
package struct DateInput: Component {
    /// What was typed, right or wrong.
    package struct Value: Sendable, Equatable {
        package let day: String
        package let month: String
        package let year: String

        /// The three parts as they were typed.
        package init(day: String = "", month: String = "", year: String = "") {
            self.day = day
            self.month = month
            self.year = year
        }
    }

    let frame: FieldFrame
    let value: Value
    let isBirthday: Bool

    /// A date; `isBirthday` lets a browser fill in the person's own.
    package init(
        _ legend: String, name: String, value: Value = Value(), hint: String? = nil, problem: String? = nil,
        isBirthday: Bool = false, isPageHeading: Bool = false
    ) {
        frame = FieldFrame(label: legend, name: name, hint: hint, problem: problem, isPageHeading: isPageHeading)
        self.value = value
        self.isBirthday = isBirthday
    }

    package var markup: Markup {
        frame.several(
            div(.class("date")) {
                part("Day", "day", value.day, id: frame.name, "bday-day")
                part("Month", "month", value.month, id: "\(frame.name)-month", "bday-month")
                part("Year", "year", value.year, id: "\(frame.name)-year", "bday-year")
            }, .role("group"))
    }

    private func part(
        _ label: String, _ part: String, _ value: String, id: String, _ birthday: StaticString
    ) -> Markup {
        div {
            HTML.label(.for(id)) { label }
            input(
                .class(part == "year" ? "input date-year" : "input date-part"), .id(id), .name("\(frame.name)-\(part)"),
                .value(value), .type("text"), .inputmode("numeric"), .autocomplete(isBirthday ? birthday : nil),
                frame.invalid)
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                DateInput(
                    "When was it seen?", name: "seen", value: .init(day: "8", month: "2", year: "2020"),
                    hint: "Such as 8 2 2020")
            },
            Example(.error) {
                DateInput(
                    "When was it seen?", name: "seen", value: .init(day: "31", month: "2"), problem: "Enter a year")
            },
            Example(.long) { DateInput(Example.longText, name: "a", value: .init(day: Example.longText)) },
            Example(.hostile) {
                DateInput(
                    Example.hostileText, name: Example.hostileText,
                    value: .init(day: Example.hostileText, month: Example.hostileText, year: Example.hostileText),
                    problem: Example.hostileText)
            },
        ]
    }
}

/// A time of day, sent as "06:30".
package struct TimeInput: Component {
    let frame: FieldFrame
    let value: String

    package init(_ label: String, name: String, value: String = "", hint: String? = nil, problem: String? = nil) {
        frame = FieldFrame(label: label, name: name, hint: hint, problem: problem, isPageHeading: false)
        self.value = value
    }

    package var markup: Markup {
        // A browser empties a time field whose value is no time; as text, what was typed stays to be put right.
        let isTime = value.isEmpty || TimeInput.isTime(value)
        return frame.one(
            input(
                .class("input medium"), .id(frame.name), .name(frame.name), .value(value),
                .type(isTime ? "time" : "text"),
                frame.described, frame.invalid))
    }

    private static func isTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let digits = bytes.map { (0x30...0x39).contains($0) }
        guard bytes.count == 5, digits == [true, true, false, true, true], bytes[2] == 0x3A else { return false }
        return bytes[0] < 0x32 || bytes[0] == 0x32 && bytes[1] < 0x34 ? bytes[3] < 0x36 : false
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                TimeInput("Meeting time", name: "time", value: "06:30", hint: "24 hours, such as 06:30")
            },
            Example(.error) {
                TimeInput("Meeting time", name: "time", value: "half six", problem: "Enter a time such as 06:30")
            },
            Example(.long) { TimeInput(Example.longText, name: "a", value: Example.longText) },
            Example(.hostile) {
                TimeInput(
                    Example.hostileText, name: Example.hostileText, value: Example.hostileText,
                    problem: Example.hostileText)
            },
        ]
    }
}
