/// Reads word by word whether a text says that somebody else keeps or took a person's papers: "the boss kept my passport",
/// "his passport was taken". That people keep their own is no means by which they are made to obey, and where it is open who
/// kept it ("he kept his passport") nothing is said.
///
/// Each sentence is read for itself, by a few words of English and their distance. The words are ours, and to be confirmed by
/// practitioners.
struct KeptDocuments: Sendable {
    private enum Party {
        case nobody, speaker, he, she, they, exploiter, authority
    }

    /// What a sentence such as "the passport was kept" says so far.
    private enum Passive {
        case none, told, open, onlyByExploiter
    }

    /// Whether the text says so.
    private(set) var isTold = false

    /// The number of the last word in its sentence, and of the last word of a kind; 0 for none.
    private var place = 0
    private var subject = Party.nobody
    private var subjectAt = 0
    private var owner = Party.nobody
    private var ownerAt = 0
    private var documentAt = 0
    private var documentOwner = Party.nobody
    private var isDocumentDenied = false
    private var verbAt = 0
    private var verbSubject = Party.nobody
    private var isVerbOfHaving = false
    private var passive = Passive.none
    private var passiveAt = 0
    private var openAt = 0
    private var notAt = 0
    private var noAt = 0
    private var refusesAt = 0
    private var beAt = 0
    private var toAt = 0
    private var byAt = 0
    private var fromAt = 0
    private var withinAt = 0
    private var whichAt = 0
    private var usedAt = 0
    private var toldAt = 0
    private var hasAt = 0
    private var homeAt = 0
    private var compelsAt = 0
    private var isAuthorityNamed = false
    private var isBackSaid = false
    private var isReturnDenied = false
    private var isGivingDenied = false
    private var isGivingCompelled = false

    /// Takes the next word in.
    mutating func read(_ signs: TextSigns) {
        place += 1
        if isTold || signs.isDisjoint(with: .ofDocuments) { return }
        readParties(signs)
        readVerbs(signs)
        readDocuments(signs)
        readLinks(signs)
    }

    /// A comma: "no wages, passport held by the manager" denies the wages alone.
    mutating func pause() { noAt = 0 }

    /// The end of a sentence.
    mutating func endSentence() {
        if isTold || place == 0 { return }
        let isUnreturned = isReturnDenied || isGivingDenied && isBackSaid
        if passive == .told || documentAt > 0 && !isAuthorityNamed && (isUnreturned || isGivingCompelled) {
            isTold = true
            return
        }
        self = KeptDocuments()
    }

    /// Whether the second came at most so many words after the first.
    private func follows(_ first: Int, within words: Int) -> Bool { first > 0 && place - first <= words }

    // MARK: Who

    private mutating func readParties(_ signs: TextSigns) {
        if signs.contains(.exploiter) {
            name(.exploiter)
            if passive == .open || passive == .onlyByExploiter && byAt > passiveAt { passive = .told }
            // "Her passport is with the agent."
            if documentAt > 0, beAt > documentAt, beAt - documentAt <= 3, withinAt > beAt, follows(withinAt, within: 4),
                notAt < documentAt
            {
                isTold = true
            }
        } else if signs.contains(.authority) || signs.contains(.office) && homeAt > 0 && homeAt == place - 1 {
            name(.authority)
            isAuthorityNamed = true
            if follows(byAt, within: 4) { passive = .none }
        } else if signs.contains(.speaker) {
            name(.speaker)
        } else if signs.contains(.he) {
            name(.he)
        } else if signs.contains(.she) {
            name(.she)
        } else if signs.contains(.they) {
            name(.they)
        }
        if signs.contains(.my) {
            own(.speaker)
        } else if signs.contains(.his) {
            own(.he)
        } else if signs.contains(.her) {
            own(.she)
        } else if signs.contains(.their) {
            own(.they)
        }
        if signs.contains(.home) {
            homeAt = place
            if passive == .told, follows(passiveAt, within: 5) { passive = .open }
        }
        if signs.contains(.safe), passiveAt > 0, passiveAt == place - 1 { passive = .open }
        if signs.contains(.object) {
            if byAt > 0, byAt == place - 1 { passive = .none }
            if withinAt > 0, withinAt == place - 1 { withinAt = 0 }
        }
        // "Took the passport from him": whoever took it is somebody else.
        let isFromOther = signs.contains(.object) || signs.contains(.her) && verbSubject != .she
        if isFromOther, fromAt > 0, fromAt == place - 1, openAt > 0, fromAt - openAt <= 3 { isTold = true }
    }

