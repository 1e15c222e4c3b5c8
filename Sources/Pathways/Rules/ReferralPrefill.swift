import Kernel
import Partnerships
import ReferralForm

/// The answers with which a referral begins: what is on record, in the spellings of the form, so that nobody is asked and
/// nothing is typed twice. What the record does not say stays empty.
struct ReferralPrefill {
    /// What was seen of signs, and when.
    struct Signs {
        let seenOn: Day
        /// At the screening, or told with the concern.
        let isScreening: Bool
        let words: [String]
    }

    let route: ReferralRoute
    let reference: String
    let facts: VictimFacts
    let identity: VictimIdentity?
    let contact: SafeContact?
    let contactRule: ContactRule
    let unsafeWays: Set<ContactWay>
    let ledger: ConsentLedger
    let signs: [Signs]
    let personName: String
    let personEmail: String
    let organisationName: String
    let lists: CodeLists
    let today: Day

    /// The answers. Into a report without a name goes nothing by which somebody could be known, even where it is on record.
    var answers: [String: ReferralAnswer] {
        var answers = Answers()
        reporter(&answers)
        facts(&answers)
        consent(&answers)
        signs(&answers)
        if route != .anonymousNotification {
            identity(&answers)
            contact(&answers)
        }
        return answers.found
    }

    /// Takes only what the form would take.
    private struct Answers {
        var found: [String: ReferralAnswer] = [:]

        mutating func set(_ code: String, _ text: String?) {
            guard let text, !text.isEmpty, let field = ReferralForm.current.field(code) else { return }
            if case .pick(let list) = field.kind {
                if let spelt = list.spelling(of: text) { found[code] = .text(spelt) }
            } else {
                found[code] = .text(text)
            }
        }

        mutating func tick(_ code: String) { found[code] = .ticked(true) }
    }

    private func reporter(_ answers: inout Answers) {
        answers.set("reference", reference)
        answers.set("user-email", personEmail)
        answers.set("user-organisation", FormSuccession.spelling(of: organisationName) ?? organisationName)
        if case .text(let spelt) = answers.found["user-organisation"] {
            answers.set("user-organisation", FormSuccession.reporting(spelt, on: today))
        }
        answers.set("fr-location", facts.nation.rawValue)
        let names = personName.split(separator: " ")
        answers.set("fr-details-first-name", names.first.map(String.init))
        answers.set("fr-details-last-name", names.dropFirst().joined(separator: " "))
    }

    private func facts(_ answers: inout Answers) {
        let isDoubted = facts.age.isTreatedAsChild && (facts.age.basis != .known || facts.age.group == .perhapsChild)
        answers.set("pv-under-age", isDoubted ? "not-sure" : facts.age.isTreatedAsChild ? "yes" : "no")
        if !facts.age.isTreatedAsChild { answers.set("pv-under-age-at-time-of-exploitation", facts.childAtExploitation) }
        answers.set("pv-gender", ["female": "female", "male": "male", "other": "unknown"][facts.gender])
        answers.set("pv-nationality", lists["nationality"].label(facts.nationality))
        if !facts.secondNationality.isEmpty {
            answers.set("pv-nationality-second", lists["nationality"].label(facts.secondNationality))
        }
        answers.set("pv-interpreter-requirements", facts.interpreter)
        if facts.interpreter == "yes", facts.language != "unknown" {
            answers.set("pv-interpreter-requirements-language", lists["language"].label(facts.language))
        }
        for type in facts.exploitation {
            switch type {
            case "labour": answers.tick("types-of-exploitation-forced-to-work")
            case "sexual":
                answers.tick(
                    facts.age.isTreatedAsChild
                        ? "types-of-exploitation-child-exploitation" : "types-of-exploitation-prostitution")
            case "criminal": answers.tick("types-of-exploitation-forced-to-commit-crime")
            case "domestic-servitude": answers.tick("types-of-exploitation-unpaid-household-work")
            case "organ-harvesting": answers.tick("types-of-exploitation-organs-removed")
            default: break
            }
        }
    }

