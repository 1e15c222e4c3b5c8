import Design
import HTML
import Testing

@Suite("The frame of a page")
struct PageFrameTests {
    private let footer = SiteFooter(help: "/help", accessibility: "/accessibility", version: "1.0")

    private var signedIn: SignedInHeader {
        SignedInHeader(
            partnership: "Sandwell partnership", home: "/sandwell",
            navigation: [.init("My work", "/sandwell"), .init("Concerns", "/sandwell/concerns", isCurrent: true)],
            search: .init(to: "/sandwell/search", words: "van"),
            account: AccountMenu(
                name: "Amber Holt", organisation: "Sandwell Council", signOut: "/sign-out",
                hidden: [HiddenInput(name: "token", value: "secret", purpose: .session)]))
    }

    @Test("a document has its language, its title and one main part to skip to")
    func document() {
        let page = PageFrame("My work", place: .signedIn(signedIn), footer: footer) { h1 { "My work" } }.markup
        #expect(page.string.hasPrefix("<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">"))
        #expect(page.string.contains("<title>My work – Plainsight</title>"))
        #expect(page.string.contains("<a class=\"skip\" href=\"#main\">"))
        #expect(ReadMarkup(page).elements.filter { $0.attributes["id"] == "main" }.map(\.name) == ["main"])
    }

    @Test("the title says when there is something to put right")
    func errorTitle() {
        let page = PageFrame("Record a concern", hasProblems: true, place: .signedIn(signedIn), footer: footer) {}
        #expect(page.markup.string.contains("<title>Error: Record a concern – Plainsight</title>"))
    }

    @Test("a page behind the door has its marking, the present place and a way out that carries the token")
    func signedInPage() {
        let text = PageFrame("Concerns", place: .signedIn(signedIn), footer: footer) {}.markup.string
        #expect(text.contains("<div class=\"marking\">OFFICIAL-SENSITIVE</div>"))
        #expect(text.contains("<a href=\"/sandwell/concerns\" aria-current=\"page\">Concerns</a>"))
        #expect(text.contains("<a href=\"/sandwell\">My work</a>"))
        #expect(text.contains("<form method=\"post\" action=\"/sign-out\""))
        #expect(text.contains("name=\"token\" value=\"secret\""))
        #expect(text.contains("name=\"q\" type=\"search\" value=\"van\""))
        #expect(!text.contains("This is a demonstration"))
    }

    @Test("a page for everybody has no marking, and its way out is a link that needs no script")
    func visitorPage() {
        let header = VisitorHeader(home: "/", canExit: true)
        let text = PageFrame("Tell us", place: .visitor(header), isDemonstration: true, footer: footer) {}.markup.string
        #expect(!text.contains("class=\"marking\""))
        #expect(text.contains("href=\"https://www.bbc.co.uk/weather\""))
        #expect(text.contains(Asset.exitPage.link.text))
        #expect(text.contains("This is a demonstration. Every person and address in it is invented."))
        let plain = PageFrame("Sign in", place: .visitor(VisitorHeader(home: "/")), footer: footer) {}.markup.string
        #expect(!plain.contains("Exit this page"))
        #expect(!plain.contains(Asset.exitPage.link.text))
    }

    @Test("the notice of a change is read out")
    func notice() {
        let text = PageFrame(
            "Concerns", place: .signedIn(signedIn), notice: NotificationBanner("Recorded."), footer: footer
        ) {}.markup.string
        #expect(text.contains("<div class=\"notice\" role=\"status\"><strong>Recorded.</strong></div>"))
    }

    @Test("on a phone the page has its name and the account, but no navigation and no search")
    func phone() {
        let text = PageFrame("Who did you meet?", place: .signedIn(signedIn), layout: .phone, footer: footer) {}
            .markup.string
        #expect(!text.contains("aria-label=\"Main\""))
        #expect(!text.contains("role=\"search\""))
        #expect(text.contains("Sign out"))
    }

    @Test("a list that ends shows only the way back, and a list of one page shows none")
    func pager() {
        #expect(Pager(newest: nil, older: nil).markup.isEmpty)
        #expect(!Pager(newest: "/a", older: nil).markup.string.contains("rel=\"next\""))
    }
}
