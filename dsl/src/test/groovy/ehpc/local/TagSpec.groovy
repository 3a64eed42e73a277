package ehpc.local

import java.nio.file.Path
import spock.lang.TempDir

class TagSpec extends LocalSpecification {

    static final Map<String, String> ALL = [RegionId: REGION, ResourceType: 'cluster']

    @TempDir
    Path temp

    def 'tags are set, replaced, listed and removed'() {
        given:
        start()

        expect:
        ask('ListTagResources', ALL).body.subMap('NextToken', 'TagResources') == [NextToken: '', TagResources: [TagResource: []]]

        when:
        WireClient.Reply tagged = tag([DEMO, HYBRID, DEMO], [team: 'cfd', stage: 'test'])
        tag([HYBRID], [stage: 'live', owner: 'ann'])

        then:
        tagged.status == 200
        tagged.body.keySet().toList() == ['RequestId']
        ask('ListTagResources', ALL).at('TagResources.TagResource')[0] ==
                [ResourceId: DEMO, ResourceType: 'cluster', TagKey: 'stage', TagValue: 'test']
        tags() == [[DEMO, 'stage', 'test'], [DEMO, 'team', 'cfd'], [HYBRID, 'owner', 'ann'], [HYBRID, 'stage', 'live'], [HYBRID, 'team', 'cfd']]

        when:
        untag([DEMO, HYBRID], ['TagKey.1': 'team', 'TagKey.2': 'missing', All: true])

        then:
        tags() == [[DEMO, 'stage', 'test'], [HYBRID, 'owner', 'ann'], [HYBRID, 'stage', 'live']]

        when:
        WireClient.Reply untagged = untag([HYBRID], [All: true])

        then:
        untagged.body.keySet().toList() == ['RequestId']
        tags() == [[DEMO, 'stage', 'test']]
    }

    def 'tags are filtered by #filter'() {
        given:
        start()
        tag([DEMO, HYBRID], [team: 'cfd'])
        tag([HYBRID], [stage: 'live'])

        expect:
        tags(filter)*.take(2) == wanted

        where:
        filter                                                                  | wanted
        ['ResourceId.1': DEMO]                                                  | [[DEMO, 'team']]
        ['ResourceId.1': HYBRID, 'ResourceId.2': DEMO]                          | [[HYBRID, 'stage'], [HYBRID, 'team'], [DEMO, 'team']]
        ['Tag.1.Key': 'stage']                                                  | [[HYBRID, 'stage'], [HYBRID, 'team']]
        ['Tag.1.Key': 'stage', 'Tag.1.Value': 'test']                           | []
        ['Tag.1.Key': 'team', 'Tag.1.Value': 'cfd', 'Tag.2.Key': 'stage']       | [[HYBRID, 'stage'], [HYBRID, 'team']]
        ['Tag.1.Key': 'stage', 'ResourceId.1': DEMO]                            | []
    }

    def 'the list has pages of 50, and an answer has the token of the next one'() {
        given:
        start()
        (0..2).each { part -> tag([DEMO, HYBRID], (10..29).collectEntries { [("key$part$it" as String): 'x'] }) }

        when:
        WireClient.Reply first = ask('ListTagResources', ALL)
        WireClient.Reply second = ask('ListTagResources', ALL + [NextToken: first.body.NextToken])
        WireClient.Reply third = ask('ListTagResources', ALL + [NextToken: second.body.NextToken])

        then:
        [first, second, third]*.at('TagResources.TagResource')*.size() == [50, 50, 20]
        third.body.NextToken == ''
        [first, second, third]*.at('TagResources.TagResource').flatten().collect { "$it.ResourceId $it.TagKey" }.toUnique().size() == 120
    }

