package ehpc.api

import spock.lang.Specification

class WireFormSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    def '#operation: #parameters travels as #wire'() {
        given:
        Operation known = CATALOGUE.operation(operation)

        expect:
        WireForm.encode(known, parameters) == wire
        WireForm.decode(known, wire) == parameters

        where:
        operation             | parameters                                           || wire
        'InvokeShellCommand'  | [Command: 'echo "ü"', Timeout: 60]                    || [Command: 'echo "ü"', Timeout: '60']
        'InvokeShellCommand'  | [Instance: [[Id: 'i-1'], [Id: 'i-2']]]                || ['Instance.1.Id': 'i-1', 'Instance.2.Id': 'i-2']
        'ListServerlessJobs'  | [JobIds: ['1', '2'], PageSize: 5L]                    || ['JobIds.1': '1', 'JobIds.2': '2', PageSize: '5']
        'CreateHybridCluster' | [WinAdPar: [AdIp: '10.0.0.1', AdUser: 'a']]           || ['WinAdPar.AdIp': '10.0.0.1', 'WinAdPar.AdUser': 'a']
        'CreateCluster'       | ['EcsOrder.Manager.Count': 2, HaEnable: true]         || ['EcsOrder.Manager.Count': '2', HaEnable: 'true']
        'SetSchedulerInfo'    | [PbsInfo: [[ResourceLimit: [[Queue: 'a'], [Queue: 'b', Cpus: 2]]]]] ||
            ['PbsInfo.1.ResourceLimit.1.Queue': 'a', 'PbsInfo.1.ResourceLimit.2.Queue': 'b', 'PbsInfo.1.ResourceLimit.2.Cpus': '2']
        'DescribePrice'       | [Commodities: [[DataDisks: [[category: 'cloud', size: 40]]]]]       ||
            ['Commodities.1.DataDisks.1.category': 'cloud', 'Commodities.1.DataDisks.1.size': '40']
        'ListNodes'           | [Filter: [status: 'running']]                         || [Filter: '{"status":"running"}']
        'StopJobs'            | [Jobs: [[Id: '1.s'], [Id: '2.s']]]                    || [Jobs: '[{"Id":"1.s"},{"Id":"2.s"}]']
        'SubmitServerlessJob' | [VSwitchId: ['vsw-1', 'vsw-2'], Cpu: 0.5]             || [VSwitchId: '["vsw-1","vsw-2"]', Cpu: '0.5']
        'ListNodes'           | [Colour: 'red', 'Tint.1': 'x']                        || [Colour: 'red', 'Tint.1': 'x']
        'SetQueue'            | ['Node': [[Name: 'n', Weight: '3']]]                  || ['Node.1.Name': 'n', 'Node.1.Weight': '3']
    }

    def 'a #type writes #value as #text'() {
        given:
        Operation submit = CATALOGUE.operation('SubmitServerlessJob')
        Operation nodes = CATALOGUE.operation('ListNodes')

        expect:
        WireForm.encode(type == 'decimal' ? submit : nodes, [(type == 'decimal' ? 'Cpu' : 'PageSize'): value]).values()[0] == text

        where:
        type      | value            || text
        'decimal' | 1.0E10d          || '10000000000'
        'decimal' | 0.1d             || '0.1'
        'decimal' | 2.0d             || '2'
        'decimal' | 1.0E-7d          || '0.00000010'
        'decimal' | 1E+3             || '1000'
        'decimal' | 0.50             || '0.50'
        'decimal' | 1.5f             || '1.5'
        'decimal' | 3                || '3'
        'decimal' | Double.NaN       || 'NaN'
        'whole'   | 3.0              || '3'
        'whole'   | 3.5              || '3.5'
        'whole'   | 10L              || '10'
        'whole'   | 12345678901234567890 || '12345678901234567890'
        'whole'   | 'ten'            || 'ten'
    }

    def 'a JSON text inside a JSON text is text in text'() {
        given:
        Operation submit = CATALOGUE.operation('SubmitServerlessJob')
        Map container = [Image: 'hpl', VolumeMount: [[FlexVolumeOptions: [bucket: 'b'], MountPath: '/d']]]

        expect:
        WireForm.encode(submit, [Container: container]).Container ==
            '{"Image":"hpl","VolumeMount":[{"FlexVolumeOptions":"{\\"bucket\\":\\"b\\"}","MountPath":"/d"}]}'
    }

    def 'a JSON text that is given as text travels as it is'() {
        expect:
        WireForm.encode(CATALOGUE.operation('ListNodes'), [Filter: '{ "status" : "running" }']) == [Filter: '{ "status" : "running" }']
    }

    def 'nothing of an empty list, an empty map or a null element travels'() {
        given:
        Operation create = CATALOGUE.operation('CreateHybridCluster')

        expect:
        WireForm.encode(create, [Nodes: [], WinAdPar: [:], Application: [null, [Tag: 'a']]]) == ['Application.2.Tag': 'a']
    }

    def 'elements may come in any order'() {
        given:
        Operation run = CATALOGUE.operation('InvokeShellCommand')
        Map<String, String> wire = ['Instance.3.Id': 'c', Command: 'id', 'Instance.1.Id': 'a', 'Instance.2.Id': 'b']

        expect:
        WireForm.decode(run, wire) == [Instance: [[Id: 'a'], [Id: 'b'], [Id: 'c']], Command: 'id']
    }

    def 'twelve elements are in the order of their numbers, not of their digits'() {
        given:
        Operation stop = CATALOGUE.operation('StopServerlessJobs')
        Map<String, String> wire = (1..12).collectEntries { ['JobIds.' + it, 'j' + it] }

        expect:
        WireForm.decode(stop, wire).JobIds == (1..12).collect { 'j' + it }
    }

    def 'a value that does not fit its type stays text: #name=#text'() {
        expect:
        WireForm.decode(CATALOGUE.operation(operation), [(name): text]) == [(name): text]

        where:
        operation             | name         | text
        'ListNodes'           | 'PageSize'   | 'ten'
        'ListNodes'           | 'PageSize'   | '1e1'
        'ListNodes'           | 'PageSize'   | '1.0'
        'ListNodes'           | 'PageSize'   | '2147483648'
        'ListServerlessJobs'  | 'PageSize'   | '9223372036854775808'
        'SubmitServerlessJob' | 'Cpu'        | 'half'
        'AddNodes'            | 'Sync'       | 'True'
        'ListNodes'           | 'Filter'     | 'running'
        'ListNodes'           | 'Filter'     | '{"status":'
        'InvokeShellCommand'  | 'Instance'   | 'i-1'
    }

    def 'an index that cannot be kept stays flat: #wire'() {
        expect:
        WireForm.decode(CATALOGUE.operation(operation), wire) == values

        where:
        operation            | wire                                             || values
        'InvokeShellCommand' | ['Instance.0.Id': 'a']                           || ['Instance.0.Id': 'a']
        'InvokeShellCommand' | ['Instance.01.Id': 'a']                          || ['Instance.01.Id': 'a']
        'InvokeShellCommand' | ['Instance.x.Id': 'a']                           || ['Instance.x.Id': 'a']
        'InvokeShellCommand' | ['Instance.2000000000.Id': 'a']                  || ['Instance.2000000000.Id': 'a']
        'InvokeShellCommand' | ['Instance.1.Id': 'a', 'Instance.3.Id': 'c']     || [Instance: [[Id: 'a']], 'Instance.3.Id': 'c']
        'InvokeShellCommand' | ['Instance.1.Id.X': 'a']                         || ['Instance.1.Id.X': 'a']
        'InvokeShellCommand' | ['Instance.1.Id': 'a', Instance: 'b']            || [Instance: 'b', 'Instance.1.Id': 'a']
        'InvokeShellCommand' | [Instance: 'b', 'Instance.1.Id': 'a']            || [Instance: 'b', 'Instance.1.Id': 'a']
        'InvokeShellCommand' | ['Instance.1': 'b', 'Instance.1.Id': 'a']        || [Instance: ['b'], 'Instance.1.Id': 'a']
        'StopServerlessJobs' | ['JobIds.1.Id': 'a']                             || ['JobIds.1.Id': 'a']
        'SetSchedulerInfo'   | ['PbsInfo.1.AclLimit.2.Queue': 'q']              || ['PbsInfo.1.AclLimit.2.Queue': 'q']
        'SetSchedulerInfo'   | ['PbsInfo.1.SchedInterval': '9', 'PbsInfo.1.AclLimit.2.Queue': 'q'] ||
            [PbsInfo: [[SchedInterval: 9]], 'PbsInfo.1.AclLimit.2.Queue': 'q']
    }

    def 'what a whole request of #name holds survives the wire'() {
        given:
        Operation operation = CATALOGUE.operation(name)

        expect:
        (1..5).every { seed ->
            Map<String, Object> values = new RequestMaker(seed).values(operation.parameters())
            WireForm.decode(operation, WireForm.encode(operation, values)) == values
        }

        where:
        name << CATALOGUE.names()
    }
}
