package ehpc.local

import ehpc.api.Catalogue
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import java.nio.file.Path
import spock.lang.TempDir

class SecurityGroupSpec extends LocalSpecification {

    @TempDir
    Path temp

    def 'a cluster joins and leaves security groups'() {
        given:
        start()
        String own = ask('DescribeCluster', [ClusterId: DEMO]).at('ClusterInfo.SecurityGroupId')

        expect:
        groups() == [own]

        when:
        WireClient.Reply added = add('sg-bp1aaa')
        add('sg-bp1bbb')

        then:
        added.status == 200
        groups() == [own, 'sg-bp1aaa', 'sg-bp1bbb']
        ask('ListSecurityGroups', [ClusterId: DEMO]).body.TotalCount == 3
        groups(HYBRID) == [own]

        when:
        ask('DeleteSecurityGroup', [ClusterId: DEMO, SecurityGroupId: 'sg-bp1aaa'])

        then:
        groups() == [own, 'sg-bp1bbb']
    }

    def 'a request that is repeated with its token has one effect'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)

        when:
        List<Integer> statuses = (1..2).collect { add('sg-bp1aaa', 'T1').status }
        service.close()
        start(options)
        statuses << add('sg-bp1aaa', 'T1').status

        then:
        statuses == [200] * 3
        groups().size() == 2

        and: 'the token is for that request only'
        refusal('AddSecurityGroup', [ClusterId: DEMO, SecurityGroupId: 'sg-bp1bbb', ClientToken: 'T1']) ==
                [400, 'InvalidParams', 'ClientToken must be a new one for another security group, is that of sg-bp1aaa']
        add('sg-bp1aaa', 'T2').status == 404

        when: 'a repeated request does not join again what the cluster has left'
        ask('DeleteSecurityGroup', [ClusterId: DEMO, SecurityGroupId: 'sg-bp1aaa'])

        then:
        add('sg-bp1aaa', 'T1').status == 200
        groups().size() == 1
        add('sg-bp1aaa', 'T3').status == 200
        groups().size() == 2
    }

    def 'the client repeats a request whose answer was lost, and the cluster joins once'() {
        given:
        start()
        service.inject(Faults.none().first(1, 'AddSecurityGroup', Fault.lostAnswer()))
        Connection connection = Connection.open(ConnectionOptions.defaults()
                .environment([ALIBABA_CLOUD_ACCESS_KEY_ID: service.accessKeyId(), ALIBABA_CLOUD_ACCESS_KEY_SECRET: service.accessKeySecret()])
                .region(REGION).endpoint(service.endpoint().toString()))

        when:
        connection.ehpc().send(Catalogue.ehpc().operation('AddSecurityGroup').request([ClusterId: DEMO, SecurityGroupId: 'sg-bp1aaa']))

        then:
        groups().size() == 2
        service.requests().count { it.action() == 'AddSecurityGroup' } == 2

        cleanup:
        connection.close()
    }

    private WireClient.Reply add(String id, String token = '') {
        ask('AddSecurityGroup', [ClusterId: DEMO, SecurityGroupId: id, ClientToken: token])
    }

    private List<String> groups(String cluster = DEMO) {
        ask('ListSecurityGroups', [ClusterId: cluster]).at('SecurityGroups.SecurityGroup')
    }
}
