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
        "list-concerns": "Read the list of concerns", "search-concerns": "Searched the concerns",
        "list-questions": "Read the list of questions", "list-visits": "Read the list of visits",
        "open-my-work": "Read their own list of work", "check-import": "Checked a file to import",
        "prepare-visit": "Opened the form of a visit",
        "read-figures": "Read the figures", "read-answer-figures": "Read the figures of answers",
        "read-published-figures": "Read published statistics", "export-published-figures": "Saved published statistics",
        "import-statistics": "Imported published statistics",
        "install-demonstration": "Filled in the demonstration",
    ].merging(ofLinks) { own, _ in own }.merging(ofPathways) { own, _ in own }.merging(ofServices) { own, _ in own }.merging(ofPublications)
    { own, _ in own }

    /// What is written, signed and published.
    private static let ofPublications: [String: String] = [
        "list-publications": "Read the list of publications", "open-publication": "Read a publication",
        "open-publication-section": "Read a section of a publication", "check-publication": "Checked what a publication would tell",
        "read-kept-figures": "Read the figures that an edition was made of", "begin-publication": "Began a publication",
        "change-publication": "Changed what a publication is about", "add-publication-section": "Added a section to a publication",
        "change-publication-section": "Changed a section of a publication",
        "move-publication-section": "Moved a section of a publication", "remove-publication-section": "Removed a section of a publication",
        "approve-case-study": "Approved a case study", "lock-publication": "Locked a publication",
        "unlock-publication": "Unlocked a publication", "sign-publication": "Signed a publication",
        "register-document": "Registered a document that was published otherwise",
        "strike-registered-document": "Struck out a document that was published otherwise",
        "list-registered-documents": "Read what was published otherwise", "give-up-correction": "Gave up the correction of a publication",
        "correct-publication": "Began the correction of a publication", "withdraw-publication": "Withdrew a publication",
        "list-stated-figures": "Read the figures from elsewhere", "open-stated-figure": "Read a figure from elsewhere",
        "check-stated-figures": "Checked the figures from elsewhere", "record-stated-figure": "Recorded a figure from elsewhere",
        "change-stated-figure": "Corrected a figure from elsewhere", "withdraw-stated-figure": "Withdrew a figure from elsewhere",
        "import-stated-figures": "Took in figures from elsewhere",
        "settle-stated-figures": "Said which of two figures from elsewhere holds",
    ]

    /// Subjects, mentions, and what is told blindly.
    private static let ofLinks: [String: String] = [
        "list-subjects": "Read the list of subjects", "open-subject": "Read a subject", "open-mention": "Read where something is mentioned",
        "keep-subject": "Kept something as a subject", "detach-mention": "Took a mention out of a subject",
        "list-proposals": "Read what may be the same", "open-proposal": "Read whether two mentions are the same",
        "settle-proposal": "Said whether two mentions are the same", "undo-merge": "Parted two subjects again",
        "list-hot-spots": "Read what is seen more than once", "open-concern-links": "Read what is linked with the concern",
        "look-up-mentions": "Looked what is known of what they typed", "ask-blindly": "Asked what others hold",
        "answer-blindly": "Was told that somebody holds an interest in something named here",
        "hear-blindly": "Was told that another member holds an interest in something named here",
        "list-comparisons": "Read the ledger of blind comparisons", "open-comparison": "Read a blind comparison",
        "propose-comparison": "Proposed a blind comparison", "answer-comparison": "Answered whether to compare blindly",
        "send-encodings": "Sent encodings to be compared", "open-encodings": "Opened encodings to compare them",
        "match-comparison": "Compared what two agencies sent", "export-comparison": "Took out which of their own records match",
        "agree-to-talk": "Agreed to talk about records that match", "withdraw-comparison": "Withdrew a blind comparison",
        "end-comparison": "Removed the result of a blind comparison",
        "record-licence": "Recorded a licence or an order at a place", "change-licence": "Changed a licence or an order at a place",
        "open-licence": "Read a licence or an order at a place", "tie-party": "Named who owns, lets or runs a place",
        "untie-party": "Took back who owns, lets or runs a place",
        "switch-blind-answers": "Switched the blind answers about it", "link-records": "Read what is new for what may be the same",
    ]

    /// What is done for a person after the first steps: the referral, what follows it, and their support.
    private static let ofPathways: [String: String] = [
        "list-potential-victims": "Read the list of pathways", "list-referrals": "Read the list of referrals",
        "find-met-again": "Looked whether they were met before", "link-met-again": "Noted that they were met before",
        "settle-met-again": "Said whether they were met before",
        "start-referral": "Began a referral", "open-referral-page": "Read where a referral stands",
        "open-referral": "Opened what a referral says", "save-referral-section": "Wrote in a referral",
        "send-referral-for-review": "Sent a referral for review", "review-referral": "Reviewed a referral",
        "reopen-referral": "Took a referral back to write on", "reroute-referral": "Changed the way of a referral",
        "set-aside-referral": "Set a draft of a referral aside",
        "record-referral-submission": "Recorded that a referral was keyed in",
        "read-referral-quality": "Read how good referrals are", "open-referral-course": "Read what followed a referral",
        "list-waiting-decisions": "Read the list of decisions that wait", "record-decision": "Recorded a decision or step",
        "read-decision-note": "Opened the note of a decision", "void-decision": "Took out a decision that was entered wrongly",
        "import-decisions": "Imported a decision", "convene-panel": "Convened a children's panel",
        "seat-panel-member": "Named a member of a panel", "stand-down-panel-member": "Stood a member of a panel down",
        "cancel-panel": "Called a panel off", "decide-panel": "Recorded what a panel decided",
        "read-panel-record": "Opened what a panel's decision rests on", "open-crime-records": "Read the crime records",
        "record-safeguarding-notice": "Noted that children's services were told",
        "remove-safeguarding-notice": "Took out an entry that children's services were told",
        "record-crime": "Noted a crime record", "remove-crime": "Took out a crime record",
        "list-crime-discrepancies": "Read the list of crime records that do not fit",
        "list-support-due": "Read the list of support that is due", "add-support": "Noted what is done for them",
        "change-support": "Changed what is done for them", "open-support-page": "Read what is done for them",
        "open-support": "Opened a text about what is done for them", "open-stay-address": "Opened where they stay",
        "read-pathway-figures": "Read the figures of referrals", "export-pathway-figures": "Took the figures of referrals out",
        "export-figures": "Took figures out", "read-figures-for-publication": "Counted the figures for a publication",
        "compare-case-study": "Compared a case study with the records",
    ]

    /// The directory of services, reception centres, and the partnership's own pathways.
    private static let ofServices: [String: String] = [
        "list-services": "Read the directory of services", "open-service": "Read a service",
        "read-service-gaps": "Read which support is missing", "prepare-service": "Opened the form of a service",
        "propose-service": "Proposed a service", "change-service": "Changed a service", "decide-service": "Decided about a service",
        "tell-places": "Told how many places are free", "open-service-address": "Opened the secret address of a service",
        "assess-service": "Assessed accommodation", "open-assessment-notes": "Opened the notes of an assessment",
        "list-reception-centres": "Read the list of reception centres", "open-reception-centre": "Read a reception centre",
        "open-reception-plan": "Read an older plan of a reception centre",
        "prepare-reception-plan": "Opened the form of a reception centre", "plan-reception-centre": "Planned a reception centre",
        "change-reception-plan": "Changed the plan of a reception centre",
        "open-centre-address": "Opened the secret address of a reception centre",
        "activate-reception-centre": "Opened a reception centre", "open-reception-register": "Read the register of a reception centre",
        "tick-reception-checks": "Ticked what is ready at a reception centre",
        "fill-reception-role": "Filled a role at a reception centre", "record-arrival": "Recorded an arrival",
        "open-arrival": "Read an arrival", "change-arrival": "Changed an arrival", "open-arrival-identity": "Opened who arrived",
        "stand-down-reception-centre": "Stood a reception centre down",
        "open-reception-debrief": "Opened the debrief of a reception centre",
        "list-pathway-definitions": "Read the partnership's pathways", "open-pathway-definition": "Read a pathway of the partnership",
        "open-definition-version": "Read an older version of a partnership's pathway",
        "prepare-pathway-definition": "Opened the form of a partnership's pathway",
        "begin-pathway-definition": "Began a pathway of the partnership",
        "change-definition-draft": "Changed the draft of a partnership's pathway",
        "publish-pathway-definition": "Published a pathway of the partnership",
        "read-pathway-definition": "Confirmed having read a partnership's pathway",
        "log-pathway-test": "Recorded a test of a partnership's pathway", "open-pathway-test": "Read a test of a partnership's pathway",
        "add-pathway-fix": "Noted what has to be put right in a pathway", "open-pathway-fix": "Read what has to be put right in a pathway",
        "finish-pathway-fix": "Put something right in a pathway",
    ]
}
