package ehpc.repl.internal.help

import ehpc.api.Catalogue
import ehpc.api.help.OperationHelp
import spock.lang.Specification

class OperationPageSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    def 'an example is a line for a shell, broken if it is long'() {
        given:
        List<OperationHelp.Section> page = OperationPage.of(CATALOGUE.operation(operation), 100)

        expect:
        page*.title().take(2) == [operation, 'Example']
        page[1].lines() == lines
        page - page[1] == OperationHelp.of(CATALOGUE.operation(operation), 100).sections()

        where:
        operation            || lines
        'ListRegions'        || ['  ehpc call ListRegions']
        'InvokeShellCommand' || ['  ehpc call InvokeShellCommand --ClusterId ehpc-hz-FYUr32... --Command \'echo "hello world"\'']
        'StopJobs'           || ['  ehpc call StopJobs --ClusterId ehpc-hz-FYUr32... \\',
            "      --Jobs '[{\"Id\":\"1.sched****\"},{\"Id\":\"0.sched****\"}]'"]
        'AddUsers'           || ['  ehpc call AddUsers --ClusterId ehpc-hz-FYUr32... --User.1.Group users --User.1.Name testuser1 \\',
            '      --User.1.Password Change-Me-1']
    }
}
