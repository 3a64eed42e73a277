package ehpc.api

import static ehpc.api.UnknownValue.Kind.FLAG
import static ehpc.api.UnknownValue.Kind.LIST
import static ehpc.api.UnknownValue.Kind.NUMBER
import static ehpc.api.UnknownValue.Kind.OBJECT
import static ehpc.api.UnknownValue.Kind.OTHER
import static ehpc.api.UnknownValue.Kind.SECRET
import static ehpc.api.UnknownValue.Kind.TEXT

import ehpc.api.help.ExampleCall
import spock.lang.Specification

/** What can be said of a request of which some values are not known yet. */
class UnknownValueSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()
    static final Map ADD = [ClusterId: 'c', Count: 5]

    def 'a request of #operation of which nothing is known may be right'() {
        expect:
        problems(operation, operation.parameters().collectEntries { [it.name(), UnknownValue.ANY] }) == []
        problems(operation, inside(operation.parameters())) == []

        where:
        operation << CATALOGUE.names().collect { CATALOGUE.operation(it) }
    }

    def 'each value of the example of #operation may as well not be known'() {
        given:
        Map<String, Object> example = ExampleCall.request(operation).parameters()

        expect:
        problems(operation, example) == []
        example.keySet().every { problems(operation, example + [(it): UnknownValue.ANY]) == [] }

        where:
        operation << CATALOGUE.names().collect { CATALOGUE.operation(it) }
    }

    def 'of what is not known the kind is judged: #parameters'() {
        expect:
        problems(CATALOGUE.operation(operation), parameters) == expected

        where:
        operation             | parameters                                                              || expected
        'ListNodes'           | [ClusterId: UnknownValue.of(TEXT, 'String')]                                 || []
        'ListNodes'           | [ClusterId: UnknownValue.of(NUMBER, 'Integer')]                              || []
        'ListNodes'           | [ClusterId: UnknownValue.of(LIST, 'List')]                                   || ['ClusterId must be text, is a List']
        'ListNodes'           | [ClusterId: UnknownValue.of(OTHER, 'Instant')]                               || ['ClusterId must be text, is an Instant']
        'ListNodes'           | [ClusterId: 'c', PageSize: UnknownValue.of(TEXT, 'String')]                  || []
        'ListNodes'           | [ClusterId: 'c', PageSize: UnknownValue.of(FLAG, 'Boolean')]                 || ['PageSize must be a whole number, is a Boolean']
        'ListNodes'           | [ClusterId: 'c', PageSize: UnknownValue.of(OTHER, 'Duration')]               || ['PageSize must be a whole number, is a Duration']
        'ListNodes'           | [ClusterId: 'c', Filter: UnknownValue.of(TEXT, 'String')]                    || []
        'ListNodes'           | [ClusterId: 'c', Filter: UnknownValue.of(OBJECT, 'Map')]                     || []
        'ListNodes'           | [ClusterId: 'c', Filter: UnknownValue.of(LIST, 'List')]                      || ['Filter must be a JSON object, is a List']
        'ListTasks'           | [ClusterId: 'c', Archived: UnknownValue.of(TEXT, 'String')]                  || []
        'ListTasks'           | [ClusterId: 'c', Archived: UnknownValue.of(NUMBER, 'Integer')]               || ['Archived must be true or false, is an Integer']
        'InvokeShellCommand'  | [ClusterId: 'c', Command: 'id', Instance: UnknownValue.of(OBJECT, 'Map')]    || ['Instance must be a list of objects, is a Map']
        'InvokeShellCommand'  | [ClusterId: 'c', Command: 'id', Instance: [UnknownValue.of(OBJECT, 'Map')]]  || []
        'InvokeShellCommand'  | [ClusterId: 'c', Command: 'id', Instance: [UnknownValue.of(TEXT, 'String')]] || ['Instance[1] must be an object, is a String']
        'InvokeShellCommand'  | [ClusterId: 'c', Command: 'id', Instance: [UnknownValue.of(SECRET, 'x')]]    || ['Instance[1] must not be a secret']
        'InvokeShellCommand'  | [ClusterId: 'c', Command: UnknownValue.of(SECRET, 'x')]                      || ['Command must not be a secret']
        'ModifyUserPasswords' | [ClusterId: 'c', User: [[Name: 'u', Password: UnknownValue.of(SECRET, 'x')]]] || []
    }

    def 'a rule that looks at what is not known is undecided: #parameters'() {
        expect:
        problems(CATALOGUE.operation(operation), parameters) == expected

        where:
        operation             | parameters                                               || expected
        'AddNodes'            | ADD + [MinCount: 5]                                      || ['MinCount must be less than Count (5), is 5']
        'AddNodes'            | ADD + [MinCount: 5, Count: UnknownValue.ANY]                  || []
        'AddNodes'            | ADD + [Period: 5, PeriodUnit: 'Week']                    || ['Period must be 1 to 4 when PeriodUnit is Week, is 5']
        'AddNodes'            | ADD + [Period: 5, PeriodUnit: UnknownValue.ANY]               || []
        'SubmitServerlessJob' | serverless(SpotStrategy: 'SpotWithPriceLimit')           || ['SpotPriceLimit must be given when SpotStrategy is SpotWithPriceLimit']
        'SubmitServerlessJob' | serverless(SpotStrategy: UnknownValue.ANY)                    || []
        'CreateHybridCluster' | hybrid(SecurityGroupName: 's', SecurityGroupId: 't')     || ['SecurityGroupName must not be given together with SecurityGroupId']
        'CreateHybridCluster' | hybrid(SecurityGroupName: 's', SecurityGroupId: UnknownValue.ANY) || []
        'SetSchedulerInfo'    | scheduler(User: 'u')                                     || ['PbsInfo[1].ResourceLimit[1].Queue must be given when User, Cpus, Nodes or Mem is given']
        'SetSchedulerInfo'    | scheduler(User: UnknownValue.ANY)                             || []
    }

    def 'a missing password is undecided where the key pair is not known'() {
        given:
        Operation create = CATALOGUE.operation('CreateCluster')
        Map<String, Object> example = ExampleCall.request(create).parameters().findAll { !(it.key in ['Password', 'KeyPairName']) }

        expect:
        problems(create, example) == [
                'KeyPairName must be given when Password is not given', 'Password must be given when KeyPairName is not given']
        problems(create, example + [KeyPairName: UnknownValue.ANY]) == []
    }

    def 'what is not known cannot be sent'() {
        when:
        CATALOGUE.operation('ListNodes').request(ClusterId: UnknownValue.ANY).wire()

        then:
        IllegalArgumentException e = thrown()
        e.message == 'a value that is not known cannot be sent'
    }

    def 'a name that is nearly right is not told to be missing as well'() {
        expect:
        problems(CATALOGUE.operation('SetQueue'), [ClusterId: 'c', Nodes: [], QueueName: 'q']) ==
                ["unknown parameter 'Nodes'; did you mean 'Node'?"]
        problems(CATALOGUE.operation('SetQueue'), [ClusterId: 'c', Node: [[Nam: 'a']], QueueName: 'q']) ==
                ["unknown field 'Node[1].Nam'; did you mean 'Name'?"]
    }

    private static List<String> problems(Operation operation, Map<String, ?> parameters) {
        RequestCheck.problems(operation.request(parameters))*.message()
    }

    private static Map<String, Object> inside(List<Parameter> parameters) {
        parameters.collectEntries { [it.name(), value(it)] }
    }

    private static Object value(Parameter parameter) {
        if (parameter.fields().empty) {
            return UnknownValue.ANY
        }
        parameter.content() == Parameter.Type.OBJECT ? inside(parameter.fields()) : [inside(parameter.fields())]
    }

    private static Map<String, Object> serverless(Map<String, Object> more) {
        [ClusterId: 'c', JobName: 'j', Container: [Image: 'i', Arg: ['b']], VSwitchId: ['v']] + more
    }

    private static Map<String, Object> hybrid(Map<String, Object> more) {
        [Name: 'ab', OsTag: 'o', VSwitchId: 'v', VpcId: 'p', 'EcsOrder.Compute.InstanceType': 'e'] + more
    }

    private static Map<String, Object> scheduler(Map<String, Object> limit) {
        [ClusterId: 'c', RegionId: 'r', PbsInfo: [[ResourceLimit: [limit]]], Scheduler: [[SchedName: 'pbs']]]
    }
}
