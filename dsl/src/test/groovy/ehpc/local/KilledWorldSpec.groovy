package ehpc.local

import java.nio.file.Path
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** A world survives the end of its service at any moment, and its tasks go on. */
class KilledWorldSpec extends LifecycleSpecification {

    @TempDir
    Path temp

    def 'a world is whole after kill -9, and its tasks end'() {
        given:
        Process program = new ProcessBuilder("${System.getProperty('java.home')}/bin/java", '-cp', System.getProperty('java.class.path'),
                KilledWorldProgram.name, temp.resolve('world').toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
        BufferedReader out = program.inputReader()
        List<String> told = (1..lines).collect { out.readLine() }

        when:
        program.destroyForcibly().waitFor()
        start(LocalOptions.defaults().withDataDirectory(temp.resolve('world')).withTransitions(Transitions.afterLooks(1)))
        List<String> all = clusters()

        then: 'what was answered is there'
        all.containsAll(told.takeRight(4))

        when:
        new PollingConditions(timeout: 20, delay: 0).eventually {
            assert clusters().every { ask('ListTasks', [ClusterId: it]).body.TotalCount == 0 }
        }

        then:
        clusters().every { clusterStatus(it) == 'running' && statuses(it).toUnique() == ['running'] }
        ask('CreateCluster', NEW).status == 200

        cleanup:
        program?.destroyForcibly()

        where:
        lines << [5, 12]
    }

    private List<String> clusters() {
        ask('ListClusters', [PageSize: 50]).at('Clusters.ClusterInfoSimple')*.Id
    }
}
