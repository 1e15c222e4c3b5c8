import Access
import Kernel
import Store

extension QuerySurface {
    /// What partnerships have published, the newest first.
    func openReleases(most: Int) throws -> [OpenRelease] { try openReleases("1 = 1", most: most) }

    /// One release with its files; nil where there is none.
    func openRelease(of slug: String, number: Int) throws -> OpenRelease? {
        try openReleases("p.slug = \(slug) AND r.number = \(number)", most: 1).first
    }

    private func openReleases(_ condition: Statement, most: Int) throws -> [OpenRelease] {
        var releases = try rows(
            """
            SELECT r.id, p.slug, p.name, p.is_demonstration, r.number, r.kind, r.title, r.first_day, r.last_day, r.edition, r.summary,
                r.notes, r.licence, r.changes, r.published_at, r.changed_at, r.superseded_by, r.withdrawn_at, r.withdrawn_reason
            FROM open_releases r JOIN partnerships p ON p.id = r.partnership_id WHERE \(condition)
            ORDER BY r.published_at DESC, r.id DESC LIMIT \(most)
            """
        ) { row in
            let (id, slug, publisher): (ID<OpenRelease>, String, String) = (try row.next(), try row.next(), try row.next())
            let isDemonstration: Bool = try row.next()
            let (number, kind, title): (Int, PublicationKind, String) = (try row.next(), try row.next(), try row.next())
            let (first, last): (Day, Day) = (try row.next(), try row.next())
            return OpenRelease(
                id: id, slug: slug, publisher: publisher, isDemonstration: isDemonstration, number: number, kind: kind, title: title,
                period: Period(from: first, to: last), edition: try row.next(), summary: try row.next(),
                notes: try StoredJSON.value(try row.next(String.self)), licence: try row.next(),
                changes: try StoredJSON.value(try row.next(String.self)), publishedAt: try row.next(), changedAt: try row.next(),
                supersededBy: try row.next(), withdrawnAt: try row.next(), withdrawnReason: try row.next(), files: [])
        }
        let files = try rows(
            """
            SELECT f.release_id, f.name, f.title, f.media_type, f.digest, f.size FROM open_files f
            WHERE f.release_id IN (SELECT x.id FROM (
                SELECT r.id FROM open_releases r JOIN partnerships p ON p.id = r.partnership_id WHERE \(condition)
                ORDER BY r.published_at DESC, r.id DESC LIMIT \(most)) x)
            ORDER BY f.release_id, f.position
            """
        ) { row in
            (
                release: try row.next(ID<OpenRelease>.self),
                file: OpenFile(
                    name: try row.next(), title: try row.next(), mediaType: try row.next(), digest: try row.next(), size: try row.next())
            )
        }
        let byRelease = Dictionary(grouping: files, by: \.release)
        for place in releases.indices { releases[place].files = (byRelease[releases[place].id] ?? []).map(\.file) }
        return releases
    }

    /// One file of a release; nil where there is none.
    func openFile(_ name: String, of slug: String, number: Int) throws -> OpenFileBytes? {
        try first(
            """
            SELECT f.name, f.title, f.media_type, f.digest, f.size, r.changed_at, f.bytes FROM open_files f
            JOIN open_releases r ON r.id = f.release_id JOIN partnerships p ON p.id = r.partnership_id
            WHERE p.slug = \(slug) AND r.number = \(number) AND f.name = \(name)
            """
        ) { row in
            let file = OpenFile(
                name: try row.next(), title: try row.next(), mediaType: try row.next(), digest: try row.next(), size: try row.next())
            return OpenFileBytes(file: file, changedAt: try row.next(), bytes: try row.next())
        }
    }
}
