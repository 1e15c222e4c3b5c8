import HTML

/// The sign of Plainsight: an open eye.
enum EyeSign {
    /// The sign inside a page, without words of its own.
    static let markup = SVG.drawing(viewBox: "0 0 32 32", .class("eye"), .aria("hidden", "true")) {
        SVG.path("M2 16C6 8.5 11 5 16 5s10 3.5 14 11c-4 7.5-9 11-14 11S6 23.5 2 16Z", .class("lid"))
        SVG.circle(x: 16, y: 16, radius: 5.2, .class("iris"))
        SVG.circle(x: 18, y: 14, radius: 1.6, .class("light"))
    }

    /// The sign as a file of its own.
    static let file = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M2 16C6 8.5 11 5 16 5s10 3.5 14 11c-4 7.5\
        -9 11-14 11S6 23.5 2 16Z" fill="#fff" stroke="#0b5560" stroke-width="2.6"/><circle cx="16" cy="16" r="5.2" \
        fill="#0b5560"/><circle cx="18" cy="14" r="1.6" fill="#fff"/></svg>
        """
}
