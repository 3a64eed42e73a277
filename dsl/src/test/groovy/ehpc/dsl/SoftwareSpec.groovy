package ehpc.dsl

import ehpc.api.ApiException
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import ehpc.local.LocalOptions
import ehpc.local.Transitions
import ehpc.plan.Plan
import ehpc.script.ScriptException
import ehpc.script.ScriptRun
import ehpc.script.Scripts
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** The word {@code software}: a list of applications, and what can be done with them. */
@Timeout(60)
class SoftwareSpec extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'

    @AutoCleanup
    Connection connection = Connection.open(ConnectionOptions.defaults().local(LocalOptions.defaults().withTransitions(Transitions.atOnce())))

    StringBuilder out = new StringBuilder()

    def 'applications are listed, installed and removed'() {
        when:
        run '''
            println software.size()
            println software.available.find { it.name == 'openfoam' }
            println software.available*.tag == software.available*.tag.unique()
            software.install 'OPENFOAM_5.0'
            println software[0].with { [it.tag, it.name, it.version, it.status] }
            software.install software.available.find { it.name == 'mpich' }.tag
            println software*.tag
            software.uninstall 'OPENFOAM_5.0'
            println software*.tag
        '''

        then:
        out.toString() == '''\
            0
            Application[tag=OPENFOAM_5.0, name=openfoam, version=5.0, status=]
            true
            [OPENFOAM_5.0, openfoam, 5.0, Installed]
            [OPENFOAM_5.0, MPICH_3.2]
            [MPICH_3.2]
            '''.stripIndent()
    }

    def 'an application that is unknown, or not installed, is refused at its line'() {
        when:
        run call

        then:
        ScriptException e = thrown()
        e.problems()[0].line() == 2
        (e.cause as ApiException).code() == code

        where:
        call                                || code
        "software.install 'OPENFOAM_9'"     || 'InvalidParams'
        "software.uninstall 'OPENFOAM_5.0'" || 'ExecFail'
    }

    def 'a plan shows each step, and that removing an application destroys'() {
        when:
        Plan plan = over("cluster('$CLUSTER') {\n software.install 'OPENFOAM_5.0'\n software.uninstall 'MPICH_3.2'\n}").plan()

        then:
        plan.steps().collect { [it.word(), it.calls()[0].operation(), it.destroys()] } == [
            ['software.install', 'InstallSoftware', false], ['software.uninstall', 'UninstallSoftware', true]]
        connection.service().get().requests().empty
    }

    private void run(String words) {
        over("cluster('$CLUSTER') {\n$words\n}").run()
    }

    private ScriptRun over(String script) {
        Scripts.compile('s.ehpc', script).over(connection.ehpc()).output(out)
    }
}
