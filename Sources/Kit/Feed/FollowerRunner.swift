import Database
import Essentials
import Logging

/// Lets each follower work on its own: one that fails is tried again later and holds up no other. Any number of nodes may run
/// one: each follower is worked by one of them at a time.
public struct FollowerRunner: Sendable {
    private static let passingOver = Duration.seconds(5)

    private let followers: [Follower]
    private let database: any Database
    private let tail: FeedTail
    private let world: World
    private let logger: Logger
    /// What this node is called in leases.
    private let node: String

    public init(_ followers: [Follower], on database: any Database, tail: FeedTail, world: World, logger: Logger) {
        self.followers = followers
        self.database = database
        self.tail = tail
        self.world = world
        self.logger = logger
        node = String(world.random.next(), radix: 36)
    }

    /// Works until the task is cancelled.
    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            for follower in followers {
                let (nudges, nudge) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
                tail.observe { facts in
                    if facts.contains(where: { follower.topics.contains($0.topic) }) { nudge.yield() }
                }
                nudge.yield()
                group.addTask { await follow(follower, nudges) }
                // Facts that do not concern it are passed over now and then, so that it does not seem to be behind.
                group.addTask {
                    while !Task.isCancelled {
                        try? await Task.sleep(for: Self.passingOver)
                        nudge.yield()
                    }
                }
            }
        }
    }

    private func follow(_ follower: Follower, _ nudges: AsyncStream<Void>) async {
        for await _ in nudges {
            var wait: Duration?
            repeat {
                wait = await work(follower)
                if let wait { try? await Task.sleep(for: wait) }
            } while wait != nil && !Task.isCancelled
            try? await Task.sleep(for: follower.pace)
        }
        try? await follower.handOver(from: node, in: database)
    }

    /// Works until nothing is left, and returns nil, or until it must wait: after a failure, or for another node.
    private func work(_ follower: Follower) async -> Duration? {
        do {
            while !Task.isCancelled {
                switch try await follower.advance(as: node, in: database, world: world) {
                // What has come meanwhile is gathered first.
                case .nothingToDo, .moved(more: false): return nil
                case .later(let wait): return wait
                case .moved(more: true): continue
                }
            }
            return nil
        } catch DatabaseFault.closed {
            return nil
        } catch let fault as DatabaseFault where fault.kind == .unavailable {
            // Whoever opened the database tells the operator, once for all who ask it.
            logger.debug("a follower waits for the database", metadata: ["follower": "\(follower.name)", "error": "\(fault)"])
            return .seconds(1)
        } catch {
            logger.error("a follower failed", metadata: ["follower": "\(follower.name)", "error": "\(error)"])
            return (try? await follower.fail(error, as: node, in: database, world: world)) ?? .seconds(5)
        }
    }
}