    def 'a data directory keeps the tags'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)
        tag([DEMO], [team: 'grün', a: 'b'])
        service.close()

        when:
        start(options)

        then:
        tags() == [[DEMO, 'a', 'b'], [DEMO, 'team', 'grün']]
    }

    def '#action is refused: #code, #message'() {
        given:
        start()
        tag([DEMO], [team: 'cfd'])

        expect:
        refusal(action, ALL + parameters) == [status, code, message.toString()]
        tags() == [[DEMO, 'team', 'cfd']]

        where:
        action             | parameters                                                                       | status | code | message
        'TagResources'     | ['ResourceId.1': DEMO, 'ResourceId.2': 'nowhere'] + pair(1, 'a', 'b')            | 404 | 'ClusterNotFound' | "there is no cluster nowhere; known: $DEMO, $HYBRID"
        'TagResources'     | ['ResourceId.1': DEMO, RegionId: 'cn-beijing'] + pair(1, 'a', 'b')               | 404 | 'ClusterNotFound' | "cluster $DEMO is in region cn-hangzhou, not in cn-beijing; known: $DEMO, $HYBRID"
        'TagResources'     | ['ResourceId.1': DEMO] + pair(1, 'a', 'b') + pair(2, 'a', 'c')                   | 403 | 'Duplicate.TagKey' | "tag key 'a' must be given once, is given twice"
        'TagResources'     | ['ResourceId.1': DEMO, 'Tag.1.Key': 'a']                                         | 400 | 'InvalidParams' | 'Tag[1].Value must be given'
        'TagResources'     | ['ResourceId.1': DEMO, 'Tag.1.Value': 'a']                                       | 400 | 'InvalidParams' | 'Tag[1].Key must be given'
        'TagResources'     | ['ResourceId.1': DEMO]                                                           | 400 | 'MissingParameter' | 'Tag must be given'
        'TagResources'     | pair(1, 'a', 'b')                                                                | 400 | 'MissingParameter' | 'ResourceId must be given'
        'UnTagResources'   | ['ResourceId.1': 'nowhere', All: true]                                           | 404 | 'ClusterNotFound' | "there is no cluster nowhere; known: $DEMO, $HYBRID"
        'UnTagResources'   | ['ResourceId.1': DEMO, RegionId: 'cn-beijing', All: true]                        | 404 | 'ClusterNotFound' | "cluster $DEMO is in region cn-hangzhou, not in cn-beijing; known: $DEMO, $HYBRID"
        'UnTagResources'   | ['ResourceId.1': DEMO]                                                           | 400 | 'InvalidParams' | 'TagKey must be given if All is not true'
        'ListTagResources' | ['ResourceId.1': 'nowhere']                                                      | 404 | 'ClusterNotFound' | "there is no cluster nowhere; known: $DEMO, $HYBRID"
        'ListTagResources' | [NextToken: 'abc']                                                               | 400 | 'InvalidParams' | 'NextToken must be that of an answer, is abc'
        'ListTagResources' | ['Tag.1.Value': 'cfd']                                                           | 400 | 'InvalidParams' | 'Tag[1].Key must be given'
    }

    private List<List<String>> tags(Map<String, String> parameters = [:]) {
        ask('ListTagResources', ALL + parameters).at('TagResources.TagResource').collect { [it.ResourceId, it.TagKey, it.TagValue] }
    }

    private WireClient.Reply tag(List<String> clusters, Map<String, String> tags) {
        Map<String, String> parameters = ALL + ids(clusters)
        tags.eachWithIndex { key, value, i -> parameters += pair(i + 1, key, value) }
        ask('TagResources', parameters)
    }

    private WireClient.Reply untag(List<String> clusters, Map<String, ?> parameters) {
        ask('UnTagResources', ALL + ids(clusters) + parameters)
    }

    private static Map<String, String> ids(List<String> clusters) {
        clusters.withIndex().collectEntries { id, i -> [("ResourceId.${i + 1}" as String): id] }
    }

    private static Map<String, String> pair(int number, String key, String value) {
        [("Tag.${number}.Key" as String): key, ("Tag.${number}.Value" as String): value]
    }
}
