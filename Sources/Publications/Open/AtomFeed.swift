import Documents
import HTML
import Kernel

/// What was published, as programs that follow it read it (RFC 4287).
struct AtomFeed {
    let releases: [OpenRelease]
    /// The address of the site, such as "https://plainsight.example".
    let site: String

    var bytes: [UInt8] {
        let updated = releases.map(\.changedAt).max() ?? Moment(microseconds: 0)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
            <id>\(XMLWriter.escaped(site))\(OpenLinks.feed.text)</id>
            <title>Published by anti-slavery partnerships</title>
            <updated>\(updated.rfc3339)</updated>
            <link rel="self" type="application/atom+xml" href="\(XMLWriter.escaped(site))\(OpenLinks.feed.text)"/>
            <link rel="alternate" type="text/html" href="\(XMLWriter.escaped(site))\(OpenLinks.list.text)"/>

            """
        for release in releases {
            let link = "\(XMLWriter.escaped(site))\(XMLWriter.escaped(OpenLinks.release(release.slug, release.number).text))"
            let edition = release.edition > 1 ? ", edition \(release.edition)" : ""
            let summary = release.withdrawnAt.map { "Withdrawn on \($0.day.text). \(release.withdrawnReason)" } ?? release.summary
            text += """
                <entry>
                <id>urn:uuid:\(release.id.text)</id>
                <title>\(XMLWriter.escaped("\(release.title)\(edition)\(release.withdrawnAt == nil ? "" : " (withdrawn)")"))</title>
                <author><name>\(XMLWriter.escaped(release.publisher))</name></author>
                <published>\(release.publishedAt.rfc3339)</published>
                <updated>\(release.changedAt.rfc3339)</updated>
                <link rel="alternate" type="text/html" href="\(link)"/>
                <rights>\(XMLWriter.escaped(release.licence))</rights>
                <summary>\(XMLWriter.escaped(summary))</summary>
                </entry>

                """
        }
        return Array((text + "</feed>\n").utf8)
    }
}
