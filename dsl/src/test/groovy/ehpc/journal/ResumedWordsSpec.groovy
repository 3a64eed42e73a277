package ehpc.journal

import ehpc.EhpcClient
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.local.Transitions
import ehpc.script.ScriptException
import ehpc.script.Scripts
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Words that change users, queues, tags, jobs and nodes, in a run that is cut off and resumed. */
@Timeout(60)
class ResumedWordsSpec extends Specification {

    @TempDir
    Path temp

    @AutoCleanup
    Connection connection = Connection.open(ConnectionOptions.defaults()
            .local(LocalOptions.defaults().withTransitions(Transitions.atOnce())))

    def 'a resumed script repeats no change, waits for the tasks of the first run, and the journal has no password'() {
        given:
        Path obstacle = Files.createFile(temp.resolve('obstacle'))
        String script = """\
            cluster('ehpc-hz-localdemo1') {
                users.add 'dave.liu', group: 'users', password: secret('DAVE')
                queues.add 'gpu', instanceType: 'ecs.c7.large'
                tags.put 'team', 'cfd'
                def job = jobs.submit 'true', name: 'resumed', user: 'dave.liu', queue: 'workq'
                println job.await(1.minute).info.state
                def added = addNodes 1, queue: 'gpu'
                println added.nodes.size()
                assert !new File('$obstacle').exists()
                tags.remove 'team'
                users.delete 'dave.liu'
            }
            """.stripIndent()
        Journals journals = Journals.in(temp.resolve('runs'))
        JournalHeader header = new JournalHeader('s.ehpc', '', script, [], 'cn-hangzhou', '', true)

        when:
        String id = journals.begin(header).withCloseable { run(script, it.over(connection.ehpc())); it.id() }

        then:
        ScriptException e = thrown()
        e.problems()[0].line() == 9

        when:
        id = journals.runs()[0].id()
        Files.delete(obstacle)
        journals.run(id).resume().withCloseable { run(script, it.over(connection.ehpc())) }

        then:
        mutations() == ['AddUsers', 'AddQueue', 'UpdateQueueConfig', 'TagResources', 'SubmitJob', 'AddNodes', 'UnTagResources', 'DeleteUsers']
        !Files.readString(temp.resolve("runs/$id/journal.jsonl")).contains('Change-Me-1')
    }

    private static void run(String script, EhpcClient ehpc) {
        Scripts.compile('s.ehpc', script).over(ehpc).output(new StringBuilder()).environment(DAVE: 'Change-Me-1').run()
    }

    private List<String> mutations() {
        connection.service().get().requests()*.action().findAll { !it.startsWith('List') }
    }
}