    private func consent(_ answers: inout Answers) {
        func said(_ purpose: ConsentPurpose) -> String? {
            ledger.current(purpose).map { _ in ledger.allows(purpose, capacity: facts.capacity) ? "yes" : "no" }
        }
        switch route {
        case .adultReferral:
            answers.set("pv-want-to-submit-nrm", "yes")
            answers.set("does-pv-need-support", said(.support))
        case .namedNotification, .anonymousNotification:
            answers.set("pv-want-to-submit-nrm", "no")
            if let reason = ledger.current(.nrm)?.reason, !reason.isEmpty, reason != "not-said" {
                answers.set("refuse-nrm", lists["decline_reason"].label(reason))
            }
        case .childReferral, .noReport, .askFirst, .capacityFirst: break
        }
        // The form asks whoever will work with the police for their name.
        answers.set("authorities-cooperation", route == .anonymousNotification ? "no" : said(.police))
    }

    private func signs(_ answers: inout Answers) {
        let parts = signs.filter { !$0.words.isEmpty }.map { sign in
            let place = sign.isScreening ? "Seen or told at the screening on" : "Told with the report of"
            return "\(place) \(sign.seenOn.text):\n" + sign.words.map { "- \($0)" }.joined(separator: "\n")
        }
        guard !parts.isEmpty else { return }
        answers.set("modern-slavery-indicators", "yes")
        answers.set("modern-slavery-indicators-details", parts.joined(separator: "\n\n"))
    }

    private func identity(_ answers: inout Answers) {
        guard let identity else { return }
        answers.set("pv-name-first-name", identity.firstName)
        answers.set("pv-name-last-name", identity.lastName)
        answers.set("pv-name-nickname", identity.otherNames)
        answers.set("pv-dob", identity.bornOn?.iso)
        if !identity.homeOfficeReference.isEmpty {
            answers.set("pv-ho-reference", "yes")
            answers.set("pv-ho-reference-type", identity.homeOfficeReference)
        }
    }

    /// The safe ways alone. That it is safe to write there has to be confirmed by hand.
    private func contact(_ answers: inout Answers) {
        guard let contact, contactRule == .safeWaysOnly else { return }
        var ways: [String] = []
        if !contact.email.isEmpty, !unsafeWays.contains(.email) {
            ways.append("email")
            answers.set("pv-contact-details-email-input", contact.email)
        }
        if !contact.address.isEmpty, !unsafeWays.contains(.post) {
            ways.append("post")
            let address = PostalAddress(contact.address)
            answers.set("pv-contact-details-street", address.street)
            answers.set("pv-contact-details-town", address.town)
            answers.set("pv-contact-details-postcode", address.postcode)
        }
        if !ways.isEmpty { answers.found["pv-contact-details"] = .several(ways) }
        if !contact.phone.isEmpty, unsafeWays.isDisjoint(with: [.call, .message]) {
            answers.set("pv-phone-number", "yes")
            answers.set("pv-phone-number-yes", contact.phone)
        }
    }
}

/// An address of several lines in the parts that the form asks for.
struct PostalAddress: Hashable {
    let street: String
    let town: String
    let postcode: String

    /// Takes lines or parts between commas: the last that looks like a British postcode is one, the last before it the town.
    init(_ text: String) {
        var parts = text.split { $0 == "\n" || $0 == "," }.map { part in
            part.split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty }
        postcode = parts.last.flatMap { PostalAddress.isPostcode($0) ? $0 : nil } ?? ""
        if !postcode.isEmpty { parts.removeLast() }
        town = parts.count > 1 ? parts.removeLast() : ""
        street = parts.joined(separator: ", ")
    }

    /// "DY4 8XX": letters, a figure, and at the end a figure and two letters.
    private static func isPostcode(_ text: String) -> Bool {
        let signs = text.uppercased().filter { $0 != " " }
        guard (5...7).contains(signs.count), signs.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return false }
        let inward = signs.suffix(3)
        return signs.first?.isLetter == true && inward.first?.isNumber == true && inward.dropFirst().allSatisfy(\.isLetter)
            && signs.dropLast(3).contains(where: \.isNumber)
    }
}
