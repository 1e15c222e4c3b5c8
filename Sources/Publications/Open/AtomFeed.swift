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
            <id>\(AtomFeed.escaped(site))\(OpenLinks.feed.text)</id>
            <title>Published by anti-slavery partnerships</title>
            <updated>\(updated.rfc3339)</updated>
            <link rel="self" type="application/atom+xml" href="\(AtomFeed.escaped(site))\(OpenLinks.feed.text)"/>
            <link rel="alternate" type="text/html" href="\(AtomFeed.escaped(site))\(OpenLinks.list.text)"/>

            """
        for release in releases {
            let link = "\(AtomFeed.escaped(site))\(AtomFeed.escaped(OpenLinks.release(release.slug, release.number).text))"
            let edition = release.edition > 1 ? ", edition \(release.edition)" : ""
            let summary = release.withdrawnAt.map { "Withdrawn on \($0.day.text). \(release.withdrawnReason)" } ?? release.summary
            text += """
                <entry>
                <id>urn:uuid:\(release.id.text)</id>
                <title>\(AtomFeed.escaped("\(release.title)\(edition)\(release.withdrawnAt == nil ? "" : " (withdrawn)")"))</title>
                <author><name>\(AtomFeed.escaped(release.publisher))</name></author>
                <published>\(release.publishedAt.rfc3339)</published>
                <updated>\(release.changedAt.rfc3339)</updated>
                <link rel="alternate" type="text/html" href="\(link)"/>
                <rights>\(AtomFeed.escaped(release.licence))</rights>
                <summary>\(AtomFeed.escaped(summary))</summary>
                </entry>

                """
        }
        return Array((text + "</feed>\n").utf8)
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
