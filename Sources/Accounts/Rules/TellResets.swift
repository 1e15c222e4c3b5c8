import Access
import Kernel

extension AccountDesk {
    /// For how many days a reset is told.
    package static let toldDays: Int64 = 30

    /// What somebody is to be told before their first page: resets of their password or second step by somebody else.
    ///
    /// While one of the last 30 days is unread, all of these days are told: whoever came in with a temporary password
    /// that was not meant for them can have read the first, and the owner of the account learns of it with the next.
    package func news(for person: ID<Person>) async throws -> OwnAccountNews {
        let news = try await resets(of: person)
        return news.isUnread ? news.told : OwnAccountNews(resets: [], coordinators: [])
    }

    /// The resets of the last 30 days, read or not, for the person's own page.
    package func recentResets(of person: ID<Person>) async throws -> [AccountEvent] {
        try await resets(of: person).told.resets
    }

    private func resets(of person: ID<Person>) async throws -> (told: OwnAccountNews, isUnread: Bool) {
        try await desk.readOffice { office in
            let found = try office.resets(of: person, since: office.moment.adding(days: -AccountDesk.toldDays))
            var coordinators: [String] = []
            for partnership in Set(found.map(\.event.partnership)) {
                coordinators += try office.coordinators(of: partnership, but: person)
            }
            let told = OwnAccountNews(
                resets: found.map(\.event), coordinators: Array(Set(coordinators)).sorted())
            return (told, found.contains { !$0.isTold })
        }
    }

    /// Notes that somebody has read what was told of the time up to this moment.
    package func readNews(by person: ID<Person>, upTo shown: Moment, request: String) async throws {
        try await desk.changeOffice { office in
            guard try office.markTold(person, upTo: shown) > 0 else { return }
            office.journal(
                "read-account-news", "person", person.text, by: person, event: .consultation, request: request)
        }
    }
}
