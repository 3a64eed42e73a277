package ehpc.local.internal.world

import ehpc.local.internal.Refusal
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicBoolean
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

@Timeout(60)
class WorldSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'

    @TempDir
    Path temp

    def 'a node that leaves is never seen running again, however long its cluster takes to follow'() {
        given:
        World world = new World(temp, 2000, Clock.systemUTC())
        Cluster cluster = world.cluster(DEMO)
        List<Node> nodes = cluster.nodes('Compute').take(20)
        world.together { it.setStatus(nodes, 'releasing') }
        AtomicBoolean left = new AtomicBoolean()
        CountDownLatch reading = new CountDownLatch(1)

        when:
        CompletableFuture<Set<String>> seen = CompletableFuture.supplyAsync {
            Set<String> statuses = []
            while (!left.get()) {
                nodes.each { statuses << world.status(it) }
                reading.countDown()
            }
            statuses
        }
        reading.await()
        nodes.each { node -> world.together { it.remove(cluster, [node]) } }
        left.set(true)

        then:
        seen.get() == ['releasing', 'gone'] as Set
    }

    def 'a deleted cluster is gone for whoever still has it'() {
        given:
        World world = new World(temp, 2, Clock.systemUTC())
        Cluster cluster = world.cluster(DEMO)

        when:
        world.together { it.remove(cluster) }

        then:
        world.status(cluster) == 'gone'
        cluster.nodes().every { world.status(it) == 'gone' }

        when:
        world.running(cluster)

        then:
        Refusal refusal = thrown()
        refusal.message == "cluster $DEMO must be running, is gone"
    }
}
