package ehpc.api.help

import ehpc.api.Catalogue
import ehpc.api.Operation
import ehpc.api.Parameter
import ehpc.api.RequestCheck
import spock.lang.Specification

class OperationHelpSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    def 'the page of an operation has everything that the catalogue knows'() {
        expect:
        page('InvokeShellCommand', 100) == '''\
            InvokeShellCommand
              Run a shell command on all nodes of a cluster or on some of them
              Changes something; a repeat takes effect again.

            Required parameters
              ClusterId  text  ID of the cluster whose nodes run the command
              Command    text  Command line to run, 2 to 2048 characters

            Optional parameters
              Instance    list of objects  Nodes to run the command on; all nodes of the cluster when left out
                Id        text             ECS ID of one node that runs the command
              Timeout     whole number     How many seconds the command may take before it is stopped (in
                                           seconds; default 60; older pages give a default of 3600 and a least
                                           value of 60)
              WorkingDir  text             Directory on the node in which the command runs (default /root)

            Answer
              CommandId                 text
              InstanceIds.InstanceId[]  text
              RequestId                 text

            Errors
              400 InvalidParams         A parameter of the request has a value the service does not accept
              400 NotEnabled            E-HPC is not switched on for this account; activate it first
              400 InDebt                The account has overdue payments; settle them before you try again
              403 InvalidClusterStatus  The cluster is in a state that does not allow this; check it with
                                        DescribeCluster
              403 ConflictOpt           Another operation is still under way; wait for it to end, then try again
              404 ClusterNotFound       The cluster ID is unknown in this region; check the ID and the region
              404 ObjectNotFound        Something that the request names does not exist; check the IDs in it
              406 EcsError              The ECS service answered with an error; try again later
              406 AgentError            The E-HPC agent on the cluster failed; check whether the managers are
                                        running
              406 AliyunError           Another Alibaba Cloud service answered with an error; try again later
              407 NotAuthorized         RAM does not grant you this operation; ask for a policy that does
              409 PartFailure           Some items of the request succeeded and others did not; check each one
              500 UnknownError          Something failed without a known reason; try again, then report the
                                        request ID
              503 ServiceUnavailable    The service cannot answer at the moment; try again later'''.stripIndent()
    }

    def 'a section says how #operation is paged'() {
        expect:
        section(operation, 'Pages') == lines

        where:
        operation          || lines
        'ListNodes'        || ['  PageNumber and PageSize select a page of Nodes.NodeInfo: 10 elements by default, 100 at most;',
            '  TotalCount is the total. In a script, api.all.listNodes(...) reads all pages.']
        'ListTagResources' || ["  The answer's NextToken is the NextToken of the request for the next page of",
            '  TagResources.TagResource; the last page has none. In a script, api.all.listTagResources(...) reads',
            '  all pages.']
        'ListRegions'      || null
    }

    def 'the first section says what #operation does to the service'() {
        expect:
        section(operation, operation).drop(1) == lines

        where:
        operation       || lines
        'ListNodes'     || ['  Changes nothing.']
        'AddNodes'      || ['  Changes something; a repeat with the same ClientToken has no effect.',
            '  Starts a task that continues after the answer, which contains its TaskId: ListTasks lists it as',
            '  AddComputes.']
        'RecoverCluster' || ['  Changes something; the effect of a repeat is not documented.',
            '  Starts a task that continues after the answer, which contains its TaskId.']
        'SubmitJob'     || ['  Changes something; a repeat takes effect again.']
    }

    def 'errors of #operation are as whole as the documents'() {
        expect:
        section(operation, 'Errors').last() == line

        where:
        operation        || line
        'ListNodes'      || '  None is documented for this operation: any code of the product is possible.'
        'StartNodes'     || '  Others are possible: any code of the product is possible.'
        'SetPostScripts' || '  503 ServiceUnavailable  The service cannot answer at the moment; try again later'
    }

    def 'what #parameter of #operation takes is told in words'() {
        given:
        Parameter known = parameter.split('/').inject(null) { Parameter at, String step ->
            at == null ? CATALOGUE.operation(operation).parameter(step).get() : at.field(step).get()
        } as Parameter

        expect:
        ParameterHelp.rows(known)[0][1] == type
        ParameterHelp.rows(known)[0][2] == known.help() + facts

        where:
        operation             | parameter                      || type                    | facts
        'ListNodes'           | 'ClusterId'                    || 'text'                  | ''
        'ListNodes'           | 'PageSize'                     || 'whole number'          | ' (1 to 100; default 10)'
        'ListNodes'           | 'Role'                         || 'text'                  | ''
        'ListNodes'           | 'Filter'                       || 'JSON object'           | ''
        'AddNodes'            | 'Period'                       || 'whole number'          | ' (1 to 4 when PeriodUnit is Week; ' +
            '1 to 9, 12, 24, 36, 48 or 60 when PeriodUnit is Month; takes effect when EcsChargeType is PrePaid; default 1; ' +
            'required when EcsChargeType is PrePaid)'
        'AddNodes'            | 'MinCount'                     || 'whole number'          | ' (1 to 99; less than Count; default 1)'
        'AddNodes'            | 'Sync'                         || 'true or false'         | ' (default false)'
        'ApplyNodes'          | 'TargetCapacity'               || 'whole number'          |
            ' (at least 1; at most 200 when ResourceAmountType is Instances; at most 1000 when ResourceAmountType is Cores)'
        'ApplyNodes'          | 'UserData'                     || 'text'                  | ' (Base64 text; at most 16384 bytes when decoded)'
        'ApplyNodes'          | 'Tag/Key'                      || 'text'                  |
            ' (1 to 128 characters; must not start with aliyun or acs:; must not contain http:// or https://)'
        'ApplyNodes'          | 'Cores'                        || 'whole number'          | ' (required when ResourceAmountType is Cores)'
        'CreateCluster'       | 'EcsOrder.Login.Count'         || 'whole number'          | ' (only 1)'
        'CreateHybridCluster' | 'SecurityGroupName'            || 'text'                  | ' (not together with SecurityGroupId)'
        'CreateHybridCluster' | 'WinAdPar'                     || 'object'                | ''
        'GetCloudMetricLogs'  | 'MetricCategories'             || 'text'                  | " (separated by ',')"
        'SubmitServerlessJob' | 'Cpu'                          || 'number'                | ' (in cores)'
        'SubmitServerlessJob' | 'DependsOn'                    || 'JSON array of objects' | ''
        'SubmitServerlessJob' | 'VSwitchId'                    || 'JSON array of texts'   | ''
        'SubmitServerlessJob' | 'ArrayProperties/IndexEnd'     || 'whole number'          | ' (0 to 4999; at least IndexStart)'
        'StopServerlessJobs'  | 'JobIds'                       || 'list of texts'         | ''
        'SetPostScripts'      | 'PostInstallScripts'           || 'list of objects'       | ' (at most 16 elements)'
    }

    def 'the page of #name names every parameter and fits its width'() {
        given:
        List<String> wide = OperationHelp.of(CATALOGUE.operation(name), 100).lines()
        List<String> narrow = OperationHelp.of(CATALOGUE.operation(name), 10).lines()

        expect:
        wide.findAll { it != it.stripTrailing() } == []
        wide.findAll { it.length() > 100 && !it.startsWith('      --') } == []
        CATALOGUE.operation(name).parameters().every { known -> wide.any { it.trim().startsWith(known.name()) } }
        narrow.join(' ').replaceAll('\\s+', ' ').contains(CATALOGUE.operation(name).help())

        where:
        name << CATALOGUE.names()
    }

    def 'the example of #name would pass the check'() {
        given:
        Operation operation = CATALOGUE.operation(name)

        expect:
        RequestCheck.problems(OperationHelp.example(operation)) == []

        where:
        name << CATALOGUE.names()
    }

    private static String page(String operation, int width) {
        OperationHelp.of(CATALOGUE.operation(operation), width).lines().join('\n')
    }

    private static List<String> section(String operation, String title) {
        OperationHelp.of(CATALOGUE.operation(operation), 100).sections().find { it.title() == title }?.lines()
    }
}
