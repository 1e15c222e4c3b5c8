import Hummingbird
import Web

@testable import Pathways

extension CourseGround: PathwayPages {
    var mount: @Sendable (_ partnership: RouterGroup<SignedIn>) -> Void {
        let desk = desk
        return { partnership in
            partnership.addRoutes(CourseRoutes(courses: desk).routes, atPath: "pathways")
        }
    }
}
