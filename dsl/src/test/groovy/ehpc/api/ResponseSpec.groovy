package ehpc.api

import spock.lang.Specification

class ResponseSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    def 'a list of #operation is found however it came: #came'() {
        expect:
        response(operation, came).list(path) == list

        where:
        operation            | path                     | came                                             || list
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: [InstanceId: ['i-1', 'i-2']]]      || ['i-1', 'i-2']
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: [InstanceId: ['["i-1","i-2"]']]]   || ['i-1', 'i-2']
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: [InstanceId: '["i-1"]']]           || ['i-1']
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: [InstanceId: 'i-1']]               || ['i-1']
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: ['i-1']]                           || ['i-1']
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: [InstanceId: ['[not json']]]       || ['[not json']
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: [InstanceId: ['a', null, 'b']]]    || ['a', 'b']
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: [InstanceId: null]]                || []
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: [InstanceId: '']]                  || []
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: '']                                || []
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [InstanceIds: null]                              || []
        'InvokeShellCommand' | 'InstanceIds.InstanceId' | [:]                                              || []
        'ListNodes'          | 'Nodes.NodeInfo'         | [Nodes: [NodeInfo: [Roles: [Role: ['Login']]]]]   ||
            [[Roles: [Role: ['Login']]]]
        'ListNodes'          | 'Nodes.NodeInfo'         | [Nodes: [NodeInfo: [[Id: 'i-1']]]]               ||
            [[Id: 'i-1', Roles: [Role: []]]]
        'ListTasks'          | 'Tasks'                  | [Tasks: [TaskInfo: [[TaskId: 't']]]]             || [[TaskId: 't']]
        'ListTasks'          | 'Tasks'                  | [Tasks: [TaskId: 't', Status: 'Failed']]         || [[TaskId: 't', Status: 'Failed']]
        'ListTasks'          | 'Tasks'                  | [Tasks: '[{"TaskId":"t"}]']                      || [[TaskId: 't']]
        'ListTasks'          | 'Tasks'                  | [:]                                              || []
    }

    def '#field #came of ListInvocationResults reads as #value'() {
        given:
        Response read = response('ListInvocationResults', [InvocationResults: [InvocationResult: [[(field): came]]]])
        Object got = read.objects('InvocationResults.InvocationResult')[0][field]

        expect:
        got == value
        got?.class == value?.class

        where:
        field      | came               || value
        'ExitCode' | 1                  || 1
        'ExitCode' | '1'                || 1
        'ExitCode' | ' -1 '             || -1
        'ExitCode' | 1.0                || 1
        'ExitCode' | 3000000000L        || 3000000000L
        'ExitCode' | 1.5                || 1.5
        'ExitCode' | 'one'              || 'one'
        'ExitCode' | ''                 || ''
        'ExitCode' | true               || true
        'ExitCode' | null               || null
        'Success'  | true               || true
        'Success'  | 'true'             || true
        'Success'  | 'False'            || false
        'Success'  | 'yes'              || 'yes'
        'Message'  | 'hi'               || 'hi'
        'Message'  | 12.50              || '12.50'
        'Message'  | false              || 'false'
        'Message'  | '012'              || '012'
    }

    def 'a decimal number keeps its digits'() {
        expect:
        response('DescribePrice', [TotalTradePrice: came]).at('TotalTradePrice').get() == value

        where:
        came    || value
        0.1d    || 0.1
        '1.250' || 1.250
        3       || 3.0
    }

    def 'a body inside an object named after the operation is unwrapped'() {
        expect:
        response('ListInvocationStatus', [ListInvocationStatusResponse: [RequestId: 'r', InvokeStatus: 'Finished']]).body() ==
            [RequestId: 'r', InvokeStatus: 'Finished', InvokeInstances: [InvokeInstance: []]]
        response('ListInvocationStatus', [ListInvocationStatusResponse: [A: 1], RequestId: 'r']).requestId() == 'r'
    }

    def 'what the tree does not know is kept'() {
        given:
        Response read = response('ListRegions', [RequestId: 'r', Extra: [A: [1, null, 'x']], Regions: [RegionInfo: [[RegionId: 'a', New: 1]]]])

        expect:
        read.at('Extra').get() == [A: [1, null, 'x']]
        read.objects('Regions.RegionInfo') == [[RegionId: 'a', New: 1]]
        read.text('Extra.B').empty
        read.requestId() == 'r'
    }

    def 'an object that is no list\'s wrapper stays away when it did not come'() {
        expect:
        response('DescribeCluster', [RequestId: 'r']).at('ClusterInfo').empty
        response('DescribeCluster', [ClusterInfo: [Status: 'running']]).text('ClusterInfo.Status').get() == 'running'
        response('DescribeCluster', [ClusterInfo: 'none']).text('ClusterInfo').get() == 'none'
        response('DescribeCluster', [:]).requestId() == ''
    }

    def 'an empty answer of #name has every list that is not inside something absent'() {
        given:
        Operation operation = CATALOGUE.operation(name)

        expect:
        Response.of(operation, [:]).body().values().every { it == [] || it.values() as List == [[]] }
        operation.paging().present || operation.paging().empty
        Response.of(operation, Response.of(operation, [:]).body()) == Response.of(operation, [:])

        where:
        name << CATALOGUE.names()
    }

    def 'a full answer of #name reads as it came'() {
        given:
        Operation operation = CATALOGUE.operation(name)
        Map<String, Object> full = sample(operation.response()) as Map<String, Object>

        expect:
        Response.of(operation, full).body() == full
        Response.of(operation, asTexts(full) as Map<String, Object>).body() == full

        where:
        name << CATALOGUE.names()
    }

    private static Response response(String operation, Map<String, Object> came) {
        Response.of(CATALOGUE.operation(operation), came)
    }

    private static Object sample(Shape shape) {
        switch (shape.type()) {
            case Shape.Type.OBJECT:
                return shape.fields().collectEntries { name, field -> [name, sample(field)] }
            case Shape.Type.LIST:
                return [sample(shape.element()), sample(shape.element())]
            case Shape.Type.STRING:
                return shape.values() ? shape.values().last() : 'some text'
            case Shape.Type.INTEGER:
                return 7
            case Shape.Type.LONG:
                return 1L << 40
            case Shape.Type.FLOAT:
                return 0.25
            default:
                return true
        }
    }

    private static Object asTexts(Object value) {
        value instanceof Map ? value.collectEntries { name, field -> [name, asTexts(field)] } :
            value instanceof List ? value.collect { asTexts(it) } : value.toString()
    }
}
