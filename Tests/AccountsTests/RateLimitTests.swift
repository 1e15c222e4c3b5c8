import Access
import Kernel
import TestSupport
import Testing

@Suite("Rate limits")
struct RateLimitTests {
    @Test("a bucket holds so many uses in its window and is full then", arguments: EngineKind.available)
    func window(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            func take(_ bucket: String = "a") async throws -> RateLimit {
                try await house.desk.changeOffice { try $0.take(bucket: bucket, limit: 2, window: 60) }
            }
            #expect(try await take() == RateLimit(isAllowed: true, secondsLeft: 60))
            house.clock.advance(seconds: 20)
            #expect(try await take() == RateLimit(isAllowed: true, secondsLeft: 40))
            #expect(try await take() == RateLimit(isAllowed: false, secondsLeft: 40))
            #expect(try await take("b").isAllowed)
            house.clock.advance(seconds: 39)
            #expect(try await !take().isAllowed)
            house.clock.advance(seconds: 1)
            #expect(try await take() == RateLimit(isAllowed: true, secondsLeft: 60))
        }
    }

    @Test("many at once are counted exactly", arguments: EngineKind.available)
    func manyAtOnce(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let allowed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await house.desk.changeOffice { try $0.take(bucket: "a", limit: 5, window: 60).isAllowed }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(allowed == 5)
        }
    }

    @Test("what is given back can be taken again; old buckets are forgotten", arguments: EngineKind.available)
    func givenBack(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let moment = house.clock.now
            let answers = try await house.desk.changeOffice { office in
                let first = try office.take(bucket: "a", limit: 1, window: 60).isAllowed
                try office.giveBack(bucket: "a")
                let second = try office.take(bucket: "a", limit: 1, window: 60).isAllowed
                return [first, second, try office.take(bucket: "a", limit: 1, window: 60).isAllowed]
            }
            #expect(answers == [true, true, false])
            let forgotten = try await house.desk.changeOffice { office in
                [
                    try office.forgetRateLimits(before: moment),
                    try office.forgetRateLimits(before: moment.adding(seconds: 1)),
                ]
            }
            #expect(forgotten == [0, 1])
        }
    }
}