    private mutating func name(_ party: Party) {
        subject = party
        subjectAt = place
    }

    private mutating func own(_ party: Party) {
        owner = party
        ownerAt = place
        if passive == .told, follows(passiveAt, within: 5) { passive = .open }
    }

    /// Whether whoever acts is somebody else than whose papers they are.
    private static func isOther(_ subject: Party, than owner: Party) -> Bool {
        switch subject {
        case .exploiter: true
        case .he, .she, .they: owner != .nobody && owner != subject
        case .nobody, .speaker, .authority: false
        }
    }

    // MARK: What was done

    private mutating func readVerbs(_ signs: TextSigns) {
        if !signs.isDisjoint(with: [.takes, .taken, .keeps, .kept, .has]) { readKeeping(signs) }
        if !signs.isDisjoint(with: [.gives, .returns]) {
            if follows(max(notAt, refusesAt), within: 5) {
                if signs.contains(.returns) { isReturnDenied = true } else { isGivingDenied = true }
            }
            let isMade = toAt > 0 && toAt == place - 1 && (toldAt > 0 && toldAt == place - 2 || hasAt > 0 && hasAt == place - 2)
            if signs.contains(.gives), isMade || follows(compelsAt, within: 4) { isGivingCompelled = true }
        }
        if signs.contains(.back) { isBackSaid = true }
    }

    private mutating func readKeeping(_ signs: TextSigns) {
        if signs.contains(.has) { hasAt = place }
        let isParticiple = !signs.isDisjoint(with: [.taken, .kept])
        if isParticiple, follows(beAt, within: 3), subjectAt < beAt {
            if documentAt > 0, documentAt < beAt, beAt - documentAt <= 4, !isDocumentDenied, notAt < documentAt {
                passive = .told
                // What was taken stays taken; what was kept may have been kept at home.
                passiveAt = signs.contains(.kept) ? place : 0
            }
            return
        }
        if isParticiple, documentAt > 0, documentAt == place - 1, !isDocumentDenied {
            passive = signs.contains(.taken) ? .told : .onlyByExploiter
            passiveAt = signs.contains(.kept) ? place : 0
        }
        let isDenied = notAt > subjectAt && follows(notAt, within: 3)
        let isWished = toAt > 0 && toAt == place - 1 && !(usedAt > 0 && usedAt == place - 2)
        guard !isDenied, !isWished else { return }
        verbAt = place
        verbSubject = subject
        isVerbOfHaving = signs.contains(.has)
        // "His passport, which the foreman kept."
        if subject == .exploiter, whichAt > documentAt, documentAt > 0, subjectAt > whichAt, place - documentAt <= 6, !isVerbOfHaving {
            isTold = true
        }
    }

    private mutating func readDocuments(_ signs: TextSigns) {
        if signs.contains(.own) { verbAt = 0 }
        if signs.contains(.it), documentAt > 0, verbAt > documentAt, verbAt == place - 1,
            KeptDocuments.isOther(verbSubject, than: documentOwner)
        {
            isTold = true
        }
        guard signs.contains(.document) else { return }
        documentAt = place
        documentOwner = follows(ownerAt, within: 4) && ownerAt > verbAt ? owner : .nobody
        isDocumentDenied = follows(noAt, within: 3)
        guard follows(verbAt, within: 6), noAt < verbAt else { return }
        if KeptDocuments.isOther(verbSubject, than: documentOwner), !isVerbOfHaving || documentOwner != .nobody {
            isTold = true
        } else if verbSubject != .speaker, verbSubject != .authority {
            openAt = place
        }
    }

    /// The small words that the others are read by.
    private mutating func readLinks(_ signs: TextSigns) {
        if signs.contains(.not) { notAt = place }
        if signs.contains(.no) { noAt = place }
        if signs.contains(.refuses) { refusesAt = place }
        if signs.contains(.compels) { compelsAt = place }
        if signs.contains(.be) { beAt = place }
        if signs.contains(.to) { toAt = place }
        if signs.contains(.by) { byAt = place }
        if signs.contains(.from) { fromAt = place }
        if signs.contains(.within) { withinAt = place }
        if signs.contains(.which) { whichAt = place }
        if signs.contains(.used) { usedAt = place }
        if signs.contains(.told) { toldAt = place }
    }
}
