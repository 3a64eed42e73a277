package ehpc.local

class AccountSpec extends LocalSpecification {

    def 'a role is made once per service'() {
        given:
        start()

        expect:
        ask('InitializeEHPC', [RegionId: REGION]).status == 200
        refusal('InitializeEHPC', [RegionId: 'cn-shanghai', ServiceName: 'E-HPC']) ==
                [500, 'EntityAlreadyExists.RoleError', 'the role of E-HPC is there already']
        ask('InitializeEHPC', [RegionId: REGION, ServiceName: 'E-HPC Instant']).status == 200
        refusal('InitializeEHPC', [RegionId: REGION, ServiceName: 'E-HPC Instant'])[1] == 'EntityAlreadyExists.RoleError'
    }

    def 'a role is refused in a region that is none'() {
        given:
        start()

        expect:
        refusal('InitializeEHPC', [RegionId: 'mars-north-1']) ==
                [400, 'InvalidParameter', 'RegionId must be a region of the service, is mars-north-1']
        refusal('InitializeEHPC') == [400, 'MissingParameter', 'RegionId must be given']
    }

    def 'users outside the cloud are copied, once, and a cluster in the cloud has none to copy'() {
        given:
        start()

        when:
        List<Set<String>> answers = [DEMO, HYBRID, HYBRID].collect {
            client.ask('SyncUsers', [ClusterId: it, RegionId: REGION]).body.keySet()
        }

        then:
        answers == [['RequestId'] as Set] * 3
        service.users(DEMO) == []
        service.users(HYBRID) == ['alice', 'bob', 'carol']
    }

    def 'users are not synchronised when #what'() {
        given:
        start()
        prepare(service, node('scheduler0', HYBRID))

        expect:
        refusal('SyncUsers', [ClusterId: HYBRID, RegionId: region]) == error

        where:
        what                    | region    | prepare | error
        'the cluster is ill'    | REGION    | { s, manager -> s.setClusterStatus(HYBRID, 'exception') } |
                [403, 'InvalidClusterStatus', "cluster $HYBRID must be running, is exception"]
        'no manager is running' | REGION    | { s, manager -> s.stopNode(manager) } |
                [404, 'ManagerNotFound', "a manager node of cluster $HYBRID must be running, none is"]
        'it is elsewhere'       | 'cn-beijing' | { s, manager -> } |
                [404, 'ClusterNotFound', "cluster $HYBRID is in region cn-hangzhou, not in cn-beijing; known: $DEMO, $HYBRID"]
    }

    def 'post scripts replace what was there, in order, and the cluster shows them'() {
        given:
        start()

        when:
        set([['https://a/1.sh', '-h'], ['http://b.example/2.sh', null]])
        set([['https://c/3.sh', 'x "y" z'], ['https://a/1.sh', '']])

        then:
        scripts(DEMO) == [[Args: 'x "y" z', Url: 'https://c/3.sh'], [Args: '', Url: 'https://a/1.sh']]
        scripts(HYBRID) == []
        ask('DescribeCluster', [ClusterId: DEMO]).at('ClusterInfo.PostInstallScripts.PostInstallScriptInfo') == scripts(DEMO)
    }

    def 'setting no post script removes them all'() {
        given:
        start()
        set([['https://a/1.sh', '-h']])

        when:
        set([])

        then:
        scripts(DEMO) == []
    }

    def '16 post scripts are the most'() {
        given:
        start()

        expect:
        set((1..16).collect { ["https://a/$it".toString(), null] }).status == 200
        scripts(DEMO)*.Url == (1..16).collect { "https://a/$it".toString() }
        with(set((1..17).collect { ["https://b/$it".toString(), null] })) {
            status == 400
            body.Code == 'InvalidParams'
            body.Message == 'PostInstallScripts must have at most 16 elements, has 17'
        }
        scripts(DEMO)[0].Url == 'https://a/1'
    }

    def 'a post script needs a URL that is one: #url'() {
        given:
        start()

        when:
        WireClient.Reply reply = set([['https://a/1.sh', null], [url, '-h']])

        then:
        reply.status == 400
        reply.body.Code == 'InvalidParams'
        reply.body.Message == "PostInstallScripts[2].Url must be $right"
        scripts(DEMO) == []

        where:
        url            | right
        'setup.sh'     | "an http or https URL, is 'setup.sh'"
        'ftp://a/b'    | "an http or https URL, is 'ftp://a/b'"
        'https://'     | "an http or https URL, is 'https://'"
        'http:///x'    | "an http or https URL, is 'http:///x'"
        'https://a b/' | "an http or https URL, is 'https://a b/'"
    }

    def 'a post script needs a URL at all'() {
        given:
        start()

        expect:
        refusal('SetPostScripts', [ClusterId: DEMO, RegionId: REGION, 'PostInstallScripts.1.Args': '-h']) ==
                [400, 'InvalidParams', 'PostInstallScripts[1].Url must be given']
    }

    def 'post scripts refuse another region and another cluster'() {
        given:
        start()

        expect:
        refusal('GetPostScripts', [ClusterId: DEMO, RegionId: 'cn-shanghai'])[0..1] == [404, 'ClusterNotFound']
        refusal('SetPostScripts', [ClusterId: 'nowhere', RegionId: REGION])[0..1] == [404, 'ClusterNotFound']
        refusal('GetPostScripts', [ClusterId: DEMO]) == [400, 'MissingParameter', 'RegionId must be given']
    }

    private WireClient.Reply set(List<List<String>> scripts) {
        Map<String, String> parameters = [ClusterId: DEMO, RegionId: REGION]
        scripts.eachWithIndex { script, i ->
            parameters["PostInstallScripts.${i + 1}.Url".toString()] = script[0]
            if (script[1] != null) {
                parameters["PostInstallScripts.${i + 1}.Args".toString()] = script[1]
            }
        }
        ask('SetPostScripts', parameters)
    }

    private List<Map<String, String>> scripts(String cluster) {
        ask('GetPostScripts', [ClusterId: cluster, RegionId: REGION]).body.PostInstallScripts
    }
}
