import Access

/// The journal in words.
package enum JournalWords {
    /// Who did it, with their organisation.
    package static func who(_ line: JournalLine) -> String {
        guard let person = line.person else {
            return line.door == "publicForm" ? "Somebody, by the public form" : "Whoever runs the server, at the command line"
        }
        return line.organisation.map { "\(person), \($0)" } ?? person
    }

    /// What was done; a word of the journal that has none here reads as it is written there.
    package static func what(_ line: JournalLine) -> String {
        let refused = "refused-"
        let verb = line.verb.hasPrefix(refused) ? String(line.verb.dropFirst(refused.count)) : line.verb
        let form = "-form"
        let words: String
        if let known = readings[verb] ?? VerbWords.known(verb) {
            words = known
        } else if verb.hasSuffix(form) {
            words = "Opened a form: \(plain(String(verb.dropLast(form.count))))"
        } else {
            words = plain(verb)
        }
        return verb == line.verb ? words : "Was refused: \(words)"
    }

    private static func plain(_ verb: String) -> String { verb.replacing("-", with: " ") }

    private static let readings: [String: String] = [
        "open-concern": "Read the concern", "read-timeline": "Read the timeline", "open-circle": "Read who sees it",
        "open-strand-page": "Read a strand", "open-task": "Read a task", "open-visit": "Read a visit",
        "open-screening": "Read a screening", "list-files": "Read the list of files", "open-file": "Opened a file",
        "read-file": "Read a file", "check-file": "Began to add a file", "begin-file": "Began to add a file",
        "keep-file-chunks": "Went on adding a file", "compare-concerns": "Compared it with another concern",
        "prepare-screening": "Opened the page for screening", "reveal-identities": "Opened the sealed names",
        "reveal-screened-identity": "Opened the sealed name of somebody screened",
        "open-potential-victim": "Read the pathway", "prepare-pathway": "Opened the form of a new pathway",
        "open-pathway": "Began the pathway", "reveal-victim-identity": "Opened who they are",
        "keep-victim-identity": "Wrote down who they are", "open-safe-contact": "Opened how they can be reached",
        "keep-safe-contact": "Wrote down how they can be reached", "record-consent": "Wrote an answer into the consent ledger",
        "write-account": "Wrote down what they told", "read-accounts": "Read what they told",
        "change-victim-facts": "Changed what is known", "change-victim-circle": "Changed who works with them",
        "close-pathway": "Closed the pathway", "reopen-pathway": "Opened the pathway again",
        "use-reference-of-another": "Recorded a Home Office reference that another referral has",
        "open-reception": "Opened where people are received", "read-journal": "Read who has looked at it",
    ]
}
