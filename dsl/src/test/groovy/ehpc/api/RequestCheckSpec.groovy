package ehpc.api

import spock.lang.Specification

class RequestCheckSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()
    static final Map RUN = [ClusterId: 'c', Command: 'id']
    static final Map NODES = [ClusterId: 'c']

    def 'a right request of #operation has no problem: #parameters'() {
        expect:
        problems(operation, parameters) == []

        where:
        operation             | parameters
        'ListRegions'         | [:]
        'InvokeShellCommand'  | RUN
        'InvokeShellCommand'  | RUN + [Timeout: '60', Instance: [[Id: 'i-1'], [Id: 'i-2']]]
        'InvokeShellCommand'  | RUN + [Command: 'é' * 2048]
        'InvokeShellCommand'  | RUN + [Command: '🦉' * 2048]
        'ListNodes'           | NODES + [PageSize: 100, Filter: [status: 'running']]
        'ListNodes'           | NODES + [PageSize: 100.0, Filter: '{"status": "running"}']
        'AddNodes'            | [ClusterId: 'c', Count: 5, MinCount: 2, AutoRenew: true, Sync: 'false']
        'SetPostScripts'      | [ClusterId: 'c', RegionId: 'r', PostInstallScripts: [[Url: 'https://b/s.sh', Args: '']]]
        'SetPostScripts'      | [ClusterId: 'c', RegionId: 'r', PostInstallScripts: []]
        'GetCloudMetricLogs'  | [ClusterId: 'c', From: 1, To: 2, MetricCategories: 'cpu,memory']
        'SubmitServerlessJob' | [ClusterId: 'c', JobName: 'j', Container: [Image: 'i', Arg: [1, 'b']], VSwitchId: ['v']]
        'CreateHybridCluster' | [Name: 'ab', OsTag: 'o', VSwitchId: 'v', VpcId: 'p', 'EcsOrder.Compute.InstanceType': 'e', WinAdPar: [:]]
    }

    def '#operation with #parameters: #message'() {
        expect:
        problems(operation, parameters) == [message]

        where:
        operation            | parameters                                     || message
        'InvokeShellCommand' | [Command: 'id']                                || 'ClusterId must be given'
        'InvokeShellCommand' | [Command: 'id', ClusterId: '']                 || 'ClusterId must be given'
        'InvokeShellCommand' | RUN + [Command: '  \n ']                       || 'Command must be given'
        'InvokeShellCommand' | RUN + [Command: 'x']                           || 'Command must be 2 to 2048 characters, is 1'
        'InvokeShellCommand' | RUN + [Command: 'x' * 2049]                    || 'Command must be 2 to 2048 characters, is 2049'
        'InvokeShellCommand' | RUN + [Command: 'a\0b']                        || 'Command must not contain a NUL character'
        'InvokeShellCommand' | RUN + [Command: ['a']]                         || "Command must be text, is '[\"a\"]'"
        'InvokeShellCommand' | RUN + [Comand: 'id']                           || "unknown parameter 'Comand'; did you mean 'Command'?"
        'InvokeShellCommand' | RUN + [Colour: 'red']                          || "unknown parameter 'Colour'"
        'InvokeShellCommand' | RUN + [Timeout: 'long']                        || "Timeout must be a whole number, is 'long'"
        'InvokeShellCommand' | RUN + [Timeout: 1.5]                           || 'Timeout must be a whole number, is 1.5'
        'InvokeShellCommand' | RUN + [Timeout: true]                          || 'Timeout must be a whole number, is true'
        'InvokeShellCommand' | RUN + [Timeout: Double.NaN]                    || 'Timeout must be a whole number, is NaN'
        'InvokeShellCommand' | RUN + [Timeout: 1L << 31]                      || 'Timeout must be a whole number of at most 32 bits, is 2147483648'
        'GetJobLog'          | [ClusterId: 'c', JobId: '1', Offset: '9' * 19] || "Offset must be a whole number of at most 64 bits, is '9999999999999999999'"
        'ListNodes'          | NODES + [PageNumber: 0]                        || 'PageNumber must be at least 1, is 0'
        'ListClusters'       | [PageSize: 51]                                 || 'PageSize must be 1 to 50, is 51'
        'ListClusters'       | [PageSize: '51']                               || "PageSize must be 1 to 50, is '51'"
        'GetJobLog'          | [ClusterId: 'c', JobId: '1', Size: 409601]     || 'Size must be at most 409600 bytes, is 409601'
        'RunCloudMetricProfiling' | [ClusterId: 'c', RegionId: 'r', HostName: 'h', ProcessId: 1, Duration: 5] ||
            'Duration must be 10 to 300 seconds, is 5'
        'ListNodes'          | NODES + [Role: 'Managr']                       || "Role must be Manager, Login or Compute, is 'Managr'; did you mean 'Manager'?"
        'ListNodes'          | NODES + [Role: 'compute']                      || "Role must be Manager, Login or Compute, is 'compute'; did you mean 'Compute'?"
        'ListNodes'          | NODES + [Sequence: 'x']                        || "Sequence must be Forward or Backward, is 'x'"
        'CreateCluster'      | cluster('EcsOrder.Manager.Count': 3)           || 'EcsOrder.Manager.Count must be 1 or 2, is 3'
        'AddNodes'           | [ClusterId: 'c', Count: 5, Sync: 'yes']        || "Sync must be true or false, is 'yes'"
        'GetCloudMetricLogs' | [ClusterId: 'c', From: 1, To: 2, MetricCategories: 'cpu,memry'] ||
            "MetricCategories must be cpu or memory, is 'memry'; did you mean 'memory'?"
        'AddQueue'           | [ClusterId: 'c', QueueName: '1st']             || "QueueName must be a letter, then up to 62 letters, digits or underscores, is '1st'"
        'SubmitJob'          | job(ClockTime: 'noon')                         || "ClockTime must be hh:mm:ss, mm:ss or ss, is 'noon'"
        'AddNodes'           | [ClusterId: 'c', Count: 5, ClientToken: 'é']   || "ClientToken must be ASCII characters, is 'é'"
        'AddNodes'           | [ClusterId: 'c', Count: 5, ComputeSpotPriceLimit: '0.1234'] ||
            "ComputeSpotPriceLimit must be a number with at most 3 decimals, is '0.1234'"
        'AddNodes'           | [ClusterId: 'c', Count: 5, ComputeSpotPriceLimit: 'cheap'] || "ComputeSpotPriceLimit must be a number, is 'cheap'"
        'ApplyNodes'         | apply(UserData: 'not base64!')                 || "UserData must be Base64 text, is 'not base64!'"
        'ApplyNodes'         | apply(UserData: ('x' * 16385).bytes.encodeBase64().toString()) ||
            'UserData must be Base64 text of at most 16384 bytes, has 16385'
        'ApplyNodes'         | apply(Tag: [[Key: 'aliyun-x']])                || "Tag[1].Key must not start with 'aliyun'"
        'ApplyNodes'         | apply(Tag: [[Key: 'see http://x']])            || "Tag[1].Key must not contain 'http://'"
    }

    def 'lists and objects of #operation with #parameters: #message'() {
        expect:
        problems(operation, parameters) == [message]

        where:
        operation             | parameters                                   || message
        'InvokeShellCommand'  | RUN + [Instance: 'i-1']                      || "Instance must be a list of objects, is 'i-1'"
        'InvokeShellCommand'  | RUN + [Instance: []]                         || 'Instance must have at least 1 element, has 0'
        'InvokeShellCommand'  | RUN + [Instance: ['i-1']]                    || "Instance[1] must be an object, is 'i-1'"
        'InvokeShellCommand'  | RUN + [Instance: [[Id: 'a'], [:]]]           || 'Instance[2] must be given'
        'InvokeShellCommand'  | RUN + [Instance: [[Id: ' ']]]                || 'Instance[1] must be given'
        'InvokeShellCommand'  | RUN + [Instance: [[Id: 'a'], null]]          || 'Instance[2] must be given'
        'InvokeShellCommand'  | RUN + [Instance: [[id: 'a']]]                || "unknown field 'Instance[1].id'; did you mean 'Id'?"
        'InvokeShellCommand'  | RUN + [Instance: [[Host: 'a']]]              || "unknown field 'Instance[1].Host'; known: Id"
        'StartNodes'          | [ClusterId: 'c']                             || 'Instance must be given'
        'StartNodes'          | [ClusterId: 'c', Instance: []]               || 'Instance must be given'
        'StartNodes'          | [ClusterId: 'c', Instance: (1..101).collect { [Id: 'i' + it] }] || 'Instance must have 1 to 100 elements, has 101'
        'SetPostScripts'      | [ClusterId: 'c', RegionId: 'r', PostInstallScripts: (1..17).collect { [Url: 'http://b/' + it] }] ||
            'PostInstallScripts must have at most 16 elements, has 17'
        'SetPostScripts'      | [ClusterId: 'c', RegionId: 'r', PostInstallScripts: [[Url: 'setup.sh']]] ||
            "PostInstallScripts[1].Url must be an http or https URL, is 'setup.sh'"
        'StopServerlessJobs'  | [ClusterId: 'c', JobIds: '5']                || "JobIds must be a list of texts, is '5'"
        'StopServerlessJobs'  | [ClusterId: 'c', JobIds: ['5', '']]          || 'JobIds[2] must be given'
        'StopServerlessJobs'  | [ClusterId: 'c', JobIds: [[Id: 5]]]          || "JobIds[1] must be text, is '{\"Id\":5}'"
        'DescribeServerlessJobs' | [ClusterId: 'c', JobIds: ['1', '2']]      || 'JobIds must have 1 element, has 2'
        'CreateHybridCluster' | hybrid(WinAdPar: [AdIP: 'x'])                || "unknown field 'WinAdPar.AdIP'; did you mean 'AdIp'?"
        'SetSchedulerInfo'    | scheduler([ResourceLimit: [[Queue: 'q', Mem: '2tb']]]) ||
            "PbsInfo[1].ResourceLimit[1].Mem must be a whole number and gb, mb or kb, such as 2gb, is '2tb'"
    }

    def 'JSON of #operation with #parameters: #message'() {
        expect:
        problems(operation, parameters) == [message]

        where:
        operation             | parameters                                           || message
        'ListNodes'           | NODES + [Filter: 'running']                          || "Filter must be a JSON object, is 'running'"
        'ListNodes'           | NODES + [Filter: '["running"]']                      || "Filter must be a JSON object, is '[\"running\"]'"
        'ListNodes'           | NODES + [Filter: [:]]                                || 'Filter.status must be given'
        'ListNodes'           | NODES + [Filter: '{"status":"up"}']                  || "Filter.status must be uninit, exception, running, initing, releasing, untracking or stopped, is 'up'"
        'ListNodes'           | NODES + [Filter: [status: 'running', role: 'x']]     || "unknown field 'Filter.role'; known: status"
        'StopJobs'            | [ClusterId: 'c', Jobs: '{"Id":"1"}']                 || "Jobs must be a JSON array of objects, is '{\"Id\":\"1\"}'"
        'StopJobs'            | [ClusterId: 'c', Jobs: [[Id: '1'], '2']]             || "Jobs[2] must be an object, is '2'"
        'SubmitServerlessJob' | serverless(VSwitchId: 'vsw-1')                       || "VSwitchId must be a JSON array of texts, is 'vsw-1'"
        'SubmitServerlessJob' | serverless(RetryStrategy: [Attempts: 11])            || 'RetryStrategy.Attempts must be 1 to 10, is 11'
        'SubmitServerlessJob' | serverless(RetryStrategy: [EvaluateOnExit: [[OnExitCode: '300']]]) ||
            "RetryStrategy.EvaluateOnExit[1].OnExitCode must be 0 to 255, is '300'"
        'SubmitServerlessJob' | serverless(ArrayProperties: [IndexStart: 5, IndexEnd: 4]) ||
            'ArrayProperties.IndexEnd must be at least IndexStart (5), is 4'
    }

    def 'what depends on other parameters of #operation with #parameters: #message'() {
        expect:
        problems(operation, parameters) == [message]

        where:
        operation             | parameters                                       || message
        'CreateCluster'       | cluster(VolumeId: 'v')                           || 'VolumeMountpoint must be given when VolumeId is given'
        'ApplyNodes'          | apply(ResourceAmountType: 'Cores', Cores: 2)     || 'Memory must be given when ResourceAmountType is Cores'
        'ApplyNodes'          | apply(TargetCapacity: 201)                       || 'TargetCapacity must be at most 200 when ResourceAmountType is Instances, is 201'
        'SubmitServerlessJob' | serverless(SpotStrategy: 'SpotWithPriceLimit')   || 'SpotPriceLimit must be given when SpotStrategy is SpotWithPriceLimit'
        'SetSchedulerInfo'    | scheduler([ResourceLimit: [[Cpus: 2]]])          || 'PbsInfo[1].ResourceLimit[1].Queue must be given when User, Cpus, Nodes or Mem is given'
        'AddNodes'            | [ClusterId: 'c', Count: 5, Period: 10]           || 'Period must be 1 to 9, 12, 24, 36, 48 or 60 when PeriodUnit is Month, is 10'
        'AddNodes'            | [ClusterId: 'c', Count: 5, Period: 9, PeriodUnit: 'Week'] || 'Period must be 1 to 4 when PeriodUnit is Week, is 9'
        'AddNodes'            | [ClusterId: 'c', Count: 5, MinCount: 5]          || 'MinCount must be less than Count (5), is 5'
        'CreateHybridCluster' | hybrid(SecurityGroupId: 's', SecurityGroupName: 'n') || 'SecurityGroupName must not be given together with SecurityGroupId'
    }

    def 'of a password and a key pair one is enough'() {
        given:
        Map none = cluster([:]).findAll { it.key != 'KeyPairName' }

        expect:
        problems('CreateCluster', none + [Password: 'Abcdef12']) == []
        problems('CreateCluster', none) == [
            'KeyPairName must be given when Password is not given',
            'Password must be given when KeyPairName is not given',
        ]
    }

    def 'every problem is reported at once, in the order of the parameters, unknown names last'() {
        given:
        Map wrong = [Colour: 1, PageSize: 0, PageNumber: 'x', Role: 'root', Filter: [status: 'up', at: 1]]

        when:
        List<Problem> problems = RequestCheck.problems(CATALOGUE.operation('ListNodes').request(wrong))

        then:
        problems*.parameter() == ['ClusterId', 'Filter.status', 'Filter.at', 'PageNumber', 'PageSize', 'Role', 'Colour']

        when:
        CATALOGUE.operation('ListNodes').request([Colour: 1, PageSize: 0]).checked()

        then:
        InvalidRequestException e = thrown()
        e.message == "ListNodes: ClusterId must be given; PageSize must be 1 to 100, is 0; unknown parameter 'Colour'"
        e.operation() == 'ListNodes'
        e.problems().size() == 3
    }

    def 'an index that found no place on the wire is explained: #wire'() {
        given:
        Operation operation = CATALOGUE.operation('SetSchedulerInfo')
        Map<String, String> whole = [ClusterId: 'c', RegionId: 'r', 'Scheduler.1.SchedName': 'pbs'] + wire

        expect:
        problems('SetSchedulerInfo', WireForm.decode(operation, whole)) == [message]

        where:
        wire                                                                || message
        ['PbsInfo.0.SchedInterval': '9']                                    || 'PbsInfo.0.SchedInterval must be numbered from 1: PbsInfo.1, PbsInfo.2, ...'
        ['PbsInfo.1.SchedInterval': '9', 'PbsInfo.3.SchedInterval': '9']    || 'PbsInfo.3.SchedInterval must be numbered without a gap: PbsInfo.2 is missing'
        ['PbsInfo.99999999.SchedInterval': '9']                             || 'PbsInfo.99999999.SchedInterval must be numbered without a gap: PbsInfo.1 is missing'
        ['PbsInfo.1.SchedInterval': '9', 'PbsInfo.1.AclLimit.2.Queue': 'q'] || 'PbsInfo.1.AclLimit.2.Queue must be numbered without a gap: PbsInfo.1.AclLimit.1 is missing'
        ['PbsInfo.3.AclLimit.1.Queue': 'q']                                 || 'PbsInfo.3.AclLimit.1.Queue must be numbered without a gap: PbsInfo.1 is missing'
        ['PbsInfo.3.AclLimit': 'q']                                         || "unknown parameter 'PbsInfo.3.AclLimit'"
        ['PbsInfo.3.Colour': 'q']                                           || "unknown parameter 'PbsInfo.3.Colour'"
        ['PbsInfo.3': 'q']                                                  || "unknown parameter 'PbsInfo.3'; did you mean 'PbsInfo'?"
        ['ClusterId.1': 'q']                                                || "unknown parameter 'ClusterId.1'; did you mean 'ClusterId'?"
        ['PbsInfo.1.SchedInterval.2': '9']                                  || "unknown parameter 'PbsInfo.1.SchedInterval.2'"
        ['PbsInf.1.SchedInterval': '9']                                     || "unknown parameter 'PbsInf.1.SchedInterval'"
    }

    def 'an index of a list of texts or inside an object is explained as well: #wire'() {
        given:
        Map<String, Object> values = WireForm.decode(CATALOGUE.operation(operation), wire)

        expect:
        problems(operation, values).last() == message

        where:
        operation             | wire                                     || message
        'StopServerlessJobs'  | ['JobIds.2': '5']                        || 'JobIds.2 must be numbered without a gap: JobIds.1 is missing'
        'StopServerlessJobs'  | ['JobIds.x': '5']                        || 'JobIds.x must be numbered from 1: JobIds.1, JobIds.2, ...'
        'StopServerlessJobs'  | ['JobIds.1': '5', 'JobIds.1.Id': '5']    || "unknown parameter 'JobIds.1.Id'"
        'CreateHybridCluster' | ['WinAdPar.AdIp.1': '5']                 || "unknown parameter 'WinAdPar.AdIp.1'"
    }

    def 'the value of a secret is in no message and in no printed request: #parameters'() {
        given:
        Request request = CATALOGUE.operation(operation).request(parameters)

        when:
        String shown = RequestCheck.problems(request)*.message().join('\n')

        then:
        shown.contains(problem)
        !shown.contains('hunter')
        !request.toString().contains('hunter')

        where:
        operation       | parameters                                           || problem
        'CreateCluster' | cluster(Password: 'hunter')                          || 'Password must be 8 to 30 characters'
        'CreateCluster' | cluster(Password: 'hunterhunter')                    || 'Password must be made of at least 3 of: upper-case letters'
        'CreateCluster' | cluster(Password: ['hunter'])                        || 'Password must be text'
        'CreateCluster' | cluster(Pasword: 'hunter')                           || "unknown parameter 'Pasword'; did you mean 'Password'?"
        'AddUsers'      | [ClusterId: 'c', User: '[{"Password":"hunter"}]']    || 'User must be a list of objects'
        'AddUsers'      | [ClusterId: 'c', User: ['hunter']]                   || 'User[1] must be an object'
        'AddUsers'      | [ClusterId: 'c', User: [[Pasword: 'hunter']]]        || "unknown field 'User[1].Pasword'; did you mean 'Password'?"
        'AddUsers'      | [ClusterId: 'c', 'User.2.Password': 'hunter']        || 'User.2.Password must be numbered without a gap: User.1 is missing'
        'CreateHybridCluster' | hybrid(WinAdPar: [AdUserPasswd: ['hunter']])   || 'WinAdPar.AdUserPasswd must be text'
    }

    def 'a printed request shows everything but secrets'() {
        expect:
        CATALOGUE.operation('AddUsers').request([ClusterId: 'c', User: [[Name: 'ann', Password: 'pw']]]).toString() ==
            'AddUsers{ClusterId=c, User=[{Name=ann, Password=***}]}'
        CATALOGUE.operation('ListNodes').request([ClusterId: 'c', Colour: 'red']).toString() == 'ListNodes{ClusterId=c, Colour=red}'
    }

    def 'a value is shown on one line and not at length'() {
        expect:
        problems('ListNodes', NODES + [Filter: 'a\nb\tc\u0007' + 'x' * 100]) ==
            ["Filter must be a JSON object, is 'a\\nb\\tc\\u0007${'x' * 54}...'"]
    }

    private static List<String> problems(String operation, Map<String, Object> parameters) {
        RequestCheck.problems(CATALOGUE.operation(operation).request(parameters))*.message()
    }

    private static Map cluster(Map more) {
        [Name: 'ab', VSwitchId: 'v', VpcId: 'p', ZoneId: 'z', OsTag: 'o', KeyPairName: 'k', EcsChargeType: 'PostPaid'] + more
    }

    private static Map hybrid(Map more) {
        [Name: 'ab', OsTag: 'o', VSwitchId: 'v', VpcId: 'p', 'EcsOrder.Compute.InstanceType': 'e'] + more
    }

    private static Map apply(Map more) {
        [ClusterId: 'c', TargetCapacity: 5, ZoneInfos: [[ZoneId: 'z', VSwitchId: 'v']]] + more
    }

    private static Map job(Map more) {
        [ClusterId: 'c', CommandLine: 'x', RunasUser: 'u'] + more
    }

    private static Map serverless(Map more) {
        [ClusterId: 'c', JobName: 'j', Container: [Image: 'i']] + more
    }

    private static Map scheduler(Map pbs) {
        [ClusterId: 'c', RegionId: 'r', Scheduler: [[SchedName: 'pbs']], PbsInfo: [pbs]]
    }
}
