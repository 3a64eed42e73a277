package ehpc.script

import ehpc.connect.Connection
import ehpc.dsl.ServiceFields
import ehpc.dsl.FieldNames
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Values have the names of the service beside those of the language. */
class FieldNamesSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'

    @AutoCleanup
    @Shared
    Connection connection = Connection.local()

    StringBuilder out = new StringBuilder()

    def 'a value has the fields of its record, which are checked, also behind a list: #expression'() {
        when:
        run("cluster('$DEMO') { run 'true' on nodes.login\nprintln($expression) }")

        then:
        out.readLines()[-1] == printed

        where:
        expression                                               || printed
        'nodes[0].hostName + nodes[0].name'                      || 'compute000compute000'
        'nodes[0].ipAddress == nodes[0].ip'                      || 'true'
        'nodes[0].totalResources.cpu + 1'                        || '3'
        'nodes.compute*.hostName.size()'                         || '4'
        'nodes.login*.hostName'                                  || '[login0]'
        'nodes.login.collect { it.hostName.toUpperCase() }'      || '[LOGIN0]'
        'nodes.where { it.hostName == "login0" }'                || 'login0'
        'nodes[0].VpcId == nodes[0].vpcId'                       || 'true'
        'nodes[0].publicIpAddress ?: 3'                          || '3'
        'queues*.queueName == queues*.name'                      || 'true'
        'queues[0].spotInstanceTypes.instance'                   || '[]'
        'info.schedulerType + info.deployMode.size()'            || 'slurm6'
        'info.ecsInfo.compute.count'                             || '4'
        'commands[-1].commandContent + commands[-1].timeout'     || 'true60'
    }

    def 'so have the values of the top level: #expression'() {
        when:
        run("println($expression)")

        then:
        out.readLines()[-1] == printed

        where:
        expression                                                                   || printed
        'clusters[0].schedulerType'                                                  || 'slurm'
        'clusters.collect { it.count } == clusters*.computes*.total'                 || 'false'
        'images.custom*.imageName == images.custom*.name'                            || 'true'
        'images.custom(owner: "self").every { it.imageOwnerAlias == it.owner }'      || 'true'
        'images.custom[0].size == images.custom[0].sizeGib'                          || 'true'
        'images.custom[0].osTag.osTag == images.custom[0].osTag.tag'                 || 'true'
        'regions*.regionId'                                                          || '[cn-hangzhou]'
    }

    def 'a value of unknown type has them, too, and words of enclosing blocks stay visible'() {
        when:
        run("""\
            def name = { x -> x.hostName ?: x.imageName }
            cluster('$DEMO') {
                println name(nodes[0])
                println nodes.login.collect { it.with { "\$it.hostName of \$id" } }.size()
                nodes[0].with { println queues.size() }
            }
            """.stripIndent())

        then:
        out.toString() == 'compute000\n1\n1\n'
    }

    def 'an unknown name is told with the known ones before the script runs: #expression'() {
        when:
        Scripts.compile('a.ehpc', "cluster('c') { println($expression) }")

        then:
        ScriptException e = thrown()
        e.problems()*.message() == [message]

        where:
        expression                      || message
        'nodes[0].hostname'             || "unknown name 'hostname' on Node; did you mean 'hostName'?"
        'nodes*.hostNam'                || "unknown name 'hostNam' on Node; did you mean 'hostName'?"
        'nodes.collect { it.ipAdress }' || "unknown name 'ipAdress' on Node; did you mean 'ipAddress'?"
        'nodes[0].hostName.foo'         || "unknown name 'foo' on String"
        'nodes[0].totalResources.cpus'  || "unknown name 'cpus' on Node.totalResources; did you mean 'cpu'?"
        'queues*.queuName'              || "unknown name 'queuName' on Queue; did you mean 'queueName'?"
        'queues[0].colour' ||
            "unknown name 'colour' on Queue; known: autoGrow, computeInstanceType, deploymentSetId, enableAutoGrow, fields, " +
                    'hostNamePrefix, hostNameSuffix, imageId, instanceTypes, name, networkInterfaceTrafficMode, queueName, ' +
                    'resourceGroupId, spotInstanceTypes, spotStrategy, type, useESS'
        'nodes[0].hostName = 1'         || "'hostName' cannot be set: it is the service's record"
        'commands[0].colour' ||
            "unknown name 'colour' on SubmittedCommand; known: commandContent, commandId, id, text, timeout, timeoutSeconds, " +
                    'workingDir, workingDirectory'
    }

    def 'and when the script runs, if the type is not known before: #name'() {
        when:
        run("def f = { x -> x.$name }\ncluster('$DEMO') { def r = run 'true' on nodes.login\nf($value) }")

        then:
        ScriptException e = thrown()
        e.message == "a.ehpc:1: unknown name '$name' on $message"

        where:
        value             | name       || message
        'nodes[0]'        | 'hostname' || "Node; did you mean 'hostName'?"
        'queues[0]'       | 'colour' ||
            'Queue; known: autoGrow, computeInstanceType, deploymentSetId, enableAutoGrow, fields, ' +
                    'hostNamePrefix, hostNameSuffix, imageId, instanceTypes, name, networkInterfaceTrafficMode, queueName, ' +
                    'resourceGroupId, spotInstanceTypes, spotStrategy, type, useESS'
        'r'               | 'colour' ||
            'RunResult; known: clusterId, command, commandIds, counts, failed, failedNodes, gathered, merged, nodes, ok, okNodes, ' +
                    'output, records, results, summary, tolerated, unknown, writeTo'
        "r['login0']"     | 'exitCod'  || "NodeResult; did you mean 'exitCode'?"
        'clusters[0]'     | 'nam'      || "ClusterSummary; did you mean 'name'?"
    }

    def 'each type has its fields in the catalogue'() {
        expect:
        FieldNames.declaredMethods.findAll { it.name == 'propertyMissing' }.every {
            ServiceFields.names(it.parameterTypes[0].name, connection.ehpc().catalogue()).size() > 1
        }
        ServiceFields.names('java.lang.String', connection.ehpc().catalogue()) == []
    }

    private void run(String text) {
        Scripts.compile('a.ehpc', text).over(connection.ehpc()).environment([:]).output(out).run()
    }
}
