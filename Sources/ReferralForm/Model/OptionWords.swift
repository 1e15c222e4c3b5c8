import Kernel

extension FormField {
    /// What an option is called on a page, as the web form words it; the code itself where it has no words of its own.
    package func words(ofOption code: String) -> String {
        switch (self.code, code) {
        case ("pv-gender", "unknown"): "Neither female nor male"
        case ("pv-phone-number", "yes"): "The person's own number"
        case ("pv-phone-number", "no"): "No number can be given"
        default: FormField.optionWords[code] ?? code
        }
    }

    /// An answer as somebody reads it: options in words, a tick as "Yes", a day in words, everything else as it was written.
    package func words(of text: String) -> String {
        switch kind {
        case .radio: words(ofOption: text)
        case .ticks: text.split(separator: ",").map { words(ofOption: trimmed(String($0))) }.joined(separator: ", ")
        case .tick: text == "true" || text == "yes" ? "Yes" : text
        case .date: Day(text)?.text ?? text
        case .line, .area, .pick, .files: text
        }
    }

    private static let optionWords = [
        "yes": "Yes", "no": "No", "not-sure": "Not sure", "i-dont-know": "I don't know", "england": "England", "wales": "Wales",
        "scotland": "Scotland", "northern-ireland": "Northern Ireland", "uk": "In the UK", "overseas": "Overseas",
        "uk-and-overseas": "In the UK and overseas", "within-the-last-week": "Within the last week",
        "within-the-last-month": "Within the last month", "within-the-last-3-month": "Within the last 3 months",
        "within-the-last-6-month": "Within the last 6 months", "within-the-last-6-12-month": "Within the last 6 to 12 months",
        "over-a-year-ago": "Over a year ago", "female": "Female", "male": "Male", "email": "Email", "post": "Post",
        "potential-victim": "The potential victim", "someone-else": "Someone else",
        "pv-alternative-number": "The number of somebody else",
    ]
}
