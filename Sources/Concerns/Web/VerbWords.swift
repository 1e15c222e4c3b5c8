/// What the verbs of the journal are called on a page.
enum VerbWords {
    static func text(_ verb: String) -> String { words[verb] ?? "Record changed" }

    /// The words of a verb that changes something; nil for any other.
    static func known(_ verb: String) -> String? { words[verb] }

    /// Who did it where no person is named.
    static func actor(_ verb: String) -> String {
        verb == ReceivePublicReport.name ? "Somebody, by the public form" : "At the command line"
    }

    private static let words: [String: String] = [
        "raise-concern": "Concern raised", "receive-public-report": "Report received",
        "check-report": "Report checked", "triage-concern": "Screening", "open-scoping": "Agencies asked",
        "answer-scoping": "Agency answered", "remind-agency": "Agency reminded", "close-scoping": "Round closed",
        "decide-response": "Response decided", "plan-significant": "Planning", "amend-concern": "Concern changed",
        "note-danger": "Immediate danger", "change-circle": "Who sees it", "open-strand": "Strand opened",
        "change-strand": "Strand changed", "add-task": "Task given", "finish-task": "Task finished",
        "close-concern": "Concern closed", "reopen-concern": "Concern opened again", "join-concern": "Concern joined",
        "carry-circle-over": "Concern joined to this", "separate-concern": "Concern separated",
        "take-circle-back": "Concern separated from this", "not-the-same": "Compared with another concern",
        "attach-file": "File added", "drop-file": "File removed", "plan-visit": "Visit planned",
        "change-visit-plan": "Visit plan changed", "mark-visit-ready": "Visit ready", "cancel-visit": "Visit called off",
        "mark-visit-made": "Visit made", "record-attendance": "Attendance recorded", "debrief-visit": "Visit debriefed",
        "record-screening": "Person screened", "correct-screening": "Screening corrected",
        "import-concerns": "Concern imported", "import-visits": "Visit imported",
        "import-screenings": "Screening imported",
    ]
}
