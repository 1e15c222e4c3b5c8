import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web

@Suite("The session's cookie")
struct SessionCookieTests {
    private func token(_ cookies: String...) -> String? {
        var headers = HTTPFields()
        for cookie in cookies { headers.append(HTTPField(name: .cookie, value: cookie)) }
        return SessionCookie.token(
            of: Request(
                head: HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/", headerFields: headers),
                body: RequestBody(buffer: ByteBuffer())))
    }

    @Test("is found wherever it stands among others, and no other is taken for it")
    func found() {
        #expect(token("plainsight_session=abc") == "abc")
        #expect(token("theme=dark; plainsight_session=abc; other=1") == "abc")
        #expect(token("theme=dark;plainsight_session=abc") == "abc")
        #expect(token("theme=dark", "plainsight_session=abc") == "abc")
        #expect(token("plainsight_session2=x; plainsight_session=abc") == "abc")
        #expect(token("plainsight_session=a=b") == "a=b")
        #expect(token("plainsight_session=") == "")
        for none in ["", ";;", "plainsight_session", "xplainsight_session=abc", "theme=plainsight_session=abc"] {
            #expect(token(none) == nil)
        }
        #expect(token() == nil)
    }
}
