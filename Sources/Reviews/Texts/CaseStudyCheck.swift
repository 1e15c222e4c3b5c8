/// Looks for what could tell who a case study is about: names, places below the authority, dates, ages, numbers that lead to
/// somebody. What it finds stops the publication.
///
/// It errs on the side of finding too much: a capital letter inside a sentence is a name until the writer says that it is not.
/// Whether the facts together fit only few records is counted by `RareCombination`.
package struct CaseStudyCheck: Sendable {
    /// Something found.
    package struct Finding: Hashable, Sendable {
        package enum Kind: String, Sendable {
            case name = "may be a name"
            case place = "is a place below the authority"
            case date = "is a date"
            case age = "is an exact age"
            case contact = "leads to somebody"
        }

        package let kind: Kind
        /// The words of the text.
        package let words: String

        /// What is found and what to do.
        package var message: String {
            switch kind {
            case .name: "“\(words)” may be a name: leave it out, or add it to the accepted words"
            case .place: "“\(words)” is a place below the authority: say what kind of place it was instead"
            case .date: "“\(words)” is a date: leave it out, or say how long something took"
            case .age: "“\(words)” is an exact age: say a man, a woman or a child, or an age band"
            case .contact: "“\(words)” leads to somebody: leave it out"
            }
        }
    }

    /// Towns, wards and other places inside the authority, by their names.
    private let places: [[String]]

    /// Words with a capital letter that are counted beside the records instead of being taken for names.
    private let origins: Set<String>

    /// - Parameter origins: nationalities and countries.
    package init(places: [String], origins: [String] = []) {
        self.origins = Set(origins.flatMap { CaseStudyCheck.words($0.lowercased()).map(\.text) })
        self.places = places.map { CaseStudyCheck.words($0.lowercased()).map(\.text) }.filter { !$0.isEmpty }
    }

    /// Everything found in a text, each once, in its order.
    ///
    /// - Parameter accepted: words with a capital letter that the writer vouches for. They do not excuse places and dates.
    package func findings(_ text: String, accepted: [String] = []) -> [Finding] {
        let words = CaseStudyCheck.words(text)
        let lower = words.map { $0.text.lowercased() }
        var findings: [Finding] = []
        func add(_ kind: Finding.Kind, _ words: String) {
            let finding = Finding(kind: kind, words: words)
            if !findings.contains(finding) { findings.append(finding) }
        }
        let placed = placed(lower)
        let allowed = CaseStudyCheck.known.union(origins).union(accepted.flatMap { CaseStudyCheck.words($0).map { $0.text.lowercased() } })
        for (place, word) in words.enumerated() {
            let before = place > 0 ? lower[place - 1] : ""
            let after = place + 1 < words.count ? lower[place + 1] : ""
            if placed.contains(place) || (CaseStudyCheck.streets.contains(lower[place]) && word.isCapital && !word.opensSentence) {
                add(.place, word.text)
            } else if CaseStudyCheck.isDate(lower[place], before: before, after: after, isCapital: word.isCapital) {
                add(.date, word.text)
            } else if CaseStudyCheck.isContact(word.text) {
                add(.contact, word.text)
            } else if CaseStudyCheck.isAge(lower[place], before: before, after: after) {
                add(.age, word.text)
            } else if CaseStudyCheck.titles.contains(lower[place]) && word.isCapital {
                add(.name, after.isEmpty ? word.text : "\(word.text) \(words[place + 1].text)")
            } else if word.isCapital, word.text.count > 1, !isAllowed(lower[place], among: allowed) {
                if !(word.opensSentence && CaseStudyCheck.openers.contains(lower[place])) { add(.name, word.text) }
            }
        }
        return findings
    }

    /// Also as several: "Romanians".
    private func isAllowed(_ word: String, among allowed: Set<String>) -> Bool {
        let stem = CaseStudyCheck.stem(word)
        return allowed.contains(stem) || (stem.hasSuffix("s") && origins.contains(String(stem.dropLast())))
    }

    /// The places of all words that name a place of the authority.
    private func placed(_ words: [String]) -> Set<Int> {
        var found: Set<Int> = []
        for place in places where place.count <= words.count {
            for start in 0...(words.count - place.count) where Array(words[start..<start + place.count]) == place {
                found.formUnion(start..<start + place.count)
            }
        }
        return found
    }

    private struct Word {
        let text: String
        let opensSentence: Bool
        var isCapital: Bool { text.first?.isUppercase ?? false }
    }

    private static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var opens = true
        for part in text.split(whereSeparator: \.isWhitespace) {
            let trimmed = part.drop { !$0.isLetter && !$0.isNumber && $0 != "+" }
            let ends = part.reversed().first { !"”’\"')".contains($0) }.map { ".!?:".contains($0) } ?? false
            var core = trimmed
            while let last = core.last, !last.isLetter, !last.isNumber { core = core.dropLast() }
            if !core.isEmpty { words.append(Word(text: String(core), opensSentence: opens)) }
            opens = ends
        }
        return words
    }

    /// A word without the ending that shows whose it is.
    private static func stem(_ word: String) -> String {
        word.hasSuffix("'s") || word.hasSuffix("’s") ? String(word.dropLast(2)) : word
    }

    private static func isContact(_ word: String) -> Bool {
        if word.contains("@") || word.contains("://") || word.lowercased().hasPrefix("www.") { return true }
        let digits = word.count(where: \.isNumber)
        if digits >= 5 { return true }
        // Outward postcodes and number plates mix letters and digits: B70, AB12.
        let letters = word.count(where: \.isLetter)
        return digits > 0 && letters > 0 && word.first?.isUppercase == true && word.count <= 8
            && !word.contains("-")
    }

    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
    private static let days: Set<String> = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private static func isDate(_ word: String, before: String, after: String, isCapital: Bool) -> Bool {
        if days.contains(word) || days.contains(where: { word == "\($0)s" }) { return true }
        if months.contains(word) {
            return !["may", "march"].contains(word) || (isCapital && (isNumber(before) || isNumber(after) || before == "in"))
        }
        let parts = word.split { "/-.".contains($0) }
        if parts.count == 3 && parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) { return true }
        return word.count == 4 && word.allSatisfy(\.isNumber) && (word.hasPrefix("19") || word.hasPrefix("20"))
    }

    private static func isNumber(_ word: String) -> Bool { word.first?.isNumber ?? false }

    private static func isAge(_ word: String, before: String, after: String) -> Bool {
        if word.hasSuffix("-year-old") || word.hasSuffix("-years-old") { return true }
        guard isNumber(word), word.allSatisfy(\.isNumber), word.count <= 2 else { return false }
        return before == "aged" || before == "age" || after == "years-old" || after == "year-old"
    }

    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "sir", "inspector", "sergeant", "constable", "councillor"]
    private static let streets: Set<String> = [
        "street", "road", "lane", "avenue", "close", "drive", "way", "crescent", "court", "terrace", "grove", "square",
    ]
    /// Words with a capital letter that point at nobody: agencies, law, nationalities that the figures name.
    private static let known: Set<String> = [
        "i", "national", "referral", "mechanism", "nrm", "dtn", "modern", "slavery", "act", "home", "office", "police", "hmrc", "dwp",
        "glaa", "nhs", "ngo", "gp", "uk", "british", "red", "cross", "salvation", "army", "hope", "for", "justice", "unseen",
        "trading", "standards", "environment", "agency", "environmental", "health", "fire", "council", "immigration", "enforcement",
        "children", "adults", "safeguarding", "housing", "crown", "court", "england", "wales", "europe", "european", "duty", "to",
        "notify", "slavery-and-trafficking", "order", "romanian", "indian", "polish", "albanian", "chinese", "vietnamese", "pakistani",
    ]
    /// Words that begin sentences and are no names.
    private static let openers: Set<String> = [
        "a", "about", "after", "all", "although", "an", "and", "another", "any", "around", "as", "at", "because", "before", "both", "but",
        "by", "concern", "concerns", "during", "each", "early", "eight", "every", "everyone", "few", "finally", "first", "five",
        "following",
        "for", "four", "from", "further", "he", "her", "his", "how", "however", "i", "if", "in", "information", "initially", "interpreters",
        "it", "its", "later", "many", "more", "most", "nine", "no", "nobody", "none", "not", "nothing", "now", "of", "officers", "on",
        "once", "one", "only", "other", "others", "our", "over", "partners", "people", "police", "seven", "several", "she", "since", "six",
        "some", "staff", "support", "ten", "that", "the", "their", "then", "there", "these", "they", "this", "those", "three", "through",
        "to", "together", "twenty", "two", "under", "until", "visitors", "we", "what", "when", "where", "while", "who", "why", "with",
        "within", "workers", "working", "man", "men", "woman", "women", "child", "children", "young", "agencies", "sixty", "wages",
        "electricity", "temporary", "checks", "enquiries", "what's", "she's",
    ]
}
